package id.sidik.bridge.console.site;

import com.google.protobuf.util.Timestamps;
import id.sidik.bridge.console.ExitCode;
import id.sidik.bridge.console.ServiceCommand;
import id.sidik.bridge.console.Services;
import id.sidik.bridge.v1.GetOfflineStatusRequest;
import id.sidik.bridge.v1.GetOfflineStatusResponse;
import id.sidik.bridge.v1.HeldPack;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import picocli.CommandLine.Command;

@Command(
        name = "status",
        description = "What the bridge could answer without a network now. Exit code 0: it could, 1: it could not.")
final class SitePackStatusCommand extends ServiceCommand {
    @Override
    protected int run(Services services) {
        GetOfflineStatusResponse status =
                services.bridge().getOfflineStatus(GetOfflineStatusRequest.getDefaultInstance());
        answer(status, String.join("\n", lines(status)));
        return status.getFault().isEmpty() && status.getPacksCount() > 0 ? ExitCode.YES : ExitCode.NO;
    }

    private static List<String> lines(GetOfflineStatusResponse status) {
        List<String> lines = new ArrayList<>();
        if (status.hasTurnedAwayAt()) {
            lines.add("turned away for good by the institution, heard at "
                    + Timestamps.toString(status.getTurnedAwayAt()) + ": nothing is answered, and no pack is kept");
        }
        if (!status.getFault().isEmpty()) {
            lines.add("nothing can be answered without a network: " + status.getFault());
        }
        lines.add("key      " + HexFormat.of().formatHex(status.getPackKey().toByteArray()));
        lines.add("journal  " + status.getJournalId() + ", " + status.getWaiting() + " answers wait for the gate");
        status.getPacksList().forEach(pack -> lines.add(line(pack)));
        if (status.getPacksCount() == 0) {
            lines.add("no pack  (./sidik sitepack site --help)");
        }
        return lines;
    }

    private static String line(HeldPack pack) {
        return "pack     " + pack.getNumber() + ": " + pack.getMembers() + " members, until "
                + Timestamps.toString(pack.getExpiresAt());
    }
}

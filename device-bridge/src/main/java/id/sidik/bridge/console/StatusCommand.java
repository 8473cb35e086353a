package id.sidik.bridge.console;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import id.sidik.bridge.v1.BridgeHealth;
import id.sidik.bridge.v1.GetHealthRequest;
import id.sidik.bridge.v1.GetScannerStatusRequest;
import id.sidik.bridge.v1.GetScannerStatusResponse;
import id.sidik.bridge.v1.ScannerState;
import id.sidik.wire.process.RunFile;
import id.sidik.wire.process.StartNote;
import id.sidik.wire.trust.Role;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Command;

@Command(
        name = "status",
        description =
                "Says which processes serve, where, and how the scanner is. Exit code 0: all three serve, 3: not.")
final class StatusCommand extends ServiceCommand {
    private static final List<Role> PROCESSES = List.of(Role.MATCHER, Role.ELIGIBILITY, Role.BRIDGE);

    @Override
    protected int run(Services services) {
        JsonObject json = new JsonObject();
        List<String> lines = new ArrayList<>();
        boolean allServe = true;
        for (Role process : PROCESSES) {
            String health = healthOf(services, process);
            Map<String, String> run =
                    RunFile.read(services.data(), process.label()).orElse(Map.of());
            allServe &= health.equals(ServingStatus.SERVING.name());
            JsonObject entry = new JsonObject();
            entry.addProperty("health", health);
            run.forEach(entry::addProperty);
            json.add(process.label(), entry);
            lines.add(String.format(
                    Locale.ROOT, "%-12s %-12s %s", process.label(), health, run.getOrDefault("address", "")));
            StartNote.read(services.data(), process.label()).ifPresent(progress -> {
                entry.addProperty("progress", progress);
                lines.add(String.format(Locale.ROOT, "%-12s %s", "", progress));
            });
        }
        Optional<GetScannerStatusResponse> status = scannerOf(services);
        String scanner = status.map(StatusCommand::lineOf).orElse("UNKNOWN: no bridge answers");
        json.addProperty("scanner", scanner);
        lines.add(String.format(Locale.ROOT, "%-12s %s", "scanner", scanner));
        status.ifPresent(found -> new TreeMap<>(found.getAdviceMap())
                .forEach((language, advice) ->
                        lines.add(String.format(Locale.ROOT, "%-12s %s: %s", "", language, advice))));
        bridgeHealthOf(services).ifPresent(health -> {
            json.add("bridgeHealth", JsonParser.parseString(json(health)));
            HealthLines.of(health).forEach(line -> lines.add(String.format(Locale.ROOT, "%-12s %s", "", line)));
        });
        addPage(lines, services, Role.ELIGIBILITY, "rest");
        addPage(lines, services, Role.ELIGIBILITY, "office");
        addPage(lines, services, Role.BRIDGE, "kiosk");
        addPage(lines, services, Role.BRIDGE, "health-page");
        answer(json, String.join("\n", lines));
        return allServe ? ExitCode.YES : ExitCode.UNREACHABLE;
    }

    /** What a process serves beside gRPC, when it runs and says so. */
    private static void addPage(List<String> lines, Services services, Role process, String page) {
        RunFile.read(services.data(), process.label())
                .map(run -> run.get(page))
                .ifPresent(address -> lines.add(String.format(Locale.ROOT, "%-12s %s", page, address)));
    }

    private static String healthOf(Services services, Role process) {
        try {
            return services.health(process).name();
        } catch (ServiceAbsentException absent) {
            return "ABSENT";
        } catch (StatusRuntimeException failure) {
            return failure.getStatus().getCode().name();
        }
    }

    private static Optional<GetScannerStatusResponse> scannerOf(Services services) {
        try {
            return Optional.of(services.bridge().getScannerStatus(GetScannerStatusRequest.getDefaultInstance()));
        } catch (ServiceAbsentException | StatusRuntimeException unknown) {
            return Optional.empty();
        }
    }

    private static Optional<BridgeHealth> bridgeHealthOf(Services services) {
        try {
            return Optional.of(services.bridge()
                    .getHealth(GetHealthRequest.getDefaultInstance())
                    .getHealth());
        } catch (ServiceAbsentException | StatusRuntimeException unknown) {
            return Optional.empty();
        }
    }

    private static String lineOf(GetScannerStatusResponse scanner) {
        return scanner.getState() == ScannerState.READY
                ? String.format(
                        Locale.ROOT,
                        "READY, %s at %.0f dpi, %s",
                        scanner.getModel(),
                        scanner.getDpi(),
                        scanner.getPort())
                : scanner.getState() + " " + scanner.getDetail();
    }
}

package id.sidik.bridge.console.bulk;

import id.sidik.bridge.console.ExitCode;
import id.sidik.bridge.console.ServiceCommand;
import id.sidik.bridge.console.Services;
import id.sidik.bridge.console.UnusableInputException;
import id.sidik.bridge.console.Words;
import id.sidik.eligibility.v1.ChannelFileLine;
import id.sidik.eligibility.v1.ReconcileChannelDayRequest;
import id.sidik.eligibility.v1.ReconcileChannelDayResponse;
import id.sidik.eligibility.v1.ReconciliationFinding;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts a channel's file of a day beside what was recorded. */
@Command(
        name = "reconcile",
        description = {
            "Compares a payment channel's own file of a day with what we recorded: matched, missing here, missing"
                    + " there, amount differs.",
            "The file has the fields reference and amount_rupiah, in CSV or NDJSON; others are not looked at.",
            "Exit code 0: both say the same, 1: they do not."
        })
public final class ReconcileCommand extends ServiceCommand {
    @Parameters(index = "0", paramLabel = "FILE", description = "The channel's file, .csv or .ndjson.")
    private Path file = Path.of("");

    @Option(
            names = "--channel",
            required = true,
            paramLabel = "NAME",
            description = "Who took the payments, such as bank-mandiri.")
    private String channel = "";

    @Option(
            names = "--day",
            required = true,
            paramLabel = "YYYY-MM-DD",
            description = "On which the channel took them, in Jakarta.")
    private String day = "";

    @Override
    protected int run(Services services) {
        ReconcileChannelDayRequest.Builder request =
                ReconcileChannelDayRequest.newBuilder().setChannel(channel).setDay(day);
        try (RowReader rows = RowReader.open(file)) {
            rows.forEachRemaining(row -> request.addLines(line(row)));
        }
        ReconcileChannelDayResponse response = services.contributions().reconcileChannelDay(request.build());
        response.getFindingsList().forEach(finding -> err().println(sentence(finding)));
        answer(
                response,
                response.getMatched() + " matched, " + response.getMissingHere() + " missing here, "
                        + response.getMissingThere() + " missing there, " + response.getAmountDiffers()
                        + " amounts differ, "
                        + response.getRepeatedLines() + " told twice; ours " + response.getOursRupiah() + ", theirs "
                        + response.getTheirsRupiah() + " rupiah");
        return response.getFindingsCount() == 0 ? ExitCode.YES : ExitCode.NO;
    }

    private ChannelFileLine line(RowReader.RowEntry entry) {
        return switch (entry) {
            case RowReader.RowEntry.Read(long line, Map<String, String> fields) ->
                ChannelFileLine.newBuilder()
                        .setLine(line)
                        .setReference(field(line, fields, "reference").strip())
                        .setAmountRupiah(amount(
                                line, field(line, fields, "amount_rupiah").strip()))
                        .build();
            case RowReader.RowEntry.Broken(long line, String fault) ->
                throw new UnusableInputException(file + ", line " + line + ", " + fault);
        };
    }

    private String field(long line, Map<String, String> fields, String name) {
        String value = fields.get(name);
        if (value == null) {
            throw new UnusableInputException(file + ", line " + line + ", has no " + name);
        }
        return value;
    }

    private long amount(long line, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new UnusableInputException(
                    file + ", line " + line + ": amount_rupiah must be whole rupiah without dots, not " + text, e);
        }
    }

    private static String sentence(ReconciliationFinding finding) {
        return String.format(
                Locale.ROOT,
                "%-14s %s  theirs %d, ours %d%s",
                Words.of(finding.getKind()),
                finding.getReference(),
                finding.getTheirsRupiah(),
                finding.getOursRupiah(),
                finding.getLine() == 0 ? "" : "  (line " + finding.getLine() + ")");
    }
}

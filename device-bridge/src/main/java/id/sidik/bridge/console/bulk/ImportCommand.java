package id.sidik.bridge.console.bulk;

import com.google.gson.JsonObject;
import id.sidik.bridge.console.ExitCode;
import id.sidik.bridge.console.ServiceCommand;
import id.sidik.bridge.console.Services;
import id.sidik.bridge.console.UnusableInputException;
import id.sidik.bridge.console.Words;
import id.sidik.eligibility.v1.BulkTable;
import id.sidik.eligibility.v1.GetImportRequest;
import id.sidik.eligibility.v1.ImportRowsRequest;
import id.sidik.eligibility.v1.ImportRowsResponse;
import id.sidik.eligibility.v1.RefusedRow;
import id.sidik.eligibility.v1.Row;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes the rows of a file, and reports every one that was refused. */
@Command(
        name = "import",
        description = {
            "Imports members, employers, dependants or contributions from a CSV or NDJSON file.",
            "A row is taken once for its file and line: after an interruption the same command goes on, and after you"
                    + " have mended what refused rows need elsewhere, it tries those again. To mend the file itself,"
                    + " import the mended rows as a new file.",
            "Every refused row is in the report: line, field, value, reason, cure. NIDs show their first and last four"
                    + " digits.",
            "Exit code 0: every row was taken, 1: some were refused."
        })
public final class ImportCommand extends ServiceCommand {
    private static final int ROWS_AT_ONCE = 500;
    private static final List<String> REPORT = List.of("line", "field", "value", "reason", "cure");

    @Parameters(index = "0", paramLabel = "TABLE", description = "members, employers, dependants or contributions.")
    private String table = "";

    @Parameters(
            index = "1",
            paramLabel = "FILE",
            description = "A .csv file, whose first line names the fields, or .ndjson.")
    private Path file = Path.of("");

    @Option(
            names = "--refused",
            paramLabel = "FILE.csv",
            description = "Where the report of refused rows goes (default: FILE.refused-N.csv beside the file).")
    private Path refused = Path.of("");

    @Option(
            names = "--employer",
            paramLabel = "NPP",
            description = "The file is this employer's own: rows of others are refused.")
    private String employer = "";

    @Option(
            names = "--resume",
            description = "Begin after the last line that was sent before; refused rows before it are not tried again.")
    private boolean resume;

    private long taken;
    private long takenBefore;
    private long held;
    private long refusedRows;

    @Override
    protected int run(Services services) {
        BulkTable words = Words.parse(BulkTable.class, table, "TABLE");
        String hash = hashOf(file);
        long after = resume
                ? services.bulk()
                        .getImport(GetImportRequest.newBuilder()
                                .setFileSha256(hash)
                                .build())
                        .getLastLine()
                : 0;
        Path report = reportFile();
        try (RowReader rows = RowReader.open(file);
                RowWriter refusals = RowWriter.create(report, REPORT)) {
            ImportRowsRequest batch = ImportRowsRequest.newBuilder()
                    .setTable(words)
                    .setFileSha256(hash)
                    .setEmployerId(employer)
                    .build();
            send(services, batch, rows, after, refusals);
        }
        return summary(report);
    }

    private void send(Services services, ImportRowsRequest batch, RowReader rows, long after, RowWriter refusals) {
        List<Row> waiting = new ArrayList<>();
        while (rows.hasNext()) {
            switch (rows.next()) {
                case RowReader.RowEntry.Read(long line, Map<String, String> fields)
                when line > after ->
                    waiting.add(
                            Row.newBuilder().setLine(line).putAllFields(fields).build());
                case RowReader.RowEntry.Read _ -> {}
                case RowReader.RowEntry.Broken(long line, String fault) ->
                    refuse(
                            RefusedRow.newBuilder()
                                    .setLine(line)
                                    .setReason("ROW_INVALID")
                                    .setCure("the line " + fault)
                                    .build(),
                            refusals);
            }
            if (waiting.size() == ROWS_AT_ONCE || (!rows.hasNext() && !waiting.isEmpty())) {
                add(
                        services.bulk()
                                .importRows(
                                        batch.toBuilder().addAllRows(waiting).build()),
                        refusals);
                err().println(progress(waiting.getLast().getLine()));
                waiting.clear();
            }
        }
    }

    private void add(ImportRowsResponse response, RowWriter refusals) {
        taken += response.getTaken();
        takenBefore += response.getTakenBefore();
        held += response.getHeld();
        response.getRefusedList().forEach(row -> refuse(row, refusals));
    }

    private void refuse(RefusedRow row, RowWriter refusals) {
        refusedRows++;
        refusals.write(Map.of(
                "line", Long.toString(row.getLine()),
                "field", row.getField(),
                "value", row.getValue(),
                "reason", row.getReason(),
                "cure", row.getCure()));
    }

    private String progress(long line) {
        return "line " + line + ": " + taken + " taken, " + takenBefore + " taken before, " + refusedRows + " refused";
    }

    private int summary(Path report) {
        JsonObject json = new JsonObject();
        json.addProperty("taken", taken);
        json.addProperty("takenBefore", takenBefore);
        json.addProperty("held", held);
        json.addProperty("refused", refusedRows);
        json.addProperty("report", report.toString());
        answer(
                json,
                taken + " rows taken (" + held + " held for an officer), " + takenBefore + " taken before, "
                        + refusedRows + " refused; see " + report);
        return refusedRows == 0 ? ExitCode.YES : ExitCode.NO;
    }

    /** The first name that nobody has: reports of earlier runs stay. */
    private Path reportFile() {
        if (!refused.toString().isEmpty()) {
            return refused;
        }
        int number = 1;
        while (Files.exists(Path.of(file + ".refused-" + number + ".csv"))) {
            number++;
        }
        return Path.of(file + ".refused-" + number + ".csv");
    }

    private static String hashOf(Path file) {
        try (InputStream bytes = Files.newInputStream(file);
                DigestInputStream digesting = new DigestInputStream(bytes, MessageDigest.getInstance("SHA-256"))) {
            digesting.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
        } catch (IOException e) {
            throw new UnusableInputException("cannot read " + file + "; check the path", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

package id.sidik.bridge.console.bulk;

import com.google.gson.JsonObject;
import id.sidik.bridge.console.ExitCode;
import id.sidik.bridge.console.ServiceCommand;
import id.sidik.bridge.console.Services;
import id.sidik.bridge.console.Words;
import id.sidik.eligibility.v1.BulkTable;
import id.sidik.eligibility.v1.ExportRowsRequest;
import id.sidik.eligibility.v1.ExportedRow;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes all rows of a table to a file. */
@Command(
        name = "export",
        description = {
            "Exports members, employers, dependants or contributions to a CSV or NDJSON file, in the fields that an"
                    + " import takes.",
            "The file holds whole NIDs: keep it as you keep the register. That it was asked for is in the audit."
        })
public final class ExportCommand extends ServiceCommand {
    private static final int PROGRESS_EVERY = 10_000;
    private static final long HOURS_MAX = 12;

    @Parameters(index = "0", paramLabel = "TABLE", description = "members, employers, dependants or contributions.")
    private String table = "";

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "A new file, .csv or .ndjson.")
    private Path out = Path.of("");

    @Override
    protected int run(Services services) {
        BulkTable words = Words.parse(BulkTable.class, table, "TABLE");
        long rows = 0;
        try (RowWriter writer = RowWriter.create(out, Tables.fieldsOf(words))) {
            Iterator<ExportedRow> exported = services.bulk()
                    .withDeadlineAfter(HOURS_MAX, TimeUnit.HOURS)
                    .exportRows(ExportRowsRequest.newBuilder().setTable(words).build());
            while (exported.hasNext()) {
                writer.write(exported.next().getFieldsMap());
                rows++;
                if (rows % PROGRESS_EVERY == 0) {
                    err().println(rows + " rows");
                }
            }
        }
        JsonObject json = new JsonObject();
        json.addProperty("rows", rows);
        json.addProperty("file", out.toString());
        answer(json, rows + " rows of " + table + " in " + out);
        return ExitCode.YES;
    }
}

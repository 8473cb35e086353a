package id.sidik.eligibility.report;

import java.util.List;
import java.util.Map;

/**
 * What a report says: a table.
 *
 * @param columns what each cell of a row is
 * @param rows the first ones in order of weight, at most {@link #ROWS_MAX}
 * @param rowsTotal all there are
 * @param partial whether something was left out because it would not fit into memory: then a name that is missing proves nothing
 * @param thresholds under which it was made, by the name of the setting
 */
public record Report(
        ReportName name,
        Period period,
        List<Column> columns,
        List<List<Cell>> rows,
        long rowsTotal,
        boolean partial,
        Map<String, String> thresholds) {
    /** The most rows that are kept: nobody reads more, and who needs them narrows the period. */
    public static final int ROWS_MAX = 10_000;

    public Report {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        int width = columns.size();
        if (rows.stream().anyMatch(row -> row.size() != width)) {
            throw new IllegalArgumentException("a row of " + name + " has not one cell for each column");
        }
    }
}

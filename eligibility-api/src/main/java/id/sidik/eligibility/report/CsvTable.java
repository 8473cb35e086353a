package id.sidik.eligibility.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A report as CSV (RFC 4180): UTF-8, CRLF, one head line. Texts that a spreadsheet would run as a formula get an apostrophe before them,
 * because a facility's name is somebody else's word.
 */
public final class CsvTable {
    private static final String LINE_END = "\r\n";

    private CsvTable() {}

    /**
     * The whole text of the file.
     *
     * @param wholeNids else members are shown by their first and last four digits
     */
    public static String of(Report report, boolean wholeNids) {
        Stream<String> head =
                Stream.of(report.columns().stream().map(Column::head).collect(Collectors.joining(",")));
        Stream<String> rows = report.rows().stream().map(row -> line(row, wholeNids));
        return Stream.concat(head, rows).collect(Collectors.joining(LINE_END, "", LINE_END));
    }

    private static String line(List<Cell> row, boolean wholeNids) {
        return row.stream()
                .map(cell -> cell instanceof Cell.Text(String text) ? quoted(harmless(text)) : cell.text(wholeNids))
                .collect(Collectors.joining(","));
    }

    private static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String quoted(String text) {
        return text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }
}

package id.sidik.bridge.console;

import id.sidik.eligibility.v1.GetReportRequest;
import id.sidik.eligibility.v1.GetReportResponse;
import id.sidik.eligibility.v1.ListReportsRequest;
import id.sidik.eligibility.v1.ListReportsResponse;
import id.sidik.eligibility.v1.ReportColumn;
import id.sidik.eligibility.v1.ReportDescription;
import id.sidik.eligibility.v1.ReportRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "report",
        description = {
            "Makes a report from the books, or lists what reports there are.",
            "A report accuses nobody: it says where an officer should look. Members show their first and last four digits unless "
                    + "told otherwise."
        })
final class ReportCommand extends ServiceCommand {
    private static final int ROWS_MAX = 10_000;
    private static final int CELL_CHARS_MAX = 48;
    private static final int NID_DIGITS = 16;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "Which report; without it, all are listed.")
    private @Nullable String name;

    @Option(names = "--from", defaultValue = "", description = "First day, YYYY-MM-DD (default: the last 365 days).")
    private String from = "";

    @Option(names = "--to", defaultValue = "", description = "Last day, YYYY-MM-DD.")
    private String to = "";

    @Option(names = "--csv", paramLabel = "FILE", description = "Write the rows to a file as CSV; - is the screen.")
    private @Nullable Path csv;

    @Option(names = "--whole-nids", description = "Show whole NIDs: keep the output as you keep the register.")
    private boolean wholeNids;

    @Override
    protected int run(Services services) {
        String wanted = name;
        if (wanted == null) {
            return list(services);
        }
        GetReportResponse report = services.reports()
                .getReport(GetReportRequest.newBuilder()
                        .setName(wanted)
                        .setFrom(from)
                        .setTo(to)
                        .setRowsMax(ROWS_MAX)
                        .build());
        GetReportResponse shown = wholeNids ? report : masked(report);
        if (csv == null) {
            answer(shown, textOf(shown));
        } else {
            write(csv, csvOf(shown));
        }
        return ExitCode.YES;
    }

    private int list(Services services) {
        ListReportsResponse all = services.reports().listReports(ListReportsRequest.getDefaultInstance());
        answer(all, all.getReportsList().stream().map(ReportCommand::lineOf).collect(Collectors.joining("\n")));
        return ExitCode.YES;
    }

    private static String lineOf(ReportDescription report) {
        return String.format(Locale.ROOT, "%-26s %s", report.getName(), report.getRuleEn());
    }

    private void write(Path file, String text) {
        if (file.toString().equals("-")) {
            out().print(text);
            out().flush();
            return;
        }
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
        out().println("Written: " + file);
    }

    private static GetReportResponse masked(GetReportResponse report) {
        return report.toBuilder()
                .clearRows()
                .addAllRows(report.getRowsList().stream()
                        .map(row -> ReportRow.newBuilder()
                                .addAllCells(row.getCellsList().stream()
                                        .map(ReportCommand::maskedCell)
                                        .toList())
                                .build())
                        .toList())
                .build();
    }

    private static String maskedCell(String cell) {
        return cell.length() == NID_DIGITS && cell.chars().allMatch(c -> c >= '0' && c <= '9')
                ? cell.substring(0, 4) + "********" + cell.substring(12)
                : cell;
    }

    private static String textOf(GetReportResponse report) {
        List<List<String>> lines = lines(report);
        int[] widths = IntStream.range(0, report.getColumnsCount())
                .map(column -> lines.stream()
                        .mapToInt(line -> shortened(line.get(column)).length())
                        .max()
                        .orElse(0))
                .toArray();
        Stream<String> rows = lines.stream()
                .map(line -> IntStream.range(0, widths.length)
                        .mapToObj(column -> String.format(
                                Locale.ROOT, "%-" + Math.max(1, widths[column]) + "s", shortened(line.get(column))))
                        .collect(Collectors.joining("  "))
                        .stripTrailing());
        String head = report.getDescription().getTitleEn() + ", " + report.getFrom() + " to " + report.getTo() + ": "
                + report.getRowsTotal() + " rows" + (report.getPartial() ? " and more: partial" : "");
        return Stream.concat(Stream.of(head, report.getDescription().getRuleEn(), ""), rows)
                .collect(Collectors.joining("\n"));
    }

    private static String shortened(String cell) {
        return cell.length() > CELL_CHARS_MAX ? cell.substring(0, CELL_CHARS_MAX - 1) + "…" : cell;
    }

    private static List<List<String>> lines(GetReportResponse report) {
        List<String> heads =
                report.getColumnsList().stream().map(ReportColumn::getName).toList();
        return Stream.concat(
                        Stream.of(heads), report.getRowsList().stream().map(row -> List.copyOf(row.getCellsList())))
                .toList();
    }

    /** RFC 4180; what a spreadsheet would run as a formula gets an apostrophe before it, unless it is a number. */
    private static String csvOf(GetReportResponse report) {
        return lines(report).stream()
                .map(line -> line.stream().map(ReportCommand::quoted).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String quoted(String cell) {
        String harmless = Optional.of(cell)
                .filter(text -> !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 && !text.matches("-[0-9]+"))
                .map(text -> "'" + text)
                .orElse(cell);
        return harmless.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + harmless.replace("\"", "\"\"") + '"'
                : harmless;
    }
}

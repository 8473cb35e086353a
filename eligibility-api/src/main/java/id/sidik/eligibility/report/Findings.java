package id.sidik.eligibility.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/** Collects what a report finds and keeps the heaviest rows. */
final class Findings {
    private final List<Column> columns;
    private final PriorityQueue<Finding> heaviest = new PriorityQueue<>(Comparator.comparingDouble(Finding::weight));
    private long total;
    private boolean partial;

    Findings(Column... columns) {
        this.columns = List.of(columns);
    }

    /**
     * Adds a row.
     *
     * @param weight rows with more come first
     */
    void add(double weight, Cell... cells) {
        total++;
        heaviest.add(new Finding(weight, List.of(cells)));
        if (heaviest.size() > Report.ROWS_MAX) {
            heaviest.remove();
        }
    }

    /** Adds a row that weighs a count or an amount. */
    void add(long weight, Cell... cells) {
        add((double) weight, cells);
    }

    /** Remembers that a table was too full to keep everybody. */
    void partialIf(Kept<?, ?>... tables) {
        for (Kept<?, ?> table : tables) {
            partial |= table.overflowed();
        }
    }

    Report report(ReportName name, Period period, Map<String, String> thresholds) {
        List<List<Cell>> rows = heaviest.stream()
                .sorted(Comparator.comparingDouble(Finding::weight)
                        .reversed()
                        .thenComparing(finding -> finding.cells().toString()))
                .map(Finding::cells)
                .toList();
        return new Report(name, period, columns, rows, total, partial, thresholds);
    }
}

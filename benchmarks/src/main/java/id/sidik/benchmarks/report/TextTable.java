package id.sidik.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Columns of equal width: the first to the left, the others to the right. */
public final class TextTable {
    private final List<List<String>> rows = new ArrayList<>();

    public TextTable(String... header) {
        rows.add(List.of(header));
    }

    /**
     * Adds a row.
     *
     * @throws IllegalArgumentException unless there are as many cells as in the header
     */
    public TextTable row(String... cells) {
        if (cells.length != rows.getFirst().size()) {
            throw new IllegalArgumentException("A row of " + cells.length + " cells under "
                    + rows.getFirst().size() + " headers");
        }
        rows.add(List.of(cells));
        return this;
    }

    /** A rate in percent, to a hundredth. */
    public static String percent(double rate) {
        return String.format(Locale.ROOT, "%.2f", 100 * rate);
    }

    /** A number of so many decimals. */
    public static String number(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    @Override
    public String toString() {
        int[] widths = new int[rows.getFirst().size()];
        for (List<String> row : rows) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            text.append(row.getFirst()).repeat(" ", widths[0] - row.getFirst().length());
            for (int column = 1; column < widths.length; column++) {
                text.repeat(" ", widths[column] - row.get(column).length() + 2).append(row.get(column));
            }
            text.append(System.lineSeparator());
        }
        return text.toString();
    }
}

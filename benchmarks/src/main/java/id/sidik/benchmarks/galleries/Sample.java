package id.sidik.benchmarks.galleries;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.sidik.benchmarks.rates.KolmogorovSmirnov;
import id.sidik.benchmarks.report.TextTable;
import java.util.stream.DoubleStream;

/** Values of one kind, in ascending order. */
final class Sample {
    private static final double[] MIDDLE = {0.05, 0.25, 0.5, 0.75, 0.95};
    private static final double[] TAIL = {0.5, 0.99, 0.999, 0.9999};

    private final double[] ascending;

    Sample(DoubleStream values) {
        this.ascending = values.sorted().toArray();
    }

    DoubleStream values() {
        return DoubleStream.of(ascending);
    }

    int size() {
        return ascending.length;
    }

    /** The value that so large a share does not exceed; 0 of an empty sample. */
    double quantile(double share) {
        return ascending.length == 0
                ? 0
                : ascending[(int) Math.min(ascending.length - 1L, (long) (share * ascending.length))];
    }

    double distanceTo(Sample other) {
        return KolmogorovSmirnov.distance(ascending, other.ascending);
    }

    static TextTable middleTable(String what) {
        return new TextTable(what, "5 %", "25 %", "50 %", "75 %", "95 %", "KS");
    }

    void addMiddle(TextTable table, String name, String distance) {
        table.row(
                name,
                TextTable.number(quantile(MIDDLE[0]), 2),
                TextTable.number(quantile(MIDDLE[1]), 2),
                TextTable.number(quantile(MIDDLE[2]), 2),
                TextTable.number(quantile(MIDDLE[3]), 2),
                TextTable.number(quantile(MIDDLE[4]), 2),
                distance);
    }

    static TextTable tailTable(String what) {
        return new TextTable(what, "pairs", ".5", ".99", ".999", ".9999", "KS");
    }

    void addTail(TextTable table, String name, String distance) {
        table.row(
                name,
                String.valueOf(size()),
                TextTable.number(quantile(TAIL[0]), 2),
                TextTable.number(quantile(TAIL[1]), 2),
                TextTable.number(quantile(TAIL[2]), 2),
                TextTable.number(quantile(TAIL[3]), 2),
                distance);
    }

    void writeTail(ObjectNode json) {
        json.put("pairs", size());
        json.put("median", quantile(TAIL[0]));
        json.put("q99", quantile(TAIL[1]));
        json.put("q999", quantile(TAIL[2]));
        json.put("q9999", quantile(TAIL[3]));
    }
}

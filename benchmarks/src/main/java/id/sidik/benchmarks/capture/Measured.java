package id.sidik.benchmarks.capture;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.sidik.benchmarks.load.Latencies;
import id.sidik.benchmarks.report.TextTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What was measured with one scanner; printed and written it is the same.
 *
 * @param words what scanner it is
 * @param askedAgain captures that needed another touch, and are not among the others
 * @param times of the stages and of their parts by their names, in order
 */
record Measured(String words, int captures, int askedAgain, Map<String, Latencies> times) {
    private static final double MEDIAN = 0.5;
    private static final double NINETY_NINTH = 0.99;

    /** What a browser drew. */
    static Measured drawn(String words, List<Map<Drawn, Long>> captures) {
        Map<String, Latencies> rows = new LinkedHashMap<>();
        for (Drawn what : Drawn.values()) {
            rows.put(
                    what.words(),
                    new Latencies(captures.stream()
                            .mapToLong(drawn -> drawn.getOrDefault(what, 0L))
                            .toArray()));
        }
        return new Measured(words, captures.size(), 0, rows);
    }

    String text() {
        TextTable table = new TextTable(words, "median ms", "p99 ms");
        times.forEach((name, took) -> table.row(
                name, TextTable.number(took.millis(MEDIAN), 2), TextTable.number(took.millis(NINETY_NINTH), 2)));
        return table
                + String.format(Locale.ROOT, "%d captures; %d more asked for another touch%n", captures, askedAgain);
    }

    ObjectNode json() {
        ObjectNode figures = JsonNodeFactory.instance.objectNode();
        figures.put("captures", captures).put("askedAgain", askedAgain);
        ObjectNode stages = figures.putObject("stages");
        times.forEach((name, took) -> stages.putObject(name.trim())
                .put("medianMillis", took.millis(MEDIAN))
                .put("p99Millis", took.millis(NINETY_NINTH)));
        return figures;
    }
}

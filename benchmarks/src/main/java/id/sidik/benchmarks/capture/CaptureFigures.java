package id.sidik.benchmarks.capture;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.sidik.benchmarks.load.Latencies;
import id.sidik.benchmarks.report.TextTable;
import id.sidik.engine.image.FingerImage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the stages took with one scanner. */
final class CaptureFigures {
    private static final double MEDIAN = 0.5;
    private static final double NINETY_NINTH = 0.99;

    private final String words;
    private final List<Map<Stage, Long>> captures = new ArrayList<>();
    private final List<FingerImage> images = new ArrayList<>();
    private int askedAgain;

    CaptureFigures(String words) {
        this.words = words;
    }

    void add(Map<Stage, Long> stages, FingerImage image) {
        captures.add(stages);
        images.add(image);
    }

    /** A capture that needed another touch says nothing about stages. */
    void addAskedAgain() {
        askedAgain++;
    }

    private Map<String, Latencies> byName() {
        Map<String, Latencies> rows = new LinkedHashMap<>();
        for (Stage stage : Stage.values()) {
            rows.put(
                    stage.words(),
                    new Latencies(captures.stream()
                            .mapToLong(stages -> stages.getOrDefault(stage, 0L))
                            .toArray()));
            if (stage == Stage.EXTRACTION) {
                rows.putAll(new ExtractionParts(images).byName());
            }
        }
        return rows;
    }

    String text() {
        TextTable table = new TextTable(words, "median ms", "p99 ms");
        byName().forEach((name, times) -> table.row(
                name, TextTable.number(times.millis(MEDIAN), 2), TextTable.number(times.millis(NINETY_NINTH), 2)));
        return table
                + String.format(
                        Locale.ROOT, "%d captures; %d more asked for another touch%n", captures.size(), askedAgain);
    }

    ObjectNode json() {
        ObjectNode figures = JsonNodeFactory.instance.objectNode();
        figures.put("captures", captures.size()).put("askedAgain", askedAgain);
        ObjectNode stages = figures.putObject("stages");
        byName().forEach((name, times) -> stages.putObject(name.trim())
                .put("medianMillis", times.millis(MEDIAN))
                .put("p99Millis", times.millis(NINETY_NINTH)));
        return figures;
    }
}

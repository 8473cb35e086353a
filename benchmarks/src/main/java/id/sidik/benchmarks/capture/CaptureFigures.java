package id.sidik.benchmarks.capture;

import id.sidik.benchmarks.load.Latencies;
import id.sidik.engine.image.FingerImage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the stages took with one scanner. */
final class CaptureFigures {
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

    /** The parts of the extraction are measured now. */
    Measured measured() {
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
        return new Measured(words, captures.size(), askedAgain, rows);
    }
}

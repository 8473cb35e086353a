package id.sidik.engine;

import id.sidik.engine.calibration.Calibration;
import id.sidik.engine.comparison.SidikComparator;
import id.sidik.engine.comparison.SourceAfisComparator;
import id.sidik.engine.comparison.TemplateComparator;
import id.sidik.engine.extraction.Extractor;
import id.sidik.engine.extraction.SidikExtractor;
import id.sidik.engine.extraction.SourceAfisExtractor;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** An extractor, the comparator of its templates, and what their scores mean: chosen together or not at all. */
public enum FingerEngine {
    /** Our own. */
    SIDIK,
    /** The baseline, and the only one that reads what it wrote. */
    SOURCEAFIS;

    /**
     * The engine of a name as configuration files spell it, {@code sidik} or {@code sourceafis}.
     *
     * @throws IllegalArgumentException naming those that there are
     */
    public static FingerEngine named(String name) {
        return Arrays.stream(values())
                .filter(engine -> engine.spelling().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no engine " + name + ". Use one of "
                        + Arrays.stream(values()).map(FingerEngine::spelling).collect(Collectors.joining(", "))));
    }

    private String spelling() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Extractor extractor() {
        return switch (this) {
            case SIDIK -> new SidikExtractor();
            case SOURCEAFIS -> new SourceAfisExtractor();
        };
    }

    public TemplateComparator comparator() {
        return switch (this) {
            case SIDIK -> new SidikComparator();
            case SOURCEAFIS -> new SourceAfisComparator();
        };
    }

    /** What says why two templates are alike; empty for an engine that only says how much. */
    public Optional<SidikComparator> explainer() {
        return switch (this) {
            case SIDIK -> Optional.of(new SidikComparator());
            case SOURCEAFIS -> Optional.empty();
        };
    }

    public Calibration calibration() {
        return switch (this) {
            case SIDIK -> Calibration.SIDIK;
            case SOURCEAFIS -> Calibration.SOURCEAFIS;
        };
    }
}

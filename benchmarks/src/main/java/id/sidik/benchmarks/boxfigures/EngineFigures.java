package id.sidik.benchmarks.boxfigures;

import id.sidik.benchmarks.sizing.FigureKey;
import id.sidik.engine.calibration.Calibration;
import id.sidik.engine.comparison.Comparison;
import id.sidik.engine.comparison.ComparisonScore;
import id.sidik.engine.comparison.PreparedReference;
import id.sidik.engine.comparison.SidikComparator;
import id.sidik.engine.extraction.ExtractionResult;
import id.sidik.engine.extraction.SidikExtractor;
import id.sidik.engine.image.FingerImage;
import id.sidik.engine.synthesis.SyntheticFinger;
import id.sidik.engine.template.Template;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What the engine's steps take of one core, on synthetic fingers: one probe, two mates and eight strangers. */
final class EngineFigures {
    private static final int MATES = 2;
    private static final int STRANGERS = 8;
    private static final double TARGET_FMR = 1e-3;

    private final SidikExtractor extractor = new SidikExtractor();
    private final SidikComparator comparator = new SidikComparator();
    private final FingerImage image = SyntheticFinger.of(1).impression(0);
    private final Template probe = template(image);
    private final Comparison comparison = comparator.comparisonOf(probe);
    private final List<PreparedReference> mates = IntStream.rangeClosed(1, MATES)
            .mapToObj(impression ->
                    comparator.prepare(template(SyntheticFinger.of(1).impression(impression))))
            .toList();
    private final List<Template> strangers = IntStream.rangeClosed(2, 1 + STRANGERS)
            .mapToObj(seed -> template(SyntheticFinger.of(seed).impression(0)))
            .toList();

    /** @param time for each of the four */
    Map<FigureKey, Double> measure(Stopwatch stopwatch, Duration time) {
        requireAnswersRight();
        Map<FigureKey, Double> figures = new EnumMap<>(FigureKey.class);
        figures.put(
                FigureKey.EXTRACTION_MILLIS,
                stopwatch.nanosEach(time, 1, () -> template(image).sizeBytes()) / 1e6);
        figures.put(
                FigureKey.PREPARATION_MICROS,
                stopwatch.nanosEach(
                                time, 1, () -> comparator.comparisonOf(probe).hashCode())
                        / 1e3);
        figures.put(
                FigureKey.GENUINE_COMPARISON_MICROS, stopwatch.nanosEach(time, MATES, () -> scoreBits(mates)) / 1e3);
        figures.put(
                FigureKey.IMPOSTOR_COMPARISON_MICROS,
                stopwatch.nanosEach(time, STRANGERS, () -> scoreBits(prepared(strangers))) / 1e3);
        return figures;
    }

    /** As a search does with its finalists, whose templates lie in the gallery as they are. */
    private List<PreparedReference> prepared(List<Template> references) {
        return references.stream().map(comparator::prepare).toList();
    }

    private long scoreBits(List<PreparedReference> references) {
        double sum = 0;
        for (PreparedReference reference : references) {
            sum += comparison.scoreOf(reference);
        }
        return Double.doubleToRawLongBits(sum);
    }

    /** The speed of wrong answers is of no interest. */
    private void requireAnswersRight() {
        if (!mates.stream().allMatch(this::matches)
                || prepared(strangers).stream().anyMatch(this::matches)) {
            throw new IllegalStateException("the engine takes strangers for mates, or the other way round");
        }
    }

    private boolean matches(PreparedReference reference) {
        return Calibration.SIDIK.fmrAt(new ComparisonScore(comparison.scoreOf(reference))) <= TARGET_FMR;
    }

    private Template template(FingerImage print) {
        return switch (extractor.extract(print)) {
            case ExtractionResult.Extracted(Template template, var _) -> template;
            case ExtractionResult.TooPoor(var quality) ->
                throw new IllegalStateException("a good impression was too poor: " + quality);
        };
    }
}

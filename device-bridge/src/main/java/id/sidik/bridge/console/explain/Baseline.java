package id.sidik.bridge.console.explain;

import id.sidik.engine.calibration.Calibration;
import id.sidik.engine.comparison.ComparisonScore;
import id.sidik.engine.comparison.SourceAfisComparator;
import id.sidik.engine.extraction.ExtractionResult;
import id.sidik.engine.extraction.SourceAfisExtractor;
import id.sidik.engine.template.Template;
import java.util.Locale;
import java.util.Optional;

/** What SourceAFIS, which anybody can run, says of the same two pictures. */
final class Baseline {
    private Baseline() {}

    static String sentence(Picture first, Picture second) {
        Optional<Template> probe = templateOf(first);
        Optional<Template> reference = templateOf(second);
        if (probe.isEmpty() || reference.isEmpty()) {
            return Calibration.SOURCEAFIS.algorithm() + " finds too little in one of the images to compare.";
        }
        SourceAfisComparator comparator = new SourceAfisComparator();
        ComparisonScore score = comparator.comparisonOf(probe.get()).against(comparator.prepare(reference.get()));
        return String.format(
                Locale.ROOT,
                "%s, for comparison: score %.1f; %s.",
                Calibration.SOURCEAFIS.algorithm(),
                score.value(),
                RateWords.lookAsAlike(Calibration.SOURCEAFIS.fmrAt(score)));
    }

    private static Optional<Template> templateOf(Picture picture) {
        return switch (new SourceAfisExtractor().extract(picture.image())) {
            case ExtractionResult.Extracted(Template template, var _) -> Optional.of(template);
            case ExtractionResult.TooPoor _ -> Optional.empty();
        };
    }
}

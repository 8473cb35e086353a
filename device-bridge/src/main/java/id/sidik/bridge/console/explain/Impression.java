package id.sidik.bridge.console.explain;

import id.sidik.engine.extraction.ExtractionResult;
import id.sidik.engine.extraction.SidikExtractor;
import id.sidik.engine.features.FingerFeatures;
import id.sidik.engine.interchange.FingerView;
import id.sidik.engine.quality.Quality;
import id.sidik.engine.ridges.RidgeAnalysis;
import id.sidik.engine.template.FingerPosition;
import id.sidik.engine.template.Template;

/** What the extractor makes of a picture. */
sealed interface Impression {
    Picture picture();

    Quality quality();

    /**
     * There is enough to compare with.
     *
     * @param template what the service would keep
     * @param features what the template says: comparisons number minutiae as it does
     * @param analysis how they were found
     */
    record Usable(Picture picture, Quality quality, Template template, FingerFeatures features, RidgeAnalysis analysis)
            implements Impression {}

    /** There is nothing to compare with. */
    record TooPoor(Picture picture, Quality quality) implements Impression {}

    /** Extracts as the matcher does, and once more to see how. */
    static Impression of(Picture picture) {
        return switch (new SidikExtractor().extract(picture.image())) {
            case ExtractionResult.TooPoor(Quality quality) -> new TooPoor(picture, quality);
            case ExtractionResult.Extracted(Template template, Quality quality) ->
                new Usable(
                        picture,
                        quality,
                        template,
                        FingerView.of(FingerPosition.UNKNOWN, template).features(),
                        RidgeAnalysis.of(picture.image()));
        };
    }
}

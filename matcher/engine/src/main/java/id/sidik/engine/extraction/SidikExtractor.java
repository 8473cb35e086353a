package id.sidik.engine.extraction;

import id.sidik.engine.features.FingerFeatures;
import id.sidik.engine.image.FingerImage;
import id.sidik.engine.image.ImageNormaliser;
import id.sidik.engine.quality.ImageAssessment;
import id.sidik.engine.quality.Quality;
import id.sidik.engine.ridges.RidgeAnalysis;
import id.sidik.engine.template.SidikPayload;
import id.sidik.engine.template.Template;

/** Our own extractor: {@link RidgeAnalysis} at 500 dpi, kept as {@link SidikPayload}. */
public final class SidikExtractor implements Extractor {
    /** Fewer can not be told from chance. */
    static final int MINUTIAE_MIN = 4;

    @Override
    public String algorithm() {
        return SidikPayload.ALGORITHM.toString();
    }

    @Override
    public ExtractionResult extract(FingerImage original) {
        FingerImage image = ImageNormaliser.toReferenceDpi(original);
        ImageAssessment assessment = ImageAssessment.of(image);
        if (!assessment.showsFinger()) {
            return new ExtractionResult.TooPoor(assessment.withMinutiae(0));
        }
        FingerFeatures features = RidgeAnalysis.of(image).features();
        int minutiae = features.minutiae().count();
        Quality quality = assessment.withMinutiae(minutiae);
        return minutiae < MINUTIAE_MIN
                ? new ExtractionResult.TooPoor(quality)
                : new ExtractionResult.Extracted(
                        Template.of(SidikPayload.ALGORITHM, SidikPayload.write(features)), quality);
    }
}

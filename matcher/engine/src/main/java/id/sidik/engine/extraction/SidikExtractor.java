package id.sidik.engine.extraction;

import id.sidik.engine.image.FingerImage;
import id.sidik.engine.image.ImageNormaliser;
import id.sidik.engine.quality.PrintAssessment;
import id.sidik.engine.quality.Quality;
import id.sidik.engine.ridges.RidgeAnalysis;
import id.sidik.engine.template.SidikPayload;
import id.sidik.engine.template.Template;

/** Our own extractor: {@link RidgeAnalysis} at 500 dpi, kept as {@link SidikPayload}. */
public final class SidikExtractor implements Extractor {
    /** Fewer can not be told from chance, and the middle of mere rings shows up to five. */
    static final int MINUTIAE_MIN = 6;

    @Override
    public String algorithm() {
        return SidikPayload.ALGORITHM.toString();
    }

    @Override
    public ExtractionResult extract(FingerImage original) {
        RidgeAnalysis analysis = RidgeAnalysis.of(ImageNormaliser.toReferenceDpi(original));
        PrintAssessment assessment = PrintAssessment.of(analysis);
        Quality quality = assessment.quality();
        if (!assessment.showsFinger() || analysis.features().minutiae().count() < MINUTIAE_MIN) {
            return new ExtractionResult.TooPoor(quality);
        }
        byte[] payload = SidikPayload.write(analysis.features());
        return new ExtractionResult.Extracted(Template.of(SidikPayload.ALGORITHM, payload), quality);
    }
}

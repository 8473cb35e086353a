package id.sidik.engine.extraction;

import id.sidik.engine.features.Minutiae;
import id.sidik.engine.image.FingerImage;
import id.sidik.engine.image.ImageNormaliser;
import id.sidik.engine.quality.PrintAssessment;
import id.sidik.engine.quality.Quality;
import id.sidik.engine.ridges.RidgeAnalysis;
import id.sidik.engine.template.SidikPayload;
import id.sidik.engine.template.Template;

/** Our own extractor: {@link RidgeAnalysis} at 500 dpi, kept as {@link SidikPayload}. */
public final class SidikExtractor implements Extractor {
    /** Four in a large overlap, with nothing that speaks against them, are evidence enough; the score knows how much. */
    static final int MINUTIAE_MIN = 4;

    /** Mere rings show a few, all in their middle, within 21 px; those of a finger lie 80 px apart and more. */
    private static final float SPREAD_MIN_PX = 45;

    @Override
    public String algorithm() {
        return SidikPayload.ALGORITHM.toString();
    }

    @Override
    public ExtractionResult extract(FingerImage original) {
        RidgeAnalysis analysis = RidgeAnalysis.of(ImageNormaliser.toReferenceDpi(original));
        PrintAssessment assessment = PrintAssessment.of(analysis);
        Quality quality = assessment.quality();
        if (!assessment.showsFinger() || areTooFew(analysis.features().minutiae())) {
            return new ExtractionResult.TooPoor(quality);
        }
        byte[] payload = SidikPayload.write(analysis.features());
        return new ExtractionResult.Extracted(Template.of(SidikPayload.ALGORITHM, payload), quality);
    }

    private static boolean areTooFew(Minutiae minutiae) {
        float left = Float.MAX_VALUE;
        float right = 0;
        float top = Float.MAX_VALUE;
        float bottom = 0;
        for (int minutia = 0; minutia < minutiae.count(); minutia++) {
            left = Math.min(left, minutiae.x(minutia));
            right = Math.max(right, minutiae.x(minutia));
            top = Math.min(top, minutiae.y(minutia));
            bottom = Math.max(bottom, minutiae.y(minutia));
        }
        return minutiae.count() < MINUTIAE_MIN || Math.max(right - left, bottom - top) < SPREAD_MIN_PX;
    }
}

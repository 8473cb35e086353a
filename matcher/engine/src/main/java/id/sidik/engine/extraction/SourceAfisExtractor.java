package id.sidik.engine.extraction;

import com.machinezoo.sourceafis.FingerprintImage;
import com.machinezoo.sourceafis.FingerprintImageOptions;
import com.machinezoo.sourceafis.FingerprintTemplate;
import id.sidik.engine.image.FingerImage;
import id.sidik.engine.image.ImageNormaliser;
import id.sidik.engine.quality.PrintAssessment;
import id.sidik.engine.quality.Quality;
import id.sidik.engine.ridges.RidgeAnalysis;
import id.sidik.engine.template.SourceAfisPayload;
import id.sidik.engine.template.Template;

/** SourceAFIS as extractor, on images that are normalised first: {@link ImageNormaliser} says what that gains. */
public final class SourceAfisExtractor implements Extractor {
    /** Fewer minutiae make no edges to compare; SourceAFIS would score every pair near zero. */
    static final int MINUTIAE_MIN = 6;

    @Override
    public String algorithm() {
        return SourceAfisPayload.ALGORITHM.toString();
    }

    @Override
    public ExtractionResult extract(FingerImage original) {
        FingerImage image = ImageNormaliser.toReferenceDpi(original);
        PrintAssessment assessment = PrintAssessment.of(RidgeAnalysis.of(image));
        Quality quality = assessment.quality();
        if (!assessment.showsFinger()) {
            return new ExtractionResult.TooPoor(quality);
        }
        byte[] payload = nativeTemplate(image);
        return SourceAfisPayload.check(payload) < MINUTIAE_MIN
                ? new ExtractionResult.TooPoor(quality)
                : new ExtractionResult.Extracted(Template.of(SourceAfisPayload.ALGORITHM, payload), quality);
    }

    private static byte[] nativeTemplate(FingerImage image) {
        FingerprintImageOptions options = new FingerprintImageOptions().dpi(image.dpi());
        return new FingerprintTemplate(new FingerprintImage(image.widthPx(), image.heightPx(), image.pixels(), options))
                .toByteArray();
    }
}

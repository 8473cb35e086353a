package id.sidik.engine.extraction;

import id.sidik.engine.image.FingerImage;
import id.sidik.engine.image.InvalidSampleException;

/** Makes templates of one algorithm from images. Safe for use by many threads; costs tens of milliseconds of one core. */
public interface Extractor {
    /** Who makes the templates, as {@code name/version}. */
    String algorithm();

    /**
     * Makes a template, or says why there is none.
     *
     * @throws InvalidSampleException if the image can not be one finger at its resolution
     */
    ExtractionResult extract(FingerImage image);
}

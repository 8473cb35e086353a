package id.sidik.engine.quality;

import id.sidik.engine.image.FingerImage;

/** placeholder, replaced within the hour */
public record ImageAssessment(QualityCause cause, int score) {
    public static ImageAssessment of(FingerImage image) {
        return new ImageAssessment(QualityCause.NONE, 80);
    }

    /** The quality, now that it is known how many minutiae were found. */
    public Quality withMinutiae(int minutiae) {
        return minutiae < 6 ? new Quality(0, QualityCause.FEW_MINUTIAE) : new Quality(score, cause);
    }
}

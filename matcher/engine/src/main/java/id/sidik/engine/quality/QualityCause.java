package id.sidik.engine.quality;

/**
 * The main reason for a low quality, and so for what the screen should say. Declared in order of precedence: of all causes that
 * apply, the first one is reported.
 */
public enum QualityCause {
    /** No ridges found. */
    NO_FINGER,
    /** The finger covers too little of the sensor. */
    SMALL_AREA,
    /** Ridges are smeared together. */
    TOO_WET,
    /** Ridges are broken and light. */
    TOO_DRY,
    /** Ridges have no clear edges. */
    BLURRED,
    /** The extractor found too little to compare. */
    FEW_MINUTIAE,
    /** Nothing to complain about. */
    NONE
}

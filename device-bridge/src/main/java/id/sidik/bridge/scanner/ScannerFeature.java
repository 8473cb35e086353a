package id.sidik.bridge.scanner;

/** What only some modules of the EF01 family can do. A module asked for what it lacks may answer nothing at all. */
public enum ScannerFeature {
    /** Answers ReadSysPara. The R308 does not. */
    SYSTEM_PARAMETERS,
    /** Answers ReadProdInfo, which has the size of the image. R503 family. */
    PRODUCT_INFO,
    /** Grades the image while it takes it (GetImageEx), so that a smudge is not taken for a finger. R503 family. */
    GRADED_CAPTURE,
    /** A lamp that is on or off. ZFM family. */
    LAMP,
    /** A ring of coloured light. R503 family. */
    RING_LIGHT
}

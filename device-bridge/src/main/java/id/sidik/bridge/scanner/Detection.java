package id.sidik.bridge.scanner;

/** What one look at the glass found. */
public sealed interface Detection
        permits Detection.FingerPresent, Detection.NoFinger, Detection.PoorImpression, DeviceFault {
    /** The module holds an image of a finger, to be transferred. */
    record FingerPresent() implements Detection {}

    /** Nothing lies on the glass. */
    record NoFinger() implements Detection {}

    /** Something lies on the glass, and the module itself can not make an image of it. */
    record PoorImpression() implements Detection {}
}

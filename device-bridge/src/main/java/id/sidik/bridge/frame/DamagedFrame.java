package id.sidik.bridge.frame;

/** A header that led to no valid frame. Only its first byte is given up: a whole frame may begin right behind it. */
public record DamagedFrame(Damage damage) implements Reception {
    /** What was wrong. */
    public enum Damage {
        /** The type is none of {@link FrameType}. */
        TYPE,
        /** The length is below 2 or above 258. */
        LENGTH,
        /** The bytes do not add up to the sum. */
        SUM,
        /** The line fell silent before the end. */
        CUT_SHORT
    }
}

package id.sidik.engine.template;

/** Which finger, with the numbers of ISO/IEC 19794-2, table 2. */
public enum FingerPosition {
    UNKNOWN(0),
    RIGHT_THUMB(1),
    RIGHT_INDEX(2),
    RIGHT_MIDDLE(3),
    RIGHT_RING(4),
    RIGHT_LITTLE(5),
    LEFT_THUMB(6),
    LEFT_INDEX(7),
    LEFT_MIDDLE(8),
    LEFT_RING(9),
    LEFT_LITTLE(10);

    private static final FingerPosition[] BY_ISO_NUMBER = values();

    private final int isoNumber;

    FingerPosition(int isoNumber) {
        this.isoNumber = isoNumber;
    }

    public int isoNumber() {
        return isoNumber;
    }

    /**
     * The finger with an ISO number.
     *
     * @throws IllegalArgumentException unless 0 to 10
     */
    public static FingerPosition ofIsoNumber(int isoNumber) {
        if (isoNumber < 0 || isoNumber >= BY_ISO_NUMBER.length) {
            throw new IllegalArgumentException("A finger position is 0 to 10, not " + isoNumber);
        }
        return BY_ISO_NUMBER[isoNumber];
    }

    /** Whether two impressions may be of one finger: an unknown finger may be any. */
    public boolean mayBe(FingerPosition other) {
        return this == UNKNOWN || other == UNKNOWN || this == other;
    }
}

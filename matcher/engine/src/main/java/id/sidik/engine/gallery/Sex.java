package id.sidik.engine.gallery;

/** Of a subject, as far as the register was told; the numbers are those of ISO/IEC 5218. */
public enum Sex {
    UNKNOWN(0),
    MALE(1),
    FEMALE(2);

    private final int isoNumber;

    Sex(int isoNumber) {
        this.isoNumber = isoNumber;
    }

    public int isoNumber() {
        return isoNumber;
    }

    /**
     * The sex with an ISO number.
     *
     * @throws IllegalArgumentException unless 0 to 2
     */
    public static Sex ofIsoNumber(int isoNumber) {
        return switch (isoNumber) {
            case 0 -> UNKNOWN;
            case 1 -> MALE;
            case 2 -> FEMALE;
            default -> throw new IllegalArgumentException("A sex is 0 to 2, not " + isoNumber);
        };
    }
}

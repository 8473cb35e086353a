package id.sidik.engine.kernel;

/** Which of a run of places lie near another. O(places). */
public final class NearbyPlaces {
    /** The longest run: a bit of a {@code long} for each. */
    public static final int RUN_MAX = Long.SIZE;

    private NearbyPlaces() {}

    /**
     * Bit k says whether place {@code from + k} is no further away.
     *
     * @param x of the places; what lies beyond the run is not read
     * @param count of the run, at most {@link #RUN_MAX}
     * @param squareMax the square of the distance
     */
    public static long within(float[] x, float[] y, int from, int count, float atX, float atY, float squareMax) {
        return VectorModule.IS_PRESENT
                ? VectorNearbyPlaces.within(x, y, from, count, atX, atY, squareMax)
                : ScalarNearbyPlaces.within(x, y, from, count, atX, atY, squareMax);
    }
}

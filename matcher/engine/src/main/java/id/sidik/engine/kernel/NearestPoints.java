package id.sidik.engine.kernel;

/**
 * The nearest points to one of a print's points, by whole numbers, so that every machine finds the same. Reads 8 bytes a point.
 * O(points × nearest).
 */
public final class NearestPoints {
    /** A point's number takes so many bits beside a squared distance. */
    static final int NUMBER_BITS = 6;

    static final int NUMBER_MASK = (1 << NUMBER_BITS) - 1;

    public static final int POINTS_MAX = 1 << NUMBER_BITS;

    /** Squares beyond do not fit beside a number. */
    public static final int SQUARE_MAX = (Integer.MAX_VALUE >>> NUMBER_BITS) - 1;

    /** Elements that may be read or written beyond the last point: callers leave as much room. */
    public static final int SLACK = CodePlanes.LANES_MAX;

    private NearestPoints() {}

    /**
     * Finds the nearest; of points at one distance the one with the smaller number comes first.
     *
     * @param x of the points; two differ by at most 32,766, as in {@code y}
     * @param count of the points, at most {@link #POINTS_MAX}
     * @param point whose neighbours are asked for
     * @param squareMin of the distance, from 1: nearer points are passed over
     * @param squareMax of the distance, up to {@link #SQUARE_MAX}
     * @param few how many to find at most
     * @param scratch as long as {@code x}
     * @param nearest is written from {@code first} on
     * @return how many there are
     */
    public static int find(
            int[] x,
            int[] y,
            int count,
            int point,
            int squareMin,
            int squareMax,
            int few,
            int[] scratch,
            int[] nearest,
            int first) {
        return VectorModule.IS_PRESENT
                ? VectorNearestPoints.find(x, y, count, point, squareMin, squareMax, few, scratch, nearest, first)
                : ScalarNearestPoints.find(x, y, count, point, squareMin, squareMax, few, scratch, nearest, first);
    }
}

package id.sidik.engine.kernel;

/**
 * Finds, among votes for poses, the one that the most weight agrees with. A pose is a turn and a shift in three fields of 32 bits, each
 * with a spare bit on top, so that one subtraction compares all three:
 *
 * <pre>
 *  spare 1 | turn 6 | spare 1 | x 11 | spare 1 | y 11 (the lowest)
 * </pre>
 *
 * Two votes agree when no field differs by more than its limit. O(votes²).
 */
public final class PoseVotes {
    /** Elements that may be read beyond the last vote: callers leave as much room. */
    public static final int SLACK = CodePlanes.LANES_MAX;

    private static final int X_SHIFT = 12;
    private static final int TURN_SHIFT = 24;

    /** Fields are from 0 to these, less the limit: a sum with the limit must not reach the spare bit. */
    static final int TURN_MAX = 63;

    static final int SHIFT_MAX = 2047;

    /** The spare bits. */
    static final int SPARE = 1 << 30 | 1 << 23 | 1 << 11;

    private PoseVotes() {}

    /** A pose of its fields. */
    public static int pose(int turn, int x, int y) {
        return turn << TURN_SHIFT | x << X_SHIFT | y;
    }

    public static int turn(int pose) {
        return pose >>> TURN_SHIFT;
    }

    public static int x(int pose) {
        return pose >>> X_SHIFT & SHIFT_MAX;
    }

    public static int y(int pose) {
        return pose & SHIFT_MAX;
    }

    /**
     * The most agreed with of some votes; of equals, the first.
     *
     * @param poses of the votes
     * @param weights of the votes, whole numbers whose sums fit an int
     * @param first of the votes
     * @param end after the last; both arrays have room for {@link #SLACK} more
     * @param limit how far each field may differ, as a {@link #pose}
     * @return the vote's place, or {@code first} if there is none
     */
    public static int mostAgreed(int[] poses, int[] weights, int first, int end, int limit) {
        return VectorModule.IS_PRESENT
                ? VectorPoseVotes.mostAgreed(poses, weights, first, end, limit)
                : ScalarPoseVotes.mostAgreed(poses, weights, first, end, limit);
    }

    /**
     * Whether two votes agree. With the spare bits set in both, neither subtraction borrows from the next field; a spare bit is left
     * of the first where {@code other} exceeds {@code pose} by no more than the limit, and of the second the other way round.
     */
    public static boolean agree(int pose, int other, int limit) {
        int below = (pose | SPARE) + limit - other;
        int above = (other | SPARE) + limit - pose;
        return (below & above & SPARE) == SPARE;
    }
}

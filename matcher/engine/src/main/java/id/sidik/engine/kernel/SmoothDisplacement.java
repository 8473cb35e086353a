package id.sidik.engine.kernel;

/**
 * How skin is displaced at some places, from what is known at others: the mean of the known displacements by how near they are, and of
 * none at all by the stiffness of skin. What is known at a place itself is left out there, so that a displacement that neighbours do
 * not share never explains itself away.
 */
public final class SmoothDisplacement {
    /** How far skin moves together: the deviation of the Gaussian that weighs neighbours. */
    private static final float NEAR_PX = 45;

    static final int NEARNESS_STEPS = 1024;
    private static final float DEVIATIONS_SQUARED_MAX = 12;
    static final float STEPS_PER_SQUARE_PX = NEARNESS_STEPS / (DEVIATIONS_SQUARED_MAX * NEAR_PX * NEAR_PX);

    /** One more entry: nothing, at whatever is further away. */
    static final float[] NEARNESS = nearness();

    /** The weight of no displacement at all, against one of each known at the very place. */
    static final float STIFFNESS = 0.6f;

    private SmoothDisplacement() {}

    /** How much two places of a print move together: 1 at no distance, 0 beyond 156 px. */
    public static float nearness(float dx, float dy) {
        return NEARNESS[Math.min((int) ((dx * dx + dy * dy) * STEPS_PER_SQUARE_PX), NEARNESS_STEPS)];
    }

    /**
     * Adds to each place its displacement.
     *
     * @param known what is known, with places before the displacement
     * @param x places before the displacement, px
     * @param movedX gets {@code x} and the displacement; up to {@link CodePlanes#LANES_MAX} entries beyond the count are overwritten,
     *     which the other arrays must have, too
     */
    public static void move(KnownDisplacements known, float[] x, float[] y, int count, float[] movedX, float[] movedY) {
        if (VectorModule.IS_PRESENT) {
            VectorSmoothDisplacement.move(known, x, y, count, movedX, movedY);
        } else {
            ScalarSmoothDisplacement.move(known, x, y, count, movedX, movedY);
        }
    }

    private static float[] nearness() {
        float[] nearness = new float[NEARNESS_STEPS + 1];
        for (int step = 0; step < NEARNESS_STEPS; step++) {
            nearness[step] = (float) Math.exp(-DEVIATIONS_SQUARED_MAX / 2 * step / NEARNESS_STEPS);
        }
        return nearness;
    }
}

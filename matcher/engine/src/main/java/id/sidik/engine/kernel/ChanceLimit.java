package id.sidik.engine.kernel;

/**
 * Which references have more votes than chance gives them. Chance gives to one of {@code n} entries a sum of weights with the mean
 * {@code c × n} and the variance {@code 4 × c × n}; it passes with a sum that lies so many deviations above the mean, and not below
 * the least. Reads 4 bytes a reference.
 */
public final class ChanceLimit {
    /** Elements that may be read beyond the last reference, or written beyond the last that passes: callers leave as much room. */
    public static final int SLACK = CodePlanes.LANES_MAX;

    /** A count looks at the first {@link #SLACK} references of each so many. */
    public static final int SAMPLED_STEP = 4 * SLACK;

    /** Votes of a vote's weight squared, by the weight: how much the sum spreads. */
    static final float SPREAD = 4;

    private ChanceLimit() {}

    /**
     * How many of a sample pass.
     *
     * @param weights of references, 0 to 32,767 each; {@link #SLACK} more may be read beyond the end
     * @param entries of the same references, likewise
     * @param end of the references, after the last
     * @param chance that an entry gets by mere chance, as a weight
     * @param deviations above that; or below, if negative
     * @param least weight that passes at all
     */
    public static int countSampled(
            short[] weights, short[] entries, int end, float chance, float deviations, int least) {
        return VectorModule.IS_PRESENT
                ? VectorChanceLimit.countSampled(weights, entries, end, chance, deviations, least)
                : ScalarChanceLimit.countSampled(weights, entries, end, chance, deviations, least);
    }

    /**
     * Writes down who passes, ascending, as many as there is room for.
     *
     * @param passed has {@link #SLACK} elements beside the room
     * @return how many passed
     */
    public static int select(
            short[] weights, short[] entries, int end, float chance, float deviations, int least, int[] passed) {
        return VectorModule.IS_PRESENT
                ? VectorChanceLimit.select(weights, entries, end, chance, deviations, least, passed)
                : ScalarChanceLimit.select(weights, entries, end, chance, deviations, least, passed);
    }
}

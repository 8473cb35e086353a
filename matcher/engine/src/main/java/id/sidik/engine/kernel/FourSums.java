package id.sidik.engine.kernel;

/** The sum of numbers as that of four sums, of every fourth one each, that need not wait for each other. O(numbers). */
public final class FourSums {
    private FourSums() {}

    /** The sum of the first {@code count}, rounded alike everywhere. */
    public static float of(float[] values, int count) {
        return VectorModule.IS_PRESENT ? VectorFourSums.of(values, count) : ScalarFourSums.of(values, count);
    }
}

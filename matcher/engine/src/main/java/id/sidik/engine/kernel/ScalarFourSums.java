package id.sidik.engine.kernel;

/** {@link FourSums}, number by number. */
public final class ScalarFourSums {
    private ScalarFourSums() {}

    /** As {@link FourSums#of}. */
    public static float of(float[] values, int count) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        int place = 0;
        for (; place + 3 < count; place += 4) {
            a += values[place];
            b += values[place + 1];
            c += values[place + 2];
            d += values[place + 3];
        }
        for (; place < count; place++) {
            a += values[place];
        }
        return a + b + (c + d);
    }
}

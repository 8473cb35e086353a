package id.sidik.engine.image.jpeg2000;

/**
 * One level of the inverse wavelet transformation (ISO/IEC 15444-1, annex F), in place. Before, the rectangle holds the low-pass
 * subbands in front of the high-pass ones in both directions; after, pixels of the next resolution. Floats hold the integers of the
 * reversible filter exactly up to 2^24.
 */
final class InverseWavelet {
    private static final float ALPHA = -1.5861343f;
    private static final float BETA = -0.052980117f;
    private static final float GAMMA = 0.8829111f;
    private static final float DELTA = 0.44350687f;
    private static final float K = 1.2301741f;

    /** As many samples as the longer filter looks beyond an end. */
    private static final int MARGIN = 4;

    private final boolean isReversible;
    private final float[] line;

    InverseWavelet(boolean isReversible, int sideMax) {
        this.isReversible = isReversible;
        this.line = new float[sideMax + 2 * MARGIN];
    }

    /**
     * Transforms the upper left {@code width} x {@code height} of {@code samples}.
     *
     * @param x0 the position of the left column in the resolution's own grid; even positions are low-pass
     * @param y0 likewise of the upper row
     */
    void transform(float[] samples, int stride, int x0, int y0, int width, int height) {
        for (int row = 0; row < height; row++) {
            transformLine(samples, row * stride, 1, x0, width);
        }
        for (int column = 0; column < width; column++) {
            transformLine(samples, column, stride, y0, height);
        }
    }

    private void transformLine(float[] samples, int from, int step, int origin, int length) {
        int parity = origin & 1;
        if (length == 1) {
            samples[from] = parity == 0 ? samples[from] : samples[from] / 2;
            return;
        }
        int lowCount = (length + 1 - parity) / 2;
        for (int low = 0; low < lowCount; low++) {
            line[MARGIN + 2 * low + parity] = samples[from + low * step];
        }
        for (int high = 0; high < length - lowCount; high++) {
            line[MARGIN + 2 * high + 1 - parity] = samples[from + (lowCount + high) * step];
        }
        mirrorEnds(length);
        if (isReversible) {
            liftReversible(parity, length);
        } else {
            liftIrreversible(parity, length);
        }
        for (int sample = 0; sample < length; sample++) {
            samples[from + sample * step] = line[MARGIN + sample];
        }
    }

    /** Whole-sample symmetry (F.3.7), again and again for lines shorter than the filter. */
    private void mirrorEnds(int length) {
        int period = 2 * (length - 1);
        for (int beyond = 1; beyond <= MARGIN; beyond++) {
            line[MARGIN - beyond] = line[MARGIN + mirrored(-beyond, length, period)];
            line[MARGIN + length - 1 + beyond] = line[MARGIN + mirrored(length - 1 + beyond, length, period)];
        }
    }

    private static int mirrored(int index, int length, int period) {
        int within = Math.floorMod(index, period);
        return within < length ? within : period - within;
    }

    private void liftReversible(int parity, int length) {
        for (int even = MARGIN - parity; even <= MARGIN + length; even += 2) {
            line[even] -= (float) Math.floor((line[even - 1] + line[even + 1] + 2) / 4);
        }
        for (int odd = MARGIN + 1 - parity; odd < MARGIN + length; odd += 2) {
            line[odd] += (float) Math.floor((line[odd - 1] + line[odd + 1]) / 2);
        }
    }

    private void liftIrreversible(int parity, int length) {
        int firstEven = MARGIN - parity; // of the line or just before it
        int end = MARGIN + length;
        for (int sample = 0; sample < length + 2 * MARGIN; sample++) {
            line[sample] *= (sample - firstEven) % 2 == 0 ? K : 1 / K;
        }
        lift(firstEven - 2, end + 3, DELTA);
        lift(firstEven - 1, end + 2, GAMMA);
        lift(firstEven, end + 1, BETA);
        lift(firstEven + 1, end, ALPHA);
    }

    /** Every other sample from {@code first} to before {@code end} loses {@code weight} times its neighbours. */
    private void lift(int first, int end, float weight) {
        for (int sample = Math.max(1, first); sample < Math.min(end, line.length - 1); sample += 2) {
            line[sample] -= weight * (line[sample - 1] + line[sample + 1]);
        }
    }
}

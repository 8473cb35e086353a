package id.sidik.engine.synthesis;

import java.util.Arrays;

/**
 * Even Gabor filters for every ridge direction and period, without response to a constant.
 *
 * <p>A filter sees three ridges: its envelope falls to a thousandth at one and a half periods (Cappelli 2000). Along the
 * ridge it is a little longer, which keeps ridges continuous. A filter answers about 1 on a square wave of its own period
 * between -1 and 1.
 */
final class GaborBank {
    static final int RADIUS_PX = 10;

    private static final int DIRECTIONS = 64;
    private static final double SHORTEST_PERIOD_PX = 6.5;
    private static final double PERIOD_STEP_PX = 0.25;
    private static final int PERIODS = 27;
    private static final double ACROSS_SIGMA_PERIODS = 0.40;
    private static final double ALONG_SIGMA_PERIODS = 0.44;

    /** Half of the filter's support; the other half mirrors it through the centre. */
    private final int[] dx;

    private final int[] dy;
    private final float[][] weights;
    private final float[] centreWeight;

    GaborBank() {
        int count = 0;
        int[] xs = new int[(2 * RADIUS_PX + 1) * (RADIUS_PX + 1)];
        int[] ys = new int[xs.length];
        for (int y = 0; y <= RADIUS_PX; y++) {
            for (int x = -RADIUS_PX; x <= RADIUS_PX; x++) {
                boolean secondHalf = y > 0 || x > 0;
                if (secondHalf && x * x + y * y <= RADIUS_PX * RADIUS_PX) {
                    xs[count] = x;
                    ys[count++] = y;
                }
            }
        }
        dx = Arrays.copyOf(xs, count);
        dy = Arrays.copyOf(ys, count);
        weights = new float[DIRECTIONS * PERIODS][];
        centreWeight = new float[DIRECTIONS * PERIODS];
        for (int direction = 0; direction < DIRECTIONS; direction++) {
            for (int period = 0; period < PERIODS; period++) {
                fill(direction, period);
            }
        }
    }

    /** The filter for a ridge direction in radians and a ridge period in pixels, the nearest there is. */
    int filter(double radians, double periodPx) {
        int direction = Math.floorMod((int) StrictMath.floor(radians / StrictMath.PI * DIRECTIONS + 0.5), DIRECTIONS);
        int period = Math.clamp((int) ((periodPx - SHORTEST_PERIOD_PX) / PERIOD_STEP_PX + 0.5), 0, PERIODS - 1);
        return direction * PERIODS + period;
    }

    /** Distances in a row-major plane to the second half of the support. */
    int[] offsets(int widthPx) {
        int[] offsets = new int[dx.length];
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = dy[i] * widthPx + dx[i];
        }
        return offsets;
    }

    /** Answer of a filter at one place, which must be at least {@link #RADIUS_PX} away from every edge of the plane. */
    float answer(int filter, float[] plane, int place, int[] offsets) {
        float[] w = weights[filter];
        float even = centreWeight[filter] * plane[place];
        float odd = 0; // two sums, so that one addition need not wait for the other
        int last = offsets.length - 1;
        for (int i = 0; i < last; i += 2) {
            int a = offsets[i];
            int b = offsets[i + 1];
            even += w[i] * (plane[place + a] + plane[place - a]);
            odd += w[i + 1] * (plane[place + b] + plane[place - b]);
        }
        if ((offsets.length & 1) == 1) {
            even += w[last] * (plane[place + offsets[last]] + plane[place - offsets[last]]);
        }
        return even + odd;
    }

    private void fill(int direction, int period) {
        double angle = direction * StrictMath.PI / DIRECTIONS;
        double periodPx = SHORTEST_PERIOD_PX + period * PERIOD_STEP_PX;
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        int n = dx.length;
        double[] envelope = new double[n];
        double[] wave = new double[n];
        double envelopeSum = 0.5;
        double waveSum = 0.5;
        for (int i = 0; i < n; i++) {
            double along = (dx[i] * cos - dy[i] * sin) / (ALONG_SIGMA_PERIODS * periodPx);
            double across = dx[i] * sin + dy[i] * cos;
            double acrossSigmas = across / (ACROSS_SIGMA_PERIODS * periodPx);
            envelope[i] = StrictMath.exp(-(along * along + acrossSigmas * acrossSigmas) / 2);
            wave[i] = StrictMath.cos(2 * StrictMath.PI * across / periodPx);
            envelopeSum += envelope[i];
            waveSum += envelope[i] * wave[i];
        }
        double mean = waveSum / envelopeSum;
        double gain = 1 - mean;
        for (int i = 0; i < n; i++) {
            gain += 2 * envelope[i] * Math.abs(wave[i] - mean);
        }
        float[] w = new float[n];
        for (int i = 0; i < n; i++) {
            w[i] = (float) (envelope[i] * (wave[i] - mean) / gain);
        }
        weights[direction * PERIODS + period] = w;
        centreWeight[direction * PERIODS + period] = (float) ((1 - mean) / gain);
    }
}

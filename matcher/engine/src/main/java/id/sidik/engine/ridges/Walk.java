package id.sidik.engine.ridges;

import java.util.function.DoubleUnaryOperator;

/**
 * A symmetric filter along a straight line through a pixel, taken over the pixels that lie nearest to the line. Each is weighed by
 * where it really lies along the line, so rounding shifts no wave. Only one half is kept; the other mirrors it.
 */
final class Walk {
    /** Elements that are filtered together. */
    static final int ROW = 4;

    private final int[] dx;
    private final int[] dy;
    private final double[] along;
    private final float[] weight;

    /**
     * The pixels of a line, weighing nothing yet.
     *
     * @param angle of the line, in radians
     * @param reach pixels to either side
     */
    private Walk(double angle, double reach) {
        int count = (int) Math.round(reach) + 1;
        this.dx = new int[count];
        this.dy = new int[count];
        this.along = new double[count];
        this.weight = new float[count];
        for (int k = 0; k < count; k++) {
            dx[k] = (int) Math.round(k * Math.cos(angle));
            dy[k] = (int) Math.round(k * Math.sin(angle));
            along[k] = dx[k] * Math.cos(angle) + dy[k] * Math.sin(angle);
        }
    }

    /** A Gaussian blur, cut off at two standard deviations; a constant passes unchanged. */
    static Walk blur(double angle, double sigmaPx) {
        Walk walk = new Walk(angle, 2 * sigmaPx);
        DoubleUnaryOperator gaussian = gaussian(sigmaPx);
        double sum = walk.sum(gaussian);
        walk.fill(u -> gaussian.applyAsDouble(u) / sum);
        return walk;
    }

    /** An even Gabor filter: a constant gives nothing, and a wave of the period passes unchanged. */
    static Walk bandPass(double angle, double periodPx, double sigmaPx, double reachPx) {
        Walk walk = new Walk(angle, reachPx);
        DoubleUnaryOperator gaussian = gaussian(sigmaPx);
        DoubleUnaryOperator wave = u -> Math.cos(2 * Math.PI * u / periodPx);
        double mean = walk.sum(u -> gaussian.applyAsDouble(u) * wave.applyAsDouble(u)) / walk.sum(gaussian);
        DoubleUnaryOperator filter = u -> gaussian.applyAsDouble(u) * (wave.applyAsDouble(u) - mean);
        double gain = walk.sum(u -> filter.applyAsDouble(u) * wave.applyAsDouble(u));
        walk.fill(u -> filter.applyAsDouble(u) / gain);
        return walk;
    }

    private static DoubleUnaryOperator gaussian(double sigma) {
        return u -> Math.exp(-u * u / (2 * sigma * sigma));
    }

    private double sum(DoubleUnaryOperator function) {
        double sum = function.applyAsDouble(0);
        for (int k = 1; k < along.length; k++) {
            sum += 2 * function.applyAsDouble(along[k]);
        }
        return sum;
    }

    private void fill(DoubleUnaryOperator weights) {
        for (int k = 0; k < along.length; k++) {
            weight[k] = (float) weights.applyAsDouble(along[k]);
        }
    }

    /** How far from the pixel the walk goes, in array elements, for rows of this length. */
    void offsets(int stride, int[] offsets) {
        for (int k = 0; k < weight.length; k++) {
            offsets[k] = dy[k] * stride + dx[k];
        }
    }

    /**
     * The filter's answers at {@link #ROW} elements side by side, which share their offsets.
     *
     * @param values all that the walk reaches from there must exist
     */
    void at(float[] values, int first, int[] offsets, float[] answers) {
        float centre = weight[0];
        float a = centre * values[first];
        float b = centre * values[first + 1];
        float c = centre * values[first + 2];
        float d = centre * values[first + 3];
        for (int k = 1; k < weight.length; k++) {
            int ahead = first + offsets[k];
            int behind = first - offsets[k];
            float w = weight[k];
            a += w * (values[ahead] + values[behind]);
            b += w * (values[ahead + 1] + values[behind + 1]);
            c += w * (values[ahead + 2] + values[behind + 2]);
            d += w * (values[ahead + 3] + values[behind + 3]);
        }
        answers[0] = a;
        answers[1] = b;
        answers[2] = c;
        answers[3] = d;
    }
}

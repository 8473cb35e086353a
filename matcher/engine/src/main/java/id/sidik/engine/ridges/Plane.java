package id.sidik.engine.ridges;

import java.util.Arrays;

/** A grid of numbers, row by row; whoever made it may change it. Cells beyond the edge count as the nearest within. */
final class Plane {
    final int width;
    final int height;
    final float[] values;

    Plane(int width, int height) {
        this.width = width;
        this.height = height;
        this.values = new float[width * height];
    }

    float at(int x, int y) {
        return values[Math.clamp(y, 0, height - 1) * width + Math.clamp(x, 0, width - 1)];
    }

    /** The value between the centres of cells, where (0, 0) is the centre of the first cell. */
    float between(double x, double y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        float right = (float) (x - left);
        float down = (float) (y - top);
        float above = at(left, top) * (1 - right) + at(left + 1, top) * right;
        float below = at(left, top + 1) * (1 - right) + at(left + 1, top + 1) * right;
        return above * (1 - down) + below * down;
    }

    /** A Gaussian blur of this standard deviation in cells. */
    Plane blurred(double sigma) {
        return blurredRows(sigma).transposed().blurredRows(sigma).transposed();
    }

    private Plane blurredRows(double sigma) {
        float[] weights = gaussian(sigma);
        int radius = weights.length - 1;
        Plane out = new Plane(width, height);
        float[] row = new float[width + 2 * radius];
        for (int y = 0; y < height; y++) {
            int start = y * width;
            Arrays.fill(row, 0, radius, values[start]);
            System.arraycopy(values, start, row, radius, width);
            Arrays.fill(row, radius + width, row.length, values[start + width - 1]);
            for (int x = 0; x < width; x++) {
                float sum = weights[0] * row[x + radius];
                for (int k = 1; k <= radius; k++) {
                    sum += weights[k] * (row[x + radius - k] + row[x + radius + k]);
                }
                out.values[start + x] = sum;
            }
        }
        return out;
    }

    private Plane transposed() {
        Plane out = new Plane(height, width);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                out.values[x * height + y] = values[y * width + x];
            }
        }
        return out;
    }

    /** One half of a Gaussian, centre first, whose whole sums to one. */
    static float[] gaussian(double sigma) {
        float[] half = new float[(int) Math.ceil(2.5 * sigma) + 1];
        double sum = 0;
        for (int k = 0; k < half.length; k++) {
            half[k] = (float) Math.exp(-k * k / (2 * sigma * sigma));
            sum += k == 0 ? half[k] : 2 * half[k];
        }
        for (int k = 0; k < half.length; k++) {
            half[k] /= (float) sum;
        }
        return half;
    }

    /** The value that this share of the cells does not exceed. */
    float quantile(double share) {
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[Math.clamp((int) (share * sorted.length), 0, sorted.length - 1)];
    }

    /** The value from which upwards the values hold a share of the power of all: what is blank around them changes nothing. */
    double strongest(double share) {
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        double left = 0;
        for (float value : sorted) {
            left += value * value;
        }
        left *= share;
        int at = sorted.length - 1;
        while (at > 0 && left > sorted[at] * sorted[at]) {
            left -= sorted[at] * sorted[at];
            at--;
        }
        return sorted[at];
    }
}

package id.sidik.engine.ridges;

/**
 * The discrete Fourier transform of a square tile, in place (Cooley and Tukey, 1965). It combines whole rows, which lie side by
 * side in memory, then exchanges rows and columns and does it again: the spectrum comes out with its axes exchanged.
 */
final class TileTransform {
    /** A power of two. */
    static final int SIDE = 32;

    private static final int BITS = Integer.numberOfTrailingZeros(SIDE);
    private static final float[] COS = new float[SIDE / 2];
    private static final float[] SIN = new float[SIDE / 2];
    private static final int[] REVERSED = new int[SIDE];

    static {
        for (int i = 0; i < SIDE / 2; i++) {
            COS[i] = (float) Math.cos(2 * Math.PI * i / SIDE);
            SIN[i] = (float) -Math.sin(2 * Math.PI * i / SIDE);
        }
        for (int i = 0; i < SIDE; i++) {
            REVERSED[i] = Integer.reverse(i) >>> (Integer.SIZE - BITS);
        }
    }

    private TileTransform() {}

    /** Frequency (fx, fy) is left at {@code fx * SIDE + fy}. */
    static void forward(float[] re, float[] im) {
        transformColumns(re, im);
        transpose(re);
        transpose(im);
        transformColumns(re, im);
    }

    private static void transformColumns(float[] re, float[] im) {
        reorderRows(re);
        reorderRows(im);
        for (int half = 1; half < SIDE; half <<= 1) {
            for (int k = 0; k < half; k++) {
                float wr = COS[k * (SIDE / 2 / half)];
                float wi = SIN[k * (SIDE / 2 / half)];
                for (int row = k; row < SIDE; row += 2 * half) {
                    combine(re, im, row * SIDE, (row + half) * SIDE, wr, wi);
                }
            }
        }
    }

    private static void combine(float[] re, float[] im, int a, int b, float wr, float wi) {
        for (int x = 0; x < SIDE; x++) {
            float xr = re[b + x] * wr - im[b + x] * wi;
            float xi = re[b + x] * wi + im[b + x] * wr;
            float ar = re[a + x];
            float ai = im[a + x];
            re[b + x] = ar - xr;
            im[b + x] = ai - xi;
            re[a + x] = ar + xr;
            im[a + x] = ai + xi;
        }
    }

    private static void reorderRows(float[] values) {
        for (int row = 0; row < SIDE; row++) {
            int other = REVERSED[row];
            if (other > row) {
                for (int x = 0; x < SIDE; x++) {
                    float swapped = values[row * SIDE + x];
                    values[row * SIDE + x] = values[other * SIDE + x];
                    values[other * SIDE + x] = swapped;
                }
            }
        }
    }

    private static void transpose(float[] values) {
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < y; x++) {
                float swapped = values[y * SIDE + x];
                values[y * SIDE + x] = values[x * SIDE + y];
                values[x * SIDE + y] = swapped;
            }
        }
    }
}

package id.sidik.engine.synthesis;

/** Fine random grain: white noise blurred by a box twice, of standard deviation about 1. */
final class Texture {
    private Texture() {}

    /** @param radiusPx of the box: grains are about twice as wide; 1 to 8 */
    static float[] grain(Draws draws, int widthPx, int heightPx, int radiusPx) {
        float[] plane = new float[widthPx * heightPx];
        for (int i = 0; i < plane.length; i++) {
            plane[i] = draws.noise();
        }
        float[] blurred = plane;
        for (int pass = 0; pass < 2; pass++) {
            blurred = boxAcross(blurred, widthPx, heightPx, radiusPx);
            blurred = boxDown(blurred, widthPx, heightPx, radiusPx);
        }
        scaleToUnit(blurred);
        return blurred;
    }

    private static float[] boxAcross(float[] in, int widthPx, int heightPx, int radiusPx) {
        float[] out = new float[in.length];
        for (int y = 0; y < heightPx; y++) {
            int row = y * widthPx;
            for (int x = 0; x < widthPx; x++) {
                float sum = 0;
                for (int d = -radiusPx; d <= radiusPx; d++) {
                    sum += in[row + Math.clamp(x + d, 0, widthPx - 1)];
                }
                out[row + x] = sum;
            }
        }
        return out;
    }

    private static float[] boxDown(float[] in, int widthPx, int heightPx, int radiusPx) {
        float[] out = new float[in.length];
        for (int y = 0; y < heightPx; y++) {
            for (int d = -radiusPx; d <= radiusPx; d++) {
                int from = Math.clamp(y + d, 0, heightPx - 1) * widthPx;
                for (int x = 0; x < widthPx; x++) {
                    out[y * widthPx + x] += in[from + x];
                }
            }
        }
        return out;
    }

    private static void scaleToUnit(float[] plane) {
        double squares = 0;
        for (float v : plane) {
            squares += v * v;
        }
        float scale = (float) (1 / Math.sqrt(squares / plane.length));
        for (int i = 0; i < plane.length; i++) {
            plane[i] *= scale;
        }
    }
}

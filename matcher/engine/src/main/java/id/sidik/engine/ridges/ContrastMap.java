package id.sidik.engine.ridges;

import id.sidik.engine.image.FingerImage;

/**
 * Mean and spread of the grey values around each place, on cells of {@link #CELL_PX}: what lighting, pressure and the sensor's
 * own shading make of an image, as opposed to its ridges.
 *
 * @param mean grey value within about three ridges
 * @param spread standard deviation there
 * @param detail standard deviation within about one ridge, which falls quickly beyond the print's edge
 * @param ridgeDetailMin what a print's ridges have at least, measured by the strongest parts of this one
 */
record ContrastMap(Plane mean, Plane spread, Plane detail, double ridgeDetailMin) {
    static final int CELL_PX = 4;

    private static final double WIDE_SIGMA_PX = 12;
    private static final double NARROW_SIGMA_PX = 4;
    private static final double RIDGE_DETAIL_SHARE_MIN = 0.25;

    /** Of the power of all detail: a share of the cells would depend on how much blank glass lies around the finger. */
    private static final double STRONG_SHARE = 0.4;

    private static final double SPREAD_FLOOR_GREY = 1.5;
    private static final double SPREAD_FLOOR_SHARE = 0.12;
    private static final float CLIP = 1.6f;

    /** Reads each pixel once; everything else happens on a sixteenth of them. */
    static ContrastMap of(FingerImage image) {
        Plane mean = new Plane(cells(image.widthPx()), cells(image.heightPx()));
        Plane square = new Plane(mean.width, mean.height);
        for (int row = 0; row < mean.height; row++) {
            for (int col = 0; col < mean.width; col++) {
                summarise(image, col, row, mean, square);
            }
        }
        Plane wide = mean.blurred(WIDE_SIGMA_PX / CELL_PX);
        Plane detail = deviation(wide, mean, square);
        return new ContrastMap(
                wide,
                deviation(wide, square.blurred(WIDE_SIGMA_PX / CELL_PX)),
                detail,
                RIDGE_DETAIL_SHARE_MIN * detail.strongest(STRONG_SHARE));
    }

    static int cells(int sidePx) {
        return (sidePx + CELL_PX - 1) / CELL_PX;
    }

    private static void summarise(FingerImage image, int col, int row, Plane mean, Plane square) {
        int right = Math.min(image.widthPx(), (col + 1) * CELL_PX);
        int bottom = Math.min(image.heightPx(), (row + 1) * CELL_PX);
        int sum = 0;
        int squares = 0;
        for (int y = row * CELL_PX; y < bottom; y++) {
            for (int x = col * CELL_PX; x < right; x++) {
                int grey = image.greyAt(x, y);
                sum += grey;
                squares += grey * grey;
            }
        }
        int pixels = (right - col * CELL_PX) * (bottom - row * CELL_PX);
        mean.values[row * mean.width + col] = (float) sum / pixels;
        square.values[row * mean.width + col] = (float) squares / pixels;
    }

    private static Plane deviation(Plane mean, Plane square) {
        Plane out = new Plane(mean.width, mean.height);
        for (int i = 0; i < out.values.length; i++) {
            out.values[i] = (float) Math.sqrt(Math.max(0, square.values[i] - mean.values[i] * mean.values[i]));
        }
        return out;
    }

    /** Around the wide mean, so that a dark blot without ridges has a large one, too. */
    private static Plane deviation(Plane wide, Plane mean, Plane square) {
        Plane out = new Plane(mean.width, mean.height);
        for (int i = 0; i < out.values.length; i++) {
            float m = wide.values[i];
            out.values[i] = Math.max(0, square.values[i] - 2 * m * mean.values[i] + m * m);
        }
        Plane blurred = out.blurred(NARROW_SIGMA_PX / CELL_PX);
        for (int i = 0; i < out.values.length; i++) {
            out.values[i] = (float) Math.sqrt(blurred.values[i]);
        }
        return out;
    }

    /** Whether anything at a pixel, or just beside it, could be a ridge. */
    boolean mayHoldRidges(double x, double y) {
        return detail.between((x + 0.5) / CELL_PX - 0.5, (y + 0.5) / CELL_PX - 0.5) > ridgeDetailMin / 2;
    }

    /** The image with mean zero and spread one everywhere; what stands out more than {@link #CLIP} is cut off. */
    Plane normalise(FingerImage image) {
        Plane out = new Plane(image.widthPx(), image.heightPx());
        float floor = (float) Math.max(SPREAD_FLOOR_GREY, SPREAD_FLOOR_SHARE * spread.quantile(0.95));
        float[] means = new float[out.width];
        float[] spreads = new float[out.width];
        for (int y = 0; y < out.height; y++) {
            interpolateRow(mean, y, means);
            interpolateRow(spread, y, spreads);
            for (int x = 0; x < out.width; x++) {
                float value = (image.greyAt(x, y) - means[x]) / (spreads[x] + floor);
                out.values[y * out.width + x] = Math.clamp(value, -CLIP, CLIP);
            }
        }
        return out;
    }

    private static void interpolateRow(Plane plane, int y, float[] row) {
        double cell = (y + 0.5) / CELL_PX - 0.5;
        int top = (int) Math.floor(cell);
        float down = (float) (cell - top);
        for (int col = -1; col < plane.width; col++) {
            float left = plane.at(col, top) * (1 - down) + plane.at(col, top + 1) * down;
            float right = plane.at(col + 1, top) * (1 - down) + plane.at(col + 1, top + 1) * down;
            int start = col * CELL_PX + CELL_PX / 2;
            for (int k = 0; k < CELL_PX; k++) {
                int x = start + k;
                if (x >= 0 && x < row.length) {
                    row[x] = left + (right - left) * (k + 0.5f) / CELL_PX;
                }
            }
        }
    }
}

package id.sidik.engine.quality;

import id.sidik.engine.image.FingerImage;

/**
 * A square of an image, as large as about two ridges, and what its grey values say of them.
 *
 * @param mean grey value, 0 black to 255 white
 * @param contrast standard deviation of the grey values
 * @param coherence how much of the gradient's energy lies in one direction: 0 none (noise) to 1 all (parallel ridges)
 * @param sharpness root mean square of the gradient over the contrast, per pixel: 2&pi; over the wave length, for one wave
 */
record Block(double mean, double contrast, double coherence, double sharpness) {
    /** Side in pixels of a 500 dpi image: 0.8 mm. */
    static final int SIDE_PX = 16;

    static final double AREA_MM2 = Math.pow(SIDE_PX * 25.4 / 500, 2);

    /** The block whose top left corner is (left, top); one pixel of margin must surround it. */
    static Block of(FingerImage image, int left, int top) {
        double sum = 0;
        double squares = 0;
        double gxx = 0;
        double gyy = 0;
        double gxy = 0;
        for (int y = top; y < top + SIDE_PX; y++) {
            for (int x = left; x < left + SIDE_PX; x++) {
                double grey = image.greyAt(x, y);
                double dx = (image.greyAt(x + 1, y) - image.greyAt(x - 1, y)) / 2.0;
                double dy = (image.greyAt(x, y + 1) - image.greyAt(x, y - 1)) / 2.0;
                sum += grey;
                squares += grey * grey;
                gxx += dx * dx;
                gyy += dy * dy;
                gxy += dx * dy;
            }
        }
        int pixels = SIDE_PX * SIDE_PX;
        double mean = sum / pixels;
        double contrast = Math.sqrt(Math.max(0, squares / pixels - mean * mean));
        double energy = gxx + gyy;
        return new Block(
                mean,
                contrast,
                energy == 0 ? 0 : Math.hypot(gxx - gyy, 2 * gxy) / energy,
                contrast == 0 ? 0 : Math.sqrt(energy / pixels) / contrast);
    }
}

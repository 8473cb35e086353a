package id.sidik.benchmarks.pictures;

import id.sidik.engine.image.FingerImage;
import java.util.Arrays;

/**
 * A picture that can be read between its pixels, and beyond its edges, where it is as light as its glass is at the nearest place of
 * the edge. Sensors are darker in their corners: one grey for all around would draw a frame that no finger and no glass has.
 */
final class GreyPlane {
    /** Around a place most pixels are darker than the glass, some are lighter by noise. */
    private static final double GLASS_SHARE = 0.9;

    private static final int GLASS_RADIUS_PX = 24;
    private static final int GREYS = 256;
    private static final int UNKNOWN = -1;

    private final FingerImage image;

    /** The glass at each pixel, found when it is first asked for. */
    private final short[] glass;

    GreyPlane(FingerImage image) {
        this.image = image;
        this.glass = new short[image.widthPx() * image.heightPx()];
        Arrays.fill(glass, (short) UNKNOWN);
    }

    /** Cubic (Catmull and Rom 1974), which keeps the edges of ridges where straight lines would blur them. */
    byte between(double x, double y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        double sum = 0;
        for (int row = top - 1; row <= top + 2; row++) {
            double rowSum = 0;
            for (int col = left - 1; col <= left + 2; col++) {
                rowSum += weight(x - col) * at(col, row);
            }
            sum += weight(y - row) * rowSum;
        }
        return (byte) Math.clamp(Math.round(sum), 0, GREYS - 1);
    }

    private static double weight(double offset) {
        double distance = Math.abs(offset);
        return distance < 1
                ? 1 + distance * distance * (1.5 * distance - 2.5)
                : distance < 2 ? 2 + distance * (-4 + distance * (2.5 - 0.5 * distance)) : 0;
    }

    private int at(int x, int y) {
        boolean inside = x >= 0 && y >= 0 && x < image.widthPx() && y < image.heightPx();
        return inside
                ? image.greyAt(x, y)
                : glassAt(Math.clamp(x, 0, image.widthPx() - 1), Math.clamp(y, 0, image.heightPx() - 1));
    }

    private int glassAt(int x, int y) {
        int pixel = y * image.widthPx() + x;
        if (glass[pixel] == UNKNOWN) {
            glass[pixel] = (short) glassAround(x, y);
        }
        return glass[pixel];
    }

    private int glassAround(int x, int y) {
        int[] histogram = new int[GREYS];
        int pixels = 0;
        for (int row = Math.max(0, y - GLASS_RADIUS_PX);
                row <= Math.min(image.heightPx() - 1, y + GLASS_RADIUS_PX);
                row++) {
            for (int col = Math.max(0, x - GLASS_RADIUS_PX);
                    col <= Math.min(image.widthPx() - 1, x + GLASS_RADIUS_PX);
                    col++) {
                histogram[image.greyAt(col, row)]++;
                pixels++;
            }
        }
        int grey = 0;
        for (int darker = histogram[0]; darker <= GLASS_SHARE * pixels && grey < GREYS - 1; ) {
            darker += histogram[++grey];
        }
        return grey;
    }
}

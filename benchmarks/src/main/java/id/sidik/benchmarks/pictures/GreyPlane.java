package id.sidik.benchmarks.pictures;

import id.sidik.engine.image.FingerImage;
import java.util.Arrays;

/** A picture that can be read between its pixels, and beyond its edges, where it is as light as its glass. */
final class GreyPlane {
    /** Most pixels are darker than the glass, some are lighter by noise. */
    private static final double GLASS_PERCENTILE = 0.9;

    private final FingerImage image;
    private final int glass;

    GreyPlane(FingerImage image) {
        this.image = image;
        byte[] pixels = image.pixels();
        int[] greys = new int[pixels.length];
        Arrays.setAll(greys, i -> Byte.toUnsignedInt(pixels[i]));
        Arrays.sort(greys);
        this.glass = greys[(int) (GLASS_PERCENTILE * (greys.length - 1))];
    }

    /** Bilinear. */
    byte between(double x, double y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        double right = x - left;
        double down = y - top;
        double upper = (1 - right) * at(left, top) + right * at(left + 1, top);
        double lower = (1 - right) * at(left, top + 1) + right * at(left + 1, top + 1);
        return (byte) Math.round((1 - down) * upper + down * lower);
    }

    private int at(int x, int y) {
        boolean inside = x >= 0 && y >= 0 && x < image.widthPx() && y < image.heightPx();
        return inside ? image.greyAt(x, y) : glass;
    }
}

package id.sidik.engine.image;

import java.util.Locale;

/**
 * One impression of one finger: 8-bit grey, row by row from the top left, 0 black (ridge) to 255 white (no finger).
 * Immutable.
 */
public final class FingerImage {
    /** Shorter sides hold less than three ridges at 500 dpi. */
    public static final int SIDE_MIN_PX = 32;

    public static final int SIDE_MAX_PX = 4_000;
    public static final double DPI_MIN = 100;
    public static final double DPI_MAX = 2_000;

    private final int widthPx;
    private final int heightPx;
    private final double dpi;
    private final byte[] grey;

    private FingerImage(int widthPx, int heightPx, double dpi, byte[] grey) {
        this.widthPx = widthPx;
        this.heightPx = heightPx;
        this.dpi = dpi;
        this.grey = grey;
    }

    /**
     * An image of a copy of {@code grey}.
     *
     * @param dpi pixels per inch, {@link #DPI_MIN} to {@link #DPI_MAX}
     * @param grey exactly {@code widthPx * heightPx} bytes
     * @throws InvalidSampleException if a value is out of its bounds
     */
    public static FingerImage of(int widthPx, int heightPx, double dpi, byte[] grey) {
        requireDpi(dpi);
        requireSides(widthPx, heightPx);
        int expected = widthPx * heightPx;
        if (grey.length != expected) {
            throw new InvalidSampleException(
                    grey.length < expected ? SampleFault.IMAGE_TRUNCATED : SampleFault.IMAGE_CORRUPT,
                    String.format(
                            Locale.ROOT,
                            "An image of %d x %d px has %d bytes, one a pixel; there are %d. Send every pixel, and nothing else.",
                            widthPx,
                            heightPx,
                            expected,
                            grey.length));
        }
        return new FingerImage(widthPx, heightPx, dpi, grey.clone());
    }

    static void requireDpi(double dpi) {
        if (!(dpi >= DPI_MIN && dpi <= DPI_MAX)) {
            throw new InvalidSampleException(
                    SampleFault.DPI_OUT_OF_RANGE,
                    String.format(
                            Locale.ROOT,
                            "The resolution must be from %.0f to %.0f pixels per inch, not %s. Send the scanner's own (500 for most).",
                            DPI_MIN,
                            DPI_MAX,
                            dpi));
        }
    }

    static void requireSides(long widthPx, long heightPx) {
        if (widthPx < SIDE_MIN_PX || heightPx < SIDE_MIN_PX) {
            throw new InvalidSampleException(
                    SampleFault.IMAGE_TOO_SMALL,
                    String.format(
                            Locale.ROOT,
                            "Both sides must be at least %d px; the image has %d x %d px. Send the whole impression.",
                            SIDE_MIN_PX,
                            widthPx,
                            heightPx));
        }
        if (widthPx > SIDE_MAX_PX || heightPx > SIDE_MAX_PX) {
            throw new InvalidSampleException(
                    SampleFault.IMAGE_TOO_LARGE,
                    String.format(
                            Locale.ROOT,
                            "Both sides must be at most %d px; the image has %d x %d px. Send one finger, cropped.",
                            SIDE_MAX_PX,
                            widthPx,
                            heightPx));
        }
    }

    public int widthPx() {
        return widthPx;
    }

    public int heightPx() {
        return heightPx;
    }

    /** Pixels per inch, the same in both directions. */
    public double dpi() {
        return dpi;
    }

    /** A copy of the pixels, row by row from the top left. */
    public byte[] pixels() {
        return grey.clone();
    }

    /** The grey value of a pixel, 0 to 255; x and y count from the top left. */
    public int greyAt(int x, int y) {
        if (x < 0 || x >= widthPx || y < 0 || y >= heightPx) {
            throw new IndexOutOfBoundsException(
                    String.format(Locale.ROOT, "(%d, %d) is outside %d x %d px", x, y, widthPx, heightPx));
        }
        return grey[y * widthPx + x] & 0xFF;
    }

    /** Size and resolution only: pixels are biometric data. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "FingerImage[%d x %d px, %s dpi]", widthPx, heightPx, dpi);
    }
}

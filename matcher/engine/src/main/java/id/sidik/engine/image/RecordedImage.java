package id.sidik.engine.image;

import java.util.Locale;

/**
 * One finger image as a record of an interchange standard holds it: pixels, or a picture file of its own. Nothing of it is decoded
 * yet.
 */
final class RecordedImage {
    /** A record that says nothing of its resolution. */
    static final double DPI_NOT_STATED = 0;

    private static final double RESOLUTION_TOLERANCE = 0.01;

    private final int widthPx;
    private final int heightPx;
    private final double dpi;
    private final boolean isPixels;
    private final byte[] data;

    private RecordedImage(int widthPx, int heightPx, double dpi, boolean isPixels, byte[] data) {
        this.widthPx = widthPx;
        this.heightPx = heightPx;
        this.dpi = dpi;
        this.isPixels = isPixels;
        this.data = data;
    }

    /** Pixels of 8-bit grey, row by row. Takes {@code grey} as it is. */
    static RecordedImage ofPixels(int widthPx, int heightPx, double dpi, byte[] grey) {
        return new RecordedImage(widthPx, heightPx, dpi, true, grey);
    }

    /** A picture file, whatever the record calls its format: the first bytes decide. Takes {@code file} as it is. */
    static RecordedImage ofPicture(int widthPx, int heightPx, double dpi, byte[] file) {
        return new RecordedImage(widthPx, heightPx, dpi, false, file);
    }

    /**
     * One resolution from those of the two directions. Records state three digits, so a whole number is as exact as they are.
     *
     * @return pixels per inch, or {@link #DPI_NOT_STATED} if both are 0
     * @throws InvalidSampleException {@code DPI_OUT_OF_RANGE} if they differ: no comparison works on a stretched finger
     */
    static double squareDpi(double horizontalDpi, double verticalDpi) {
        if (Math.abs(horizontalDpi - verticalDpi) > RESOLUTION_TOLERANCE * Math.max(horizontalDpi, verticalDpi)) {
            throw new InvalidSampleException(
                    SampleFault.DPI_OUT_OF_RANGE,
                    String.format(
                            Locale.ROOT,
                            "The record states %.0f pixels per inch across and %.0f down. Send an image with square pixels.",
                            horizontalDpi,
                            verticalDpi));
        }
        return Math.rint(horizontalDpi);
    }

    /** The image at the resolution that the record states; {@code dpiOtherwise} counts only if it states none. */
    FingerImage decode(double dpiOtherwise) {
        double stated = dpi == DPI_NOT_STATED ? dpiOtherwise : dpi;
        if (isPixels) {
            return FingerImage.of(widthPx, heightPx, stated, data);
        }
        FingerImage picture = ImageDecoder.decodePicture(data, stated);
        if (picture.widthPx() != widthPx || picture.heightPx() != heightPx) {
            throw new InvalidSampleException(
                    SampleFault.IMAGE_CORRUPT,
                    String.format(
                            Locale.ROOT,
                            "The record announces %d x %d px and holds a picture of %d x %d px. Write the record again.",
                            widthPx,
                            heightPx,
                            picture.widthPx(),
                            picture.heightPx()));
        }
        return picture;
    }
}

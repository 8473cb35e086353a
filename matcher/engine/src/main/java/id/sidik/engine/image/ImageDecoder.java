package id.sidik.engine.image;

import java.util.Locale;

/**
 * From the bytes of an image file, of which nothing is believed, to a finger image. PNG, TIFF (first page), BMP, JPEG and WSQ; the
 * file's size limits the work before its header does, and its header before its pixels.
 */
public final class ImageDecoder {
    public static final int CONTENT_BYTES_MAX = 8 * 1024 * 1024;

    private ImageDecoder() {}

    /**
     * Decodes a whole image. Colours become luma, transparency becomes white paper, and 16 bits are scaled to 8.
     *
     * @param content at most {@link #CONTENT_BYTES_MAX}
     * @param dpi pixels per inch; what the file says of itself is not believed
     * @throws InvalidSampleException if anything is wrong with the content or the dpi, and for no other reason
     */
    public static FingerImage decode(byte[] content, double dpi) {
        FingerImage.requireDpi(dpi);
        requireBounded(content);
        ImageFormat format = ImageFormat.of(content)
                .orElseThrow(() -> new InvalidSampleException(
                        SampleFault.IMAGE_FORMAT_UNKNOWN,
                        "The first bytes are those of no format that is read here. Send PNG, TIFF, BMP, JPEG or WSQ."));
        return switch (format) {
            case PNG, TIFF_LITTLE_ENDIAN, TIFF_BIG_ENDIAN, BMP, JPEG -> RasterFile.decode(format, content, dpi);
            case WSQ -> WsqFile.decode(content, dpi);
        };
    }

    private static void requireBounded(byte[] content) {
        if (content.length == 0) {
            throw new InvalidSampleException(
                    SampleFault.IMAGE_EMPTY, "There is no image: 0 bytes. Send the file's content.");
        }
        if (content.length > CONTENT_BYTES_MAX) {
            throw new InvalidSampleException(
                    SampleFault.IMAGE_TOO_LARGE,
                    String.format(
                            Locale.ROOT,
                            "An image file has at most %d bytes, not %d. Send one finger, cropped or compressed without loss.",
                            CONTENT_BYTES_MAX,
                            content.length));
        }
    }
}

package id.sidik.engine.image;

import java.util.Locale;

/**
 * From the bytes of an image file, of which nothing is believed, to a finger image. PNG, TIFF (first page), BMP, JPEG, WSQ and JPEG 2000,
 * by themselves or in a record of ISO/IEC 19794-4 or of ANSI/NIST-ITL (types 4 and 14). The file's size limits the work before its
 * header does, and its header before its pixels.
 */
public final class ImageDecoder {
    public static final int CONTENT_BYTES_MAX = 8 * 1024 * 1024;

    private ImageDecoder() {}

    /**
     * Decodes a whole image. Colours become luma, transparency becomes white paper, and 16 bits are scaled to 8.
     *
     * @param content at most {@link #CONTENT_BYTES_MAX}
     * @param dpi pixels per inch. What a picture file says of itself is not believed, since scanners' software rarely sets it; a
     *     record of ISO/IEC 19794-4 or ANSI/NIST-ITL exists to say it, so there the record's own resolution counts, and {@code dpi}
     *     only if the record states none.
     * @throws InvalidSampleException if anything is wrong with the content or the dpi, and for no other reason
     */
    public static FingerImage decode(byte[] content, double dpi) {
        requireBounded(content);
        ImageFormat format = formatOf(content);
        return switch (format) {
            case FINGER_IMAGE_RECORD -> FingerImageRecord.read(content).decode(dpi);
            case ANSI_NIST, ANSI_NIST_SHORT_TAGS -> AnsiNistFile.read(content).decode(dpi);
            case PNG, TIFF_LITTLE_ENDIAN, TIFF_BIG_ENDIAN, BMP, JPEG, WSQ, JPEG_2000, JPEG_2000_CODESTREAM ->
                decodePicture(format, content, dpi);
        };
    }

    /** Decodes the picture inside a record, which can not be a record itself. */
    static FingerImage decodePicture(byte[] content, double dpi) {
        requireBounded(content);
        return decodePicture(formatOf(content), content, dpi);
    }

    private static FingerImage decodePicture(ImageFormat format, byte[] content, double dpi) {
        FingerImage.requireDpi(dpi);
        return switch (format) {
            case PNG, TIFF_LITTLE_ENDIAN, TIFF_BIG_ENDIAN, BMP, JPEG -> RasterFile.decode(format, content, dpi);
            case WSQ -> WsqFile.decode(content, dpi);
            case JPEG_2000, JPEG_2000_CODESTREAM -> Jpeg2000File.decode(content, dpi);
            case FINGER_IMAGE_RECORD, ANSI_NIST, ANSI_NIST_SHORT_TAGS ->
                throw new InvalidSampleException(
                        SampleFault.IMAGE_CORRUPT, "A record holds a record instead of a picture. Send the inner one.");
        };
    }

    private static ImageFormat formatOf(byte[] content) {
        return ImageFormat.of(content)
                .orElseThrow(() -> new InvalidSampleException(
                        SampleFault.IMAGE_FORMAT_UNKNOWN,
                        "The first bytes are those of no format that is read here. Send PNG, TIFF, BMP, JPEG, WSQ, JPEG 2000, ISO/IEC 19794-4 or"
                                + " ANSI/NIST-ITL."));
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

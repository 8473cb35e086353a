package id.sidik.engine.image;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.SampleModel;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * PNG, TIFF, BMP and JPEG by the readers of the JDK. Those throw whatever they like at bytes that lie, and some hand out
 * half a picture with a warning: this class alone calls them, takes a warning for a fault, and lets only {@link
 * InvalidSampleException} out.
 */
final class RasterFile {
    /** 4,000 x 4,000 px of four 8-bit samples. */
    private static final long RASTER_BYTES_MAX = 64L * 1024 * 1024;

    private static final int IMAGE_INDEX = 0;

    private RasterFile() {}

    static FingerImage decode(ImageFormat format, byte[] content, double dpi) {
        FileStructure.require(format, content);
        ImageReader reader = readerOf(format);
        // A memory cache, or the JDK would write the print to a file in the temporary folder.
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            reader.setInput(in, true, true);
            return decode(reader, dpi);
        } catch (EOFException e) {
            throw truncated(e);
        } catch (IOException | RuntimeException e) {
            throw faultOf(e);
        } finally {
            reader.dispose();
        }
    }

    private static FingerImage decode(ImageReader reader, double dpi) throws IOException {
        int widthPx = reader.getWidth(IMAGE_INDEX);
        int heightPx = reader.getHeight(IMAGE_INDEX);
        FingerImage.requireSides(widthPx, heightPx);
        requireConvertible(reader, widthPx, heightPx);

        AtomicReference<String> warning = new AtomicReference<>("");
        reader.addIIOReadWarningListener((source, text) -> warning.compareAndSet("", text));
        BufferedImage picture = reader.read(IMAGE_INDEX);
        if (!warning.get().isEmpty()) {
            throw new IIOException(warning.get());
        }
        ColorModel colours = picture.getColorModel();
        if (!GreyConversion.canConvert(colours)) {
            throw unsupported();
        }
        return FingerImage.of(widthPx, heightPx, dpi, GreyConversion.toGrey(picture.getRaster(), colours));
    }

    /** Bounds what reading the pixels will allocate: the picture itself, and a tile of it (TIFF). */
    private static void requireConvertible(ImageReader reader, int widthPx, int heightPx) throws IOException {
        Iterator<ImageTypeSpecifier> types = reader.getImageTypes(IMAGE_INDEX);
        if (types == null || !types.hasNext()) {
            throw unsupported();
        }
        ImageTypeSpecifier type = types.next();
        if (!GreyConversion.canConvert(type.getColorModel())) {
            throw unsupported();
        }
        long pixelBits = pixelBits(type.getSampleModel());
        long pictureBytes = (long) widthPx * heightPx * pixelBits / Byte.SIZE;
        // A strip that is higher than the picture is the TIFF way to say "one strip"; it is cut to the picture.
        long tileHeightPx = Math.min(reader.getTileHeight(IMAGE_INDEX), heightPx);
        long tileBytes = reader.getTileWidth(IMAGE_INDEX) * tileHeightPx * pixelBits / Byte.SIZE;
        if (Math.max(pictureBytes, tileBytes) > RASTER_BYTES_MAX) {
            throw new InvalidSampleException(
                    SampleFault.IMAGE_TOO_LARGE,
                    String.format(
                            Locale.ROOT,
                            "Decoded, the image takes %d bytes; at most %d are allowed. Send 8-bit grey.",
                            Math.max(pictureBytes, tileBytes),
                            RASTER_BYTES_MAX));
        }
    }

    private static long pixelBits(SampleModel samples) {
        long bits = 0;
        for (int band = 0; band < samples.getNumBands(); band++) {
            bits += samples.getSampleSize(band);
        }
        return bits;
    }

    private static ImageReader readerOf(ImageFormat format) {
        String name = switch (format) {
            case PNG -> "png";
            case TIFF_LITTLE_ENDIAN, TIFF_BIG_ENDIAN -> "tiff";
            case BMP -> "bmp";
            case JPEG -> "jpeg";
            case WSQ, JPEG_2000, JPEG_2000_CODESTREAM, FINGER_IMAGE_RECORD, ANSI_NIST, ANSI_NIST_SHORT_TAGS ->
                throw new IllegalArgumentException("The JDK reads no " + format);
        };
        return ImageIO.getImageReadersByFormatName(name).next();
    }

    private static InvalidSampleException faultOf(Exception e) {
        if (e instanceof InvalidSampleException ours) {
            return ours;
        }
        return e.getCause() instanceof EOFException ? truncated(e) : corrupt(e);
    }

    private static InvalidSampleException truncated(Exception cause) {
        return new InvalidSampleException(
                SampleFault.IMAGE_TRUNCATED, "The image ends before its last pixel. Send the whole file.", cause);
    }

    private static InvalidSampleException corrupt(Exception cause) {
        return new InvalidSampleException(
                SampleFault.IMAGE_CORRUPT, "The image contradicts its own format. Save it again and send that.", cause);
    }

    private static InvalidSampleException unsupported() {
        return new InvalidSampleException(
                SampleFault.IMAGE_FORMAT_UNKNOWN,
                "The image is neither grey, RGB nor a palette of at most 16 bits a sample. Send 8-bit grey.");
    }
}

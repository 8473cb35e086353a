package id.sidik.engine.image;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Small pictures of stripes, as files. No fingers. */
final class TestPictures {
    static final int WIDTH_PX = 48;
    static final int HEIGHT_PX = 40;

    private static final Set<Integer> SHORT_TIFF_FIELDS = Set.of(258, 259, 262, 277);

    private TestPictures() {}

    /** Stripes of two colours in a picture of a type of {@link BufferedImage}. */
    static BufferedImage stripes(int type, Color even, Color odd) {
        BufferedImage picture = new BufferedImage(WIDTH_PX, HEIGHT_PX, type);
        Graphics2D pen = picture.createGraphics();
        for (int x = 0; x < WIDTH_PX; x++) {
            pen.setColor(x / 4 % 2 == 0 ? even : odd);
            pen.fillRect(x, 0, 1, HEIGHT_PX);
        }
        pen.dispose();
        return picture;
    }

    static BufferedImage greyStripes() {
        return stripes(BufferedImage.TYPE_BYTE_GRAY, Color.BLACK, Color.WHITE);
    }

    static byte[] file(String format, BufferedImage picture) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(picture, format, out)) {
                throw new AssertionError("The JDK writes no such picture as " + format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A PNG of 8-bit grey whose pixels are all zero: a few bytes, whatever its size. */
    static byte[] blackPng(int widthPx, int heightPx) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        ByteBuffer header =
                ByteBuffer.allocate(13).putInt(widthPx).putInt(heightPx).put((byte) 8);
        writeChunk(out, "IHDR", header.array());
        writeChunk(out, "IDAT", deflatedZeros((long) (widthPx + 1) * heightPx));
        writeChunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    /** An uncompressed TIFF of 8-bit grey, 40 px wide, whose only strip holds 40 rows of zeros, whatever it claims. */
    static byte[] blackTiff(int heightPx, int rowsPerStrip) {
        int[][] fields = {
            {256, 40},
            {257, heightPx},
            {258, 8},
            {259, 1},
            {262, 1},
            {273, 8},
            {277, 1},
            {278, rowsPerStrip},
            {279, 1_600}
        };
        int directory = 8 + 1_600;
        ByteBuffer out = ByteBuffer.allocate(directory + 2 + fields.length * 12 + 4)
                .put((byte) 'M')
                .put((byte) 'M')
                .putShort((short) 42)
                .putInt(directory)
                .position(directory)
                .putShort((short) fields.length);
        for (int[] field : fields) {
            boolean isShort = SHORT_TIFF_FIELDS.contains(field[0]);
            out.putShort((short) field[0]).putShort((short) (isShort ? 3 : 4)).putInt(1);
            out.putInt(isShort ? field[1] << 16 : field[1]);
        }
        return out.array();
    }

    static byte[] progressiveJpeg() {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam progressive = writer.getDefaultWriteParam();
        progressive.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(greyStripes(), null, null), progressive);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    private static byte[] deflatedZeros(long count) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[64 * 1024];
        try (Deflater deflater = new Deflater()) {
            for (long left = count; left > 0; left -= buffer.length) {
                deflater.setInput(new byte[(int) Math.min(left, buffer.length)]);
                drain(deflater, buffer, out);
            }
            deflater.finish();
            drain(deflater, buffer, out);
        }
        return out.toByteArray();
    }

    private static void drain(Deflater deflater, byte[] buffer, ByteArrayOutputStream out) {
        int bytes = deflater.deflate(buffer);
        while (bytes > 0) {
            out.write(buffer, 0, bytes);
            bytes = deflater.deflate(buffer);
        }
    }

    private static void writeChunk(ByteArrayOutputStream out, String type, byte[] data) {
        ByteBuffer chunk = ByteBuffer.allocate(data.length + 12).putInt(data.length);
        chunk.put(type.getBytes(US_ASCII)).put(data);
        CRC32 crc = new CRC32();
        crc.update(chunk.array(), 4, data.length + 4);
        out.writeBytes(chunk.putInt((int) crc.getValue()).array());
    }
}

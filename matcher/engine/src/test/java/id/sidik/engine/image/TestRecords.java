package id.sidik.engine.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Small records around pictures of stripes, field by field as the standards list them. No fingers. */
final class TestRecords {
    static final int UNCOMPRESSED = 0;
    static final int PNG = 5;

    private TestRecords() {}

    /** ISO/IEC 19794-4:2005 with one view. Its picture lies at offset 46. */
    static byte[] iso2005(int position, int dpi, int compression, byte[] picture) {
        int fingerBytes = 14 + picture.length;
        return ByteBuffer.allocate(32 + fingerBytes)
                .put(magic("010"))
                .putShort((short) 0)
                .putInt(32 + fingerBytes)
                .putShort((short) 0) // device
                .putShort((short) 31) // acquisition level
                .put((byte) 1) // fingers
                .put((byte) 1) // pixels per inch
                .putShort((short) dpi)
                .putShort((short) dpi)
                .putShort((short) dpi)
                .putShort((short) dpi)
                .put((byte) 8)
                .put((byte) compression)
                .putShort((short) 0)
                .putInt(fingerBytes)
                .put((byte) position)
                .put((byte) 1) // views
                .put((byte) 1) // this one's number
                .put((byte) 50) // quality
                .put((byte) 0) // impression
                .putShort((short) TestPictures.WIDTH_PX)
                .putShort((short) TestPictures.HEIGHT_PX)
                .put((byte) 0)
                .put(picture)
                .array();
    }

    /** ISO/IEC 19794-4:2011 with one representation, two certificates and a block of extended data. */
    static byte[] iso2011(int position, int pixelsPerCentimetre, int compression, byte[] picture) {
        int extendedBytes = 5;
        int representationBytes = 53 + picture.length + extendedBytes;
        return ByteBuffer.allocate(16 + representationBytes)
                .put(magic("020"))
                .putInt(16 + representationBytes)
                .putShort((short) 1) // representations
                .put((byte) 1) // certified
                .put((byte) 1) // positions
                .putInt(representationBytes)
                .put(new byte[9 + 1 + 2 + 2]) // time, technology, vendor, device
                .put((byte) 1) // quality blocks
                .put(new byte[5])
                .put((byte) 2) // certificates
                .put(new byte[6])
                .put((byte) position)
                .put((byte) 0) // its number
                .put((byte) 2) // pixels per centimetre
                .putShort((short) pixelsPerCentimetre)
                .putShort((short) pixelsPerCentimetre)
                .putShort((short) pixelsPerCentimetre)
                .putShort((short) pixelsPerCentimetre)
                .put((byte) 8)
                .put((byte) compression)
                .put((byte) 0) // impression
                .putShort((short) TestPictures.WIDTH_PX)
                .putShort((short) TestPictures.HEIGHT_PX)
                .putInt(picture.length)
                .put(picture)
                .put(new byte[extendedBytes])
                .array();
    }

    private static byte[] magic(String version) {
        char zero = 0;
        return ("FIR" + zero + version + zero).getBytes(ISO_8859_1);
    }

    /** A record of type 4 of a native resolution, which the transaction states. */
    static byte[] type4(int position, boolean isNativeResolution, int compression, byte[] picture) {
        return ByteBuffer.allocate(18 + picture.length)
                .putInt(18 + picture.length)
                .put((byte) 1) // IDC
                .put((byte) 0) // impression
                .put((byte) position)
                .put(new byte[] {-1, -1, -1, -1, -1})
                .put((byte) (isNativeResolution ? 1 : 0))
                .putShort((short) TestPictures.WIDTH_PX)
                .putShort((short) TestPictures.HEIGHT_PX)
                .put((byte) compression)
                .put(picture)
                .array();
    }

    /** A record of type 14. */
    static byte[] type14(int position, int dpi, String compression, byte[] picture) {
        String fields = "14.002:01\u001D14.003:0\u001D14.004:X\u001D14.005:20260101\u001D14.006:"
                + TestPictures.WIDTH_PX
                + "\u001D14.007:" + TestPictures.HEIGHT_PX + "\u001D14.008:1\u001D14.009:" + dpi + "\u001D14.010:" + dpi
                + "\u001D14.011:" + compression + "\u001D14.012:8\u001D14.013:" + position + "\u001D14.999:";
        return tagged(14, fields + new String(picture, ISO_8859_1));
    }

    /** A transaction of records, whose native resolution is 1000 dpi. */
    static byte[] ansiNist(Object... typesAndRecords) {
        List<byte[]> parts = new ArrayList<>();
        StringBuilder contents = new StringBuilder("1\u001F" + typesAndRecords.length / 2);
        for (int part = 0; part < typesAndRecords.length; part += 2) {
            contents.append("\u001E").append(typesAndRecords[part]).append("\u001F01");
            parts.add((byte[]) typesAndRecords[part + 1]);
        }
        parts.addFirst(
                tagged(1, "1.002:0400\u001D1.003:" + contents + "\u001D1.004:X\u001D1.011:39.37\u001D1.012:39.37"));
        ByteBuffer file =
                ByteBuffer.allocate(parts.stream().mapToInt(part -> part.length).sum());
        parts.forEach(file::put);
        return file.array();
    }

    /** A tagged record of any type; its length, which counts itself, has five digits. */
    static byte[] tagged(int type, String fieldsAfterTheFirst) {
        String rest = "\u001D" + fieldsAfterTheFirst + "\u001C";
        String lengthTag = type + ".001:";
        int bytes = lengthTag.length() + 5 + rest.length();
        return (lengthTag + "0".repeat(5 - String.valueOf(bytes).length()) + bytes + rest).getBytes(ISO_8859_1);
    }
}

package id.sidik.engine.image;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Locale;

/**
 * Finger image records of ISO/IEC 19794-4, of 2005 ("010") and of 2011 ("020"). All numbers are big-endian.
 *
 * <pre>
 *  2005, clause 7   "FIR\0" "010\0"  length u48  device u16  level u16  fingers u8  scale u8  scan resolution 2 x u16
 *                   image resolution 2 x u16  bits u8  compression u8  reserved u16
 *      a finger     length u32  position u8  views u8  view u8  quality u8  impression u8  width u16  height u16
 *                   reserved u8  data
 *  2011, clause 8   "FIR\0" "020\0"  length u32  representations u16  certified u8  positions u8
 *      each         length u32  time 9 bytes  technology u8  vendor u16  device u16
 *                   n u8, n x quality of 5 bytes  [if certified: n u8, n x certificate of 3 bytes]
 *                   position u8  representation u8  scale u8  scan resolution 2 x u16  image resolution 2 x u16
 *                   bits u8  compression u8  impression u8  width u16  height u16  data length u32  data  extended data
 * </pre>
 *
 * What the record says of time, device, quality and impression is not needed to compare, and extended data is passed over.
 */
final class FingerImageRecord {
    private static final String NAME = "The ISO/IEC 19794-4 record";
    private static final int VERSION_OFFSET = 4;
    private static final int VERSION_BYTES = 4;
    private static final String VERSION_2005 = "010\0";
    private static final String VERSION_2011 = "020\0";

    private static final int FINGER_HEADER_BYTES = 14;
    private static final int CAPTURE_TIME_BYTES = 9;
    private static final int QUALITY_BYTES = 5;
    private static final int CERTIFICATE_BYTES = 3;

    /** Table 6 (2005), table 7 (2011): 1 to 10 are single fingers, 0 is an unknown one. */
    private static final int SINGLE_FINGER_MAX = 10;

    private static final int SCALE_PER_INCH = 1;
    private static final int SCALE_PER_CENTIMETRE = 2;
    private static final double CENTIMETRES_PER_INCH = 2.54;

    private static final int BITS_A_PIXEL = 8;
    private static final int UNCOMPRESSED = 0;
    private static final int BIT_PACKED = 1;

    private final FieldReader in;
    private final int contentBytes;

    private FingerImageRecord(byte[] content) {
        this.in = FieldReader.ofImage(NAME, content);
        this.contentBytes = content.length;
    }

    /**
     * The only image of a record, of exactly one finger.
     *
     * @throws InvalidSampleException with the offset of the field at fault
     */
    static RecordedImage read(byte[] content) {
        FingerImageRecord record = new FingerImageRecord(content);
        record.in.skip("format identifier", VERSION_OFFSET);
        String version = new String(record.in.bytes("version", VERSION_BYTES), US_ASCII);
        return switch (version) {
            case VERSION_2005 -> record.read2005();
            case VERSION_2011 -> record.read2011();
            default ->
                throw record.in.refuse(
                        SampleFault.IMAGE_FORMAT_UNKNOWN,
                        "version",
                        VERSION_OFFSET,
                        "is neither 010 (2005) nor 020 (2011)",
                        "Send a record of one of these.");
        };
    }

    private RecordedImage read2005() {
        int lengthAt = in.offset();
        requireLength((long) in.u16("record length") << Integer.SIZE | in.u32("record length"), lengthAt);
        in.skip("capture device and image acquisition level", 4);
        requireOne("number of fingers", in.offset(), in.u8("number of fingers"));
        double dpi = readResolution();
        requireBits();
        boolean isPixels = readIsPixels();
        in.skip("reserved bytes", 2);
        int fingerAt = in.offset();
        long fingerBytes = in.u32("length of finger data block");
        requirePosition();
        requireOne("count of views", in.offset(), in.u8("count of views"));
        in.skip("view number, quality and impression type", 3);
        int widthPx = in.u16("horizontal line length");
        int heightPx = in.u16("vertical line length");
        in.skip("reserved byte", 1);
        long dataBytes = fingerBytes - FINGER_HEADER_BYTES;
        if (dataBytes != in.remaining()) {
            throw in.corrupt(
                    "length of finger data block",
                    fingerAt,
                    "says " + fingerBytes + ", and " + (in.remaining() + FINGER_HEADER_BYTES) + " bytes follow");
        }
        return image(widthPx, heightPx, dpi, isPixels, dataBytes);
    }

    private RecordedImage read2011() {
        int lengthAt = in.offset();
        requireLength(in.u32("record length"), lengthAt);
        requireOne("number of representations", in.offset(), in.u16("number of representations"));
        boolean isCertified = in.u8("certification flag") != 0;
        in.skip("number of finger positions", 1);
        in.skip("representation length", 4);
        in.skip("capture time, technology, vendor and device", CAPTURE_TIME_BYTES + 5);
        in.skip("quality blocks", QUALITY_BYTES * in.u8("number of quality blocks"));
        if (isCertified) {
            in.skip("certification blocks", CERTIFICATE_BYTES * in.u8("number of certification blocks"));
        }
        requirePosition();
        in.skip("representation number", 1);
        double dpi = readResolution();
        requireBits();
        boolean isPixels = readIsPixels();
        in.skip("impression type", 1);
        int widthPx = in.u16("horizontal line length");
        int heightPx = in.u16("vertical line length");
        return image(widthPx, heightPx, dpi, isPixels, in.u32("image data length"));
    }

    private RecordedImage image(int widthPx, int heightPx, double dpi, boolean isPixels, long dataBytes) {
        FingerImage.requireSides(widthPx, heightPx);
        byte[] data = in.bytes("image data", dataBytes);
        return isPixels
                ? RecordedImage.ofPixels(widthPx, heightPx, dpi, data)
                : RecordedImage.ofPicture(widthPx, heightPx, dpi, data);
    }

    private void requireLength(long recordBytes, int offset) {
        if (recordBytes > contentBytes) {
            throw in.refuse(
                    SampleFault.IMAGE_TRUNCATED,
                    "record length",
                    offset,
                    "says " + recordBytes + ", and there are " + contentBytes + " bytes",
                    "Send the whole record.");
        }
        if (recordBytes < contentBytes) {
            throw in.corrupt(
                    "record length", offset, "says " + recordBytes + ", and there are " + contentBytes + " bytes");
        }
    }

    private void requireOne(String field, int offset, int count) {
        if (count != 1) {
            throw in.refuse(
                    SampleFault.IMAGE_NOT_ONE_FINGER,
                    field,
                    offset,
                    "is " + count,
                    "Send each finger as a record of its own.");
        }
    }

    private void requirePosition() {
        int offset = in.offset();
        int position = in.u8("finger position");
        if (position > SINGLE_FINGER_MAX) {
            throw in.refuse(
                    SampleFault.IMAGE_NOT_ONE_FINGER,
                    "finger position",
                    offset,
                    "is " + position + ", which is no single finger",
                    "Send each finger by itself, cropped.");
        }
    }

    /** The resolution of the image; that of the scan may be another. */
    private double readResolution() {
        int scaleAt = in.offset();
        int scale = in.u8("scale units");
        in.skip("scan resolution", 4);
        int across = in.u16("horizontal image resolution");
        int down = in.u16("vertical image resolution");
        return switch (scale) {
            case SCALE_PER_INCH -> RecordedImage.squareDpi(across, down);
            case SCALE_PER_CENTIMETRE ->
                RecordedImage.squareDpi(across * CENTIMETRES_PER_INCH, down * CENTIMETRES_PER_INCH);
            default ->
                throw in.corrupt("scale units", scaleAt, "are " + scale + ", neither 1 (inch) nor 2 (centimetre)");
        };
    }

    private void requireBits() {
        int offset = in.offset();
        int bits = in.u8("pixel depth");
        if (bits != BITS_A_PIXEL) {
            throw in.refuse(
                    SampleFault.IMAGE_FORMAT_UNKNOWN, "pixel depth", offset, "is " + bits, "Send 8 bits a pixel.");
        }
    }

    private boolean readIsPixels() {
        int offset = in.offset();
        int compression = in.u8("image compression algorithm");
        if (compression == BIT_PACKED) {
            throw in.refuse(
                    SampleFault.IMAGE_FORMAT_UNKNOWN,
                    "image compression algorithm",
                    offset,
                    "is 1, bit-packed pixels",
                    String.format(Locale.ROOT, "Send %d bits a pixel, compressed or not.", BITS_A_PIXEL));
        }
        return compression == UNCOMPRESSED;
    }
}

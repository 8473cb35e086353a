package id.sidik.engine.interchange;

import static java.nio.charset.StandardCharsets.US_ASCII;

import id.sidik.engine.features.FingerFeatures;
import id.sidik.engine.features.MinutiaType;
import id.sidik.engine.features.Minutiae;
import id.sidik.engine.features.RidgeField;
import id.sidik.engine.image.FieldReader;
import id.sidik.engine.image.FingerImage;
import id.sidik.engine.image.ImageNormaliser;
import id.sidik.engine.image.InvalidSampleException;
import id.sidik.engine.image.SampleFault;
import id.sidik.engine.template.FingerPosition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Reads the records of four standards. Ours and not a library's, because whoever sent a bad one is told field and offset, and
 * because records in use bend the rules: of eight published samples FingerprintIO takes three by the letter.
 *
 * <pre>
 *  all              "FMR\0"  version, 4 bytes: " 20\0" (2004, 2005), "030\0" (2009, 2011), "035\0" (2009, amendment 1)
 *  ANSI 378-2004    length u16, or 0 and u32   owner u16  type u16   SHARED
 *  ISO 2005         length u32                                       SHARED
 *      SHARED       device u16  width u16  height u16  resolution 2 x u16  views u8  reserved u8
 *      a view       position u8  number u4  impression u4  quality u8  n u8  n MINUTIAE  EXTENDED
 *  ANSI 378-2009    length u32  owner u16  type u16  certified u8 (not in the draft of 2007)  device u16  views u8  reserved u8
 *      a view       position u8  number u8  impression u8  quality u8  quality's vendor u16  algorithm u16
 *                   width u16  height u16  resolution 2 x u16  n u8  n MINUTIAE  EXTENDED
 *  ISO 2011         length u32  views u16  certified u8
 *      a view       length u32  time 9 bytes  technology u8  vendor u16  device u16  n u8, n x quality of 5 bytes
 *                   [if certified: n u8, n x certificate of 3 bytes]  position u8  number u8  resolution 2 x u16
 *                   impression u8  width u16  height u16  minutia's bytes u4  kind of endings u4  n u8  n MINUTIAE  EXTENDED
 *  MINUTIA          type u2  x u14  reserved u2  y u14  direction u8  quality u8 (left out in ISO 2011 if a minutia has 5 bytes)
 *  EXTENDED         length u16  data, passed over
 * </pre>
 *
 * Resolutions are in pixels per centimetre.
 */
final class MinutiaeRecordReader {
    private static final String NAME = "The minutiae record";
    private static final byte[] MAGIC = {'F', 'M', 'R', 0};

    private static final int LENGTH_OFFSET = 8;
    private static final int ANSI_2004_HEADER_BYTES = 26;
    private static final int ISO_2005_HEADER_BYTES = 24;
    private static final int ISO_2011_HEADER_BYTES = 15;
    private static final int ISO_2011_VIEW_BYTES_MIN = 34;

    /** In the draft of 2007 a reserved byte, which is 0; in the standard of 2009 the number of views, which is not. */
    private static final int ANSI_2009_VIEWS_OFFSET = 19;

    private static final int CAPTURE_TIME_BYTES = 9;
    private static final int QUALITY_BYTES = 5;
    private static final int CERTIFICATE_BYTES = 3;

    private static final int MINUTIA_BYTES = 6;
    private static final int POSITION_MASK = 0x3FFF;

    private static final double CENTIMETRES_PER_INCH = 2.54;

    /** 500 dpi are 196.85 pixels per centimetre, which some round and some cut. */
    private static final double REFERENCE_PER_CENTIMETRE = ImageNormaliser.REFERENCE_DPI / CENTIMETRES_PER_INCH;

    private static final double RESOLUTION_TOLERANCE = 0.01;

    private final byte[] content;
    private final FieldReader in;
    private long recordBytes;

    private MinutiaeRecordReader(byte[] content) {
        this.content = content;
        this.in = FieldReader.ofTemplate(NAME, content);
    }

    /** Size of the image that positions refer to, and what brings it to 500 dpi. */
    private record Frame(int widthPx, int heightPx, double scale) {
        int widthAtReference() {
            return (int) Math.ceil(widthPx * scale);
        }

        int heightAtReference() {
            return (int) Math.ceil(heightPx * scale);
        }
    }

    private record Minutia(float x, float y, double directionRad, MinutiaType type, int quality) {}

    static boolean startsLikeRecord(byte[] content) {
        return content.length > MAGIC.length && Arrays.equals(content, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    static MinutiaeRecord read(byte[] content) {
        if (!startsLikeRecord(content)) {
            throw new InvalidSampleException(
                    SampleFault.TEMPLATE_CORRUPT,
                    "The content does not begin with FMR and a zero byte. Send a record of ISO/IEC 19794-2 or ANSI INCITS 378.");
        }
        if (content.length > MinutiaeRecord.RECORD_BYTES_MAX) {
            throw new InvalidSampleException(
                    SampleFault.TEMPLATE_CORRUPT,
                    String.format(
                            Locale.ROOT,
                            "A minutiae record has at most %d bytes, not %d. Send fewer fingers at once.",
                            MinutiaeRecord.RECORD_BYTES_MAX,
                            content.length));
        }
        return new MinutiaeRecordReader(content).read();
    }

    private MinutiaeRecord read() {
        in.skip("format identifier", MAGIC.length);
        MinutiaeStandard standard = standard();
        in.skip("version", LENGTH_OFFSET - MAGIC.length);
        List<FingerView> views = switch (standard) {
            case ANSI_2004, ISO_2005 -> readOfOneFrame(standard);
            case ANSI_2009 -> readAnsi2009();
            case ISO_2011 -> readIso2011();
        };
        requireEnd();
        return new MinutiaeRecord(standard, views);
    }

    /** Versions are shared by the two families; how the length is written tells them apart. */
    private MinutiaeStandard standard() {
        if (content.length < ISO_2011_HEADER_BYTES) {
            throw in.corrupt("header", 0, "ends after " + content.length + " bytes");
        }
        String version = new String(content, MAGIC.length, LENGTH_OFFSET - MAGIC.length, US_ASCII);
        return switch (version) {
            case " 20\0" -> hasAnsi2004Length() ? MinutiaeStandard.ANSI_2004 : MinutiaeStandard.ISO_2005;
            case "030\0" -> hasIso2011Lengths() ? MinutiaeStandard.ISO_2011 : MinutiaeStandard.ANSI_2009;
            case "035\0" -> MinutiaeStandard.ANSI_2009;
            default ->
                throw in.refuse(
                        SampleFault.TEMPLATE_VERSION_UNSUPPORTED,
                        "version",
                        MAGIC.length,
                        "is not one that is read here",
                        "Send ISO/IEC 19794-2:2005 or 2011, or ANSI INCITS 378-2004 or 2009.");
        };
    }

    /** Two bytes, or six that begin with two zeros; then the upper half of the four others is smaller than any record. */
    private boolean hasAnsi2004Length() {
        int first = unsignedShort(LENGTH_OFFSET);
        return first > 0 || unsignedShort(LENGTH_OFFSET + Short.BYTES) < ISO_2005_HEADER_BYTES;
    }

    /** Whether as many views as announced, by their lengths, find room in the record. */
    private boolean hasIso2011Lengths() {
        int count = unsignedShort(LENGTH_OFFSET + Integer.BYTES);
        long offset = ISO_2011_HEADER_BYTES;
        for (int view = 0; view < count; view++) {
            if (offset + ISO_2011_VIEW_BYTES_MIN > content.length) {
                return false;
            }
            long viewBytes =
                    (long) unsignedShort((int) offset) << Short.SIZE | unsignedShort((int) offset + Short.BYTES);
            if (viewBytes < ISO_2011_VIEW_BYTES_MIN) {
                return false;
            }
            offset += viewBytes;
        }
        return count > 0 && offset <= content.length;
    }

    private int unsignedShort(int offset) {
        return Byte.toUnsignedInt(content[offset]) << Byte.SIZE | Byte.toUnsignedInt(content[offset + 1]);
    }

    private List<FingerView> readOfOneFrame(MinutiaeStandard standard) {
        if (standard == MinutiaeStandard.ANSI_2004) {
            int length = in.u16("record length");
            requireLength(length > 0 ? length : in.u32("record length"), ANSI_2004_HEADER_BYTES);
            in.skip("product identifier", 4);
        } else {
            requireLength(in.u32("record length"), ISO_2005_HEADER_BYTES);
        }
        in.skip("capture equipment", 2);
        Frame frame = readSizeAndResolution();
        int count = readCount(in.u8("number of views"));
        in.skip("reserved byte", 1);
        List<FingerView> views = new ArrayList<>();
        for (int view = 0; view < count; view++) {
            FingerPosition position = readPosition();
            int number = in.u8("view number and impression type") >>> 4;
            int quality = readViewQuality();
            Minutiae minutiae = readMinutiae(standard, frame, MINUTIA_BYTES);
            skipExtendedData(view == count - 1);
            views.add(view(position, number, quality, frame, minutiae));
        }
        return views;
    }

    private List<FingerView> readAnsi2009() {
        requireLength(in.u32("record length"), ANSI_2009_VIEWS_OFFSET);
        in.skip("product identifier", 4);
        boolean isStandard = content.length > ANSI_2009_VIEWS_OFFSET && content[ANSI_2009_VIEWS_OFFSET] != 0;
        in.skip("capture equipment", isStandard ? 3 : 2);
        int count = readCount(in.u8("number of views"));
        in.skip("reserved byte", 1);
        List<FingerView> views = new ArrayList<>();
        for (int view = 0; view < count; view++) {
            FingerPosition position = readPosition();
            int number = readNumber();
            in.skip("impression type", 1);
            int quality = readViewQuality();
            in.skip("quality algorithm", 4);
            Frame frame = readSizeAndResolution();
            Minutiae minutiae = readMinutiae(MinutiaeStandard.ANSI_2009, frame, MINUTIA_BYTES);
            skipExtendedData(view == count - 1);
            views.add(view(position, number, quality, frame, minutiae));
        }
        return views;
    }

    private List<FingerView> readIso2011() {
        requireLength(in.u32("record length"), ISO_2011_HEADER_BYTES);
        int count = readCount(in.u16("number of representations"));
        boolean isCertified = in.u8("certification flag") != 0;
        List<FingerView> views = new ArrayList<>();
        for (int view = 0; view < count; view++) {
            long end = in.offset() + in.u32("representation length");
            views.add(readIso2011View(isCertified));
            if (in.offset() != end) {
                throw in.corrupt(
                        "the end of a representation",
                        in.offset(),
                        "should be at offset " + end + " by the representation's length");
            }
        }
        return views;
    }

    private FingerView readIso2011View(boolean isCertified) {
        in.skip("capture time, technology, vendor and device", CAPTURE_TIME_BYTES + 5);
        int quality = readIso2011Quality();
        if (isCertified) {
            in.skip("certification blocks", CERTIFICATE_BYTES * in.u8("number of certification blocks"));
        }
        FingerPosition position = readPosition();
        int number = readNumber();
        int frameAt = in.offset();
        int across = in.u16("horizontal resolution");
        int down = in.u16("vertical resolution");
        in.skip("impression type", 1);
        Frame frame = frame(frameAt, in.u16("width"), in.u16("height"), across, down);
        int minutiaBytesAt = in.offset();
        int minutiaBytes = in.u8("minutia size and kind of endings") >>> 4;
        if (minutiaBytes != MINUTIA_BYTES && minutiaBytes != MINUTIA_BYTES - 1) {
            throw in.corrupt("minutia size", minutiaBytesAt, "is " + minutiaBytes + ", neither 5 nor 6 bytes");
        }
        Minutiae minutiae = readMinutiae(MinutiaeStandard.ISO_2011, frame, minutiaBytes);
        skipExtendedData(false);
        return view(position, number, quality, frame, minutiae);
    }

    /** The first of the quality blocks: a score, and whose it is. */
    private int readIso2011Quality() {
        int blocks = in.u8("number of quality blocks");
        if (blocks == 0) {
            return FingerView.QUALITY_UNKNOWN;
        }
        int quality = readViewQuality();
        in.skip("quality blocks", QUALITY_BYTES * blocks - 1);
        return quality;
    }

    private static FingerView view(FingerPosition position, int number, int quality, Frame frame, Minutiae minutiae) {
        FingerFeatures features =
                new FingerFeatures(frame.widthAtReference(), frame.heightAtReference(), 0, minutiae, RidgeField.NONE);
        return new FingerView(position, number, quality, features);
    }

    /** Writers miscount: the length that is stated may lie before the last view's end or, as extended data, behind it. */
    private void requireEnd() {
        int end = (int) Math.max(recordBytes, in.offset());
        if (content.length > end) {
            throw in.corrupt("the record's end", end, "is followed by " + (content.length - end) + " more bytes");
        }
    }

    private void requireLength(long stated, int bytesMin) {
        recordBytes = stated;
        if (recordBytes > content.length || recordBytes < bytesMin) {
            throw in.corrupt(
                    "record length",
                    LENGTH_OFFSET,
                    "says " + recordBytes + ", and there are " + content.length + " bytes");
        }
    }

    private int readCount(int count) {
        if (count == 0 || count > MinutiaeRecord.VIEWS_MAX) {
            throw in.corrupt(
                    "number of views", in.offset() - 1, "is " + count + ", not 1 to " + MinutiaeRecord.VIEWS_MAX);
        }
        return count;
    }

    private FingerPosition readPosition() {
        int offset = in.offset();
        int position = in.u8("finger position");
        if (position > FingerPosition.LEFT_LITTLE.isoNumber()) {
            throw in.refuse(
                    SampleFault.TEMPLATE_CORRUPT,
                    "finger position",
                    offset,
                    "is " + position + ", which is no single finger",
                    "Send minutiae of single fingers.");
        }
        return FingerPosition.ofIsoNumber(position);
    }

    private int readNumber() {
        int offset = in.offset();
        int number = in.u8("view number");
        if (number > FingerView.NUMBER_MAX) {
            throw in.corrupt("view number", offset, "is " + number + ", not 0 to " + FingerView.NUMBER_MAX);
        }
        return number;
    }

    /** 101 to 255 have meanings such as "not reported" and "failed", which come to the same. */
    private int readViewQuality() {
        int quality = in.u8("quality");
        return quality > FingerView.QUALITY_MAX ? FingerView.QUALITY_UNKNOWN : quality;
    }

    private Frame readSizeAndResolution() {
        int offset = in.offset();
        return frame(
                offset,
                in.u16("width"),
                in.u16("height"),
                in.u16("horizontal resolution"),
                in.u16("vertical resolution"));
    }

    private Frame frame(int offset, int widthPx, int heightPx, int across, int down) {
        if (Math.abs(across - down) > Math.max(1, RESOLUTION_TOLERANCE * across)) {
            throw in.corrupt(
                    "size and resolution",
                    offset,
                    "state " + across + " pixels per centimetre across and " + down + " down");
        }
        double dpi = Math.abs(across - REFERENCE_PER_CENTIMETRE) <= 1
                ? ImageNormaliser.REFERENCE_DPI
                : across * CENTIMETRES_PER_INCH;
        if (dpi < FingerImage.DPI_MIN || dpi > FingerImage.DPI_MAX) {
            throw in.corrupt(
                    "size and resolution", offset, "state " + across + " pixels per centimetre; 197 are usual");
        }
        Frame frame = new Frame(widthPx, heightPx, ImageNormaliser.REFERENCE_DPI / dpi);
        int longerSide = Math.max(frame.widthAtReference(), frame.heightAtReference());
        if (widthPx == 0 || heightPx == 0 || longerSide > FingerFeatures.SIDE_MAX_PX) {
            throw in.corrupt(
                    "size and resolution", offset, "state " + widthPx + " x " + heightPx + " px, which is no finger");
        }
        return frame;
    }

    private Minutiae readMinutiae(MinutiaeStandard standard, Frame frame, int minutiaBytes) {
        int count = in.u8("number of minutiae");
        List<Minutia> minutiae = new ArrayList<>(count);
        for (int minutia = 0; minutia < count; minutia++) {
            minutiae.add(readMinutia(standard, frame, minutiaBytes));
        }
        minutiae.sort(Comparator.comparingInt(Minutia::quality).reversed());
        Minutiae.Builder sorted = Minutiae.builder();
        for (Minutia minutia : minutiae) {
            sorted.add(minutia.x(), minutia.y(), minutia.directionRad(), minutia.type(), minutia.quality());
        }
        return sorted.build();
    }

    private Minutia readMinutia(MinutiaeStandard standard, Frame frame, int minutiaBytes) {
        int offset = in.offset();
        int typeAndX = in.u16("minutia type and x");
        int y = in.u16("minutia y") & POSITION_MASK;
        int step = in.u8("minutia direction");
        int percent = minutiaBytes == MINUTIA_BYTES ? in.u8("minutia quality") : 0;
        int x = typeAndX & POSITION_MASK;
        if (x >= frame.widthPx() || y >= frame.heightPx()) {
            throw in.corrupt(
                    "minutia",
                    offset,
                    "lies outside the " + frame.widthPx() + " x " + frame.heightPx() + " px of its image");
        }
        if (step >= standard.directionSteps()) {
            throw in.corrupt("minutia", offset, "has a direction of more than a full turn");
        }
        MinutiaType type = MinutiaType.of(typeAndX >>> 14)
                .orElseThrow(() -> in.corrupt("minutia", offset, "is of type 3, which is reserved"));
        return new Minutia(
                (float) (x * frame.scale()),
                (float) (y * frame.scale()),
                standard.directionRad(step),
                type,
                MinutiaQuality.ofPercent(percent));
    }

    /**
     * Extended data of the last view may claim more than there is: it is not used, and NIST's own sample of ISO 2005 does so.
     */
    private void skipExtendedData(boolean isLast) {
        int bytes = in.u16("length of extended data");
        in.skip("extended data", isLast ? Math.min(bytes, in.remaining()) : bytes);
    }
}

package id.sidik.engine.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Transactions of ANSI/NIST-ITL 1 (2000 and later, traditional encoding), of which finger images in records of type 4 and type 14
 * are read. Record type 1 comes first and lists all others in its field 1.003.
 *
 * <pre>
 *  tagged record (1, 2, 9 and up)   "14.001:" length GS "14.002:" value GS … "14.999:" data FS
 *  type 4 (and 3, 5, 6: not read)   length u32  IDC u8  impression u8  positions 6 x u8  resolution u8  width u16
 *                                   height u16  compression u8  data
 *  types 7 and 8                    length u32  …
 * </pre>
 *
 * Separators: FS 1C ends a record, GS 1D a field, RS 1E a subfield, US 1F an item.
 */
final class AnsiNistFile {
    private static final String NAME = "The ANSI/NIST-ITL file";
    private static final char FILE_SEPARATOR = 0x1C;
    private static final char GROUP_SEPARATOR = 0x1D;
    private static final String RECORD_SEPARATOR = "\u001E";
    private static final String UNIT_SEPARATOR = "\u001F";

    /** As many records as the two digits of an image designation character tell apart, and the first two. */
    private static final int RECORDS_MAX = 102;

    private static final int TAG_CHARS_MAX = 12;
    private static final int LENGTH_DIGITS_MAX = 10;
    private static final int VALUE_CHARS_MAX = 64 * 1024;

    private static final int TRANSACTION = 1;
    private static final int FINGER_IMAGE = 4;
    private static final int VARIABLE_RESOLUTION_FINGER_IMAGE = 14;

    private static final int LENGTH_FIELD = 1;
    private static final int CONTENT_FIELD = 3;
    private static final int NATIVE_RESOLUTION_FIELD = 11;
    private static final int DATA_FIELD = 999;

    private static final double MILLIMETRES_PER_INCH = 25.4;
    private static final double CENTIMETRES_PER_INCH = 2.54;

    /** Type 4, resolution field 0: the least that the standard allows, 19.69 pixels per millimetre. */
    private static final double LEAST_RESOLUTION_DPI = 500;

    private static final int POSITION_UNUSED = 255;

    /** Table of finger positions: 0 unknown, 1 to 10 single fingers, 11 and 12 a plain right and left thumb. */
    private static final int SINGLE_FINGER_MAX = 12;

    private final FieldReader in;
    private final byte[] content;
    private final List<RecordedImage> images = new ArrayList<>();
    private double nativeDpi = RecordedImage.DPI_NOT_STATED;

    private AnsiNistFile(byte[] content) {
        this.content = content;
        this.in = FieldReader.ofImage(NAME, content);
    }

    /** A tagged record: the fields' texts by number, and where the binary field 999 lies, if there is one. */
    private record TaggedRecord(int offset, Map<Integer, String> fields, int dataOffset, int dataBytes) {}

    /**
     * The only finger image of a file.
     *
     * @throws InvalidSampleException {@code IMAGE_NOT_ONE_FINGER} if it has none, several, or one of several fingers; otherwise
     *     with the offset of the field at fault
     */
    static RecordedImage read(byte[] content) {
        AnsiNistFile file = new AnsiNistFile(content);
        TaggedRecord transaction = file.readTagged(TRANSACTION);
        List<Integer> types = file.typesOf(transaction);
        for (int type : types) {
            file.readRecord(type);
        }
        if (file.in.remaining() > 0) {
            throw file.in.corrupt(
                    "the end",
                    file.in.offset(),
                    "is followed by " + file.in.remaining() + " bytes that field 1.003 does not list");
        }
        return file.onlyImage(types);
    }

    private RecordedImage onlyImage(List<Integer> types) {
        if (images.size() != 1) {
            throw new InvalidSampleException(
                    SampleFault.IMAGE_NOT_ONE_FINGER,
                    String.format(
                            Locale.ROOT,
                            "%s has %d finger images of type 4 or 14; its records are of types 1 and %s. Send one finger a file.",
                            NAME,
                            images.size(),
                            types));
        }
        return images.getFirst();
    }

    /** What follows the transaction record, by type, in the order of the file. */
    private List<Integer> typesOf(TaggedRecord transaction) {
        String nativeResolution = transaction.fields().getOrDefault(NATIVE_RESOLUTION_FIELD, "");
        nativeDpi = Math.rint(decimal(nativeResolution) * MILLIMETRES_PER_INCH);
        String[] entries = text(transaction, TRANSACTION, CONTENT_FIELD).split(RECORD_SEPARATOR, -1);
        if (entries.length > RECORDS_MAX) {
            throw in.corrupt("field 1.003", transaction.offset(), "lists more than " + RECORDS_MAX + " records");
        }
        List<Integer> types = new ArrayList<>();
        for (int entry = 1; entry < entries.length; entry++) { // the first describes the transaction record itself
            types.add(number(entries[entry].split(UNIT_SEPARATOR, -1)[0], "field 1.003", transaction.offset()));
        }
        return types;
    }

    private void readRecord(int type) {
        switch (type) {
            case FINGER_IMAGE -> images.add(readFingerImage());
            case 3, 5, 6, 7, 8 -> skipBinary(type);
            case VARIABLE_RESOLUTION_FINGER_IMAGE -> images.add(fingerImage(readTagged(type)));
            default -> readTagged(type);
        }
    }

    private void skipBinary(int type) {
        int recordAt = in.offset();
        in.skip("record of type " + type, binaryRest(recordAt));
    }

    /** What is left of a binary record after its length. */
    private int binaryRest(int recordAt) {
        long recordBytes = in.u32("record length");
        if (recordBytes < Integer.BYTES) {
            throw in.corrupt("record length", recordAt, "is " + recordBytes + ", less than itself");
        }
        return (int) Math.min(recordBytes - Integer.BYTES, Integer.MAX_VALUE);
    }

    private RecordedImage readFingerImage() {
        int recordAt = in.offset();
        int restBytes = binaryRest(recordAt);
        in.skip("image designation character and impression type", 2);
        requireSingleFinger(readPositions(), recordAt);
        boolean isNative = in.u8("image scanning resolution") != 0;
        int widthPx = in.u16("horizontal line length");
        int heightPx = in.u16("vertical line length");
        boolean isPixels = in.u8("greyscale compression algorithm") == 0;
        FingerImage.requireSides(widthPx, heightPx);
        int dataBytes = restBytes - (in.offset() - recordAt - Integer.BYTES);
        if (dataBytes < 0) {
            throw in.corrupt("record length", recordAt, "ends before the image begins");
        }
        byte[] data = in.bytes("image data", dataBytes);
        return image(widthPx, heightPx, isNative ? nativeDpi : LEAST_RESOLUTION_DPI, isPixels, data);
    }

    /** Up to six candidates; those not used are 255. */
    private List<Integer> readPositions() {
        List<Integer> positions = new ArrayList<>();
        for (int candidate = 0; candidate < 6; candidate++) {
            int position = in.u8("finger position");
            if (position != POSITION_UNUSED) {
                positions.add(position);
            }
        }
        return positions;
    }

    private RecordedImage fingerImage(TaggedRecord record) {
        requireSingleFinger(List.of(numberIn(record, 13)), record.offset());
        int widthPx = numberIn(record, 6);
        int heightPx = numberIn(record, 7);
        FingerImage.requireSides(widthPx, heightPx);
        boolean isPixels = text(record, VARIABLE_RESOLUTION_FINGER_IMAGE, 11).equals("NONE");
        int bits = numberIn(record, 12);
        if (bits != Byte.SIZE) {
            throw in.refuse(
                    SampleFault.IMAGE_FORMAT_UNKNOWN,
                    "field 14.012",
                    record.offset(),
                    "is " + bits,
                    "Send 8 bits a pixel.");
        }
        if (record.dataBytes() == 0) {
            throw in.corrupt("field 14.999", record.offset(), "is missing");
        }
        byte[] data = new byte[record.dataBytes()];
        System.arraycopy(content, record.dataOffset(), data, 0, data.length);
        return image(widthPx, heightPx, resolutionOf(record), isPixels, data);
    }

    private double resolutionOf(TaggedRecord record) {
        int across = numberIn(record, 9);
        int down = numberIn(record, 10);
        int scale = numberIn(record, 8);
        return switch (scale) {
            case 0 -> RecordedImage.DPI_NOT_STATED;
            case 1 -> RecordedImage.squareDpi(across, down);
            case 2 -> RecordedImage.squareDpi(across * CENTIMETRES_PER_INCH, down * CENTIMETRES_PER_INCH);
            default -> throw in.corrupt("field 14.008", record.offset(), "is " + scale + ", not 0 to 2");
        };
    }

    private static RecordedImage image(int widthPx, int heightPx, double dpi, boolean isPixels, byte[] data) {
        return isPixels
                ? RecordedImage.ofPixels(widthPx, heightPx, dpi, data)
                : RecordedImage.ofPicture(widthPx, heightPx, dpi, data);
    }

    private void requireSingleFinger(List<Integer> positions, int recordAt) {
        for (int position : positions) {
            if (position < 0 || position > SINGLE_FINGER_MAX) {
                throw in.refuse(
                        SampleFault.IMAGE_NOT_ONE_FINGER,
                        "the finger position of the record",
                        recordAt,
                        "is " + position + ", which is no single finger",
                        "Send each finger by itself, cropped.");
            }
        }
    }

    /** Reads a tagged record to its end. Field 999 is not text and always the last. */
    private TaggedRecord readTagged(int type) {
        int recordAt = in.offset();
        Map<Integer, String> fields = new TreeMap<>();
        String prefix = type + ".";
        int lengthField = fieldNumber(prefix);
        if (lengthField != LENGTH_FIELD) {
            throw in.corrupt("the record", recordAt, "does not begin with its length, field " + prefix + "001");
        }
        int recordBytes =
                number(readUntil("record length", LENGTH_DIGITS_MAX, GROUP_SEPARATOR), "record length", recordAt);
        long end = (long) recordAt + recordBytes;
        if (end > content.length || end <= in.offset()) {
            throw in.refuse(
                    SampleFault.IMAGE_TRUNCATED,
                    "record length",
                    recordAt,
                    "is " + recordBytes + ", and " + (content.length - recordAt) + " bytes are left",
                    "Send the whole file.");
        }
        if (content[(int) end - 1] != FILE_SEPARATOR) {
            throw in.corrupt(
                    "the record", recordAt, "does not end with a file separator (1C) after " + recordBytes + " bytes");
        }
        return readFields(recordAt, (int) end, prefix, fields);
    }

    private TaggedRecord readFields(int recordAt, int end, String prefix, Map<Integer, String> fields) {
        while (in.offset() < end) {
            int field = fieldNumber(prefix);
            if (field == DATA_FIELD) {
                int dataAt = in.offset();
                in.skip("image data", end - dataAt);
                return new TaggedRecord(recordAt, fields, dataAt, end - 1 - dataAt);
            }
            fields.put(field, readUntil("field " + prefix + field, VALUE_CHARS_MAX, GROUP_SEPARATOR));
        }
        if (in.offset() != end) {
            throw in.corrupt("the record", recordAt, "has a field that reaches beyond its end");
        }
        return new TaggedRecord(recordAt, fields, end, 0);
    }

    /** Reads "14.006:" and returns 6. The type of a tag is not checked: the field's number tells all, and real files mix types up. */
    private int fieldNumber(String prefix) {
        int offset = in.offset();
        String tag = readUntil("the tag of a field", TAG_CHARS_MAX, ':');
        return number(tag.substring(tag.indexOf('.') + 1), "the tag of a field of type " + prefix, offset);
    }

    /** The characters up to a separator, which is passed over; the end of a record is one, too. */
    private String readUntil(String field, int charsMax, char separator) {
        int offset = in.offset();
        StringBuilder text = new StringBuilder();
        while (true) {
            char next = (char) in.u8(field);
            if (next == separator || next == FILE_SEPARATOR) {
                return text.toString();
            }
            if (text.length() == charsMax) {
                throw in.corrupt(field, offset, "has more than " + charsMax + " characters");
            }
            text.append(next);
        }
    }

    private String text(TaggedRecord record, int type, int field) {
        String text = record.fields().get(field);
        if (text == null) {
            throw in.corrupt(
                    String.format(Locale.ROOT, "field %d.%03d", type, field),
                    record.offset(),
                    "is missing from the record");
        }
        return text;
    }

    private int numberIn(TaggedRecord record, int field) {
        return number(
                text(record, VARIABLE_RESOLUTION_FINGER_IMAGE, field),
                String.format(Locale.ROOT, "field 14.%03d", field),
                record.offset());
    }

    private int number(String digits, String field, int offset) {
        try {
            return Integer.parseUnsignedInt(digits.strip());
        } catch (NumberFormatException e) {
            throw in.corrupt(field, offset, "is no number");
        }
    }

    /** A decimal as in "19.69"; 0 for whatever is none. */
    private static double decimal(String text) {
        return text.matches("\\d{1,4}\\.\\d{1,4}") ? Double.parseDouble(text) : 0;
    }
}

package id.sidik.eligibility.records;

import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.nid.NidHasher;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a record lies among those of its kind: parts, in the order that a scan follows. The first of them are a prefix, which a
 * scan can ask for. Records of the same first part lie together, also in a store that is spread over many machines: a list that says
 * the first part asks one place, a list that does not asks all.
 *
 * <pre>
 * NID      32 bytes, its keyed hash: the number itself is in no key. So with other personal texts
 * text     UTF-8, with 0x00 after it unless it ends the key
 * number   8 or 4 bytes, big-endian, from 0
 * moment   milliseconds since 1970, as a number of 8 bytes
 * day      days since 1970, 4 bytes, with the sign turned so that earlier days come first
 * </pre>
 *
 * @param parts at least one for a record; none is the prefix of all
 */
public record RecordKey(List<Part> parts) {
    /** The longest text in a key, in bytes. */
    public static final int TEXT_BYTES_MAX = 256;

    /** The prefix of every key. */
    public static final RecordKey ANY = new RecordKey(List.of());

    public RecordKey {
        parts = List.copyOf(parts);
    }

    /** One part of a key. */
    sealed interface Part {
        /** What only a hash of may be read in a key. */
        record Personal(String text) implements Part {
            @Override
            public String toString() {
                return "Personal";
            }
        }

        record Text(String text) implements Part {}

        record Numeral(long number, int bytes) implements Part {}
    }

    /** A key that begins with a person, or is one. */
    public static RecordKey of(Nid nid) {
        return ANY.then(nid);
    }

    /** A key that is a personal text other than a NID, so that it must not be read in a key. */
    public static RecordKey ofPersonal(String text) {
        return ANY.and(new Part.Personal(text));
    }

    /** A key that begins with a text, or is one. */
    public static RecordKey of(String text) {
        return ANY.then(text);
    }

    /** A key that begins with a day, or is one. */
    public static RecordKey of(LocalDate day) {
        return ANY.then(day);
    }

    /** A key that begins with a moment, or is one. */
    public static RecordKey of(Instant moment) {
        return ANY.then(moment);
    }

    /** This key, and then a person. */
    public RecordKey then(Nid nid) {
        return and(new Part.Personal(nid.wholeDigits()));
    }

    /**
     * This key, and then a text.
     *
     * @throws IllegalArgumentException if it is empty, longer than 256 bytes, or has a character 0 in it
     */
    public RecordKey then(String text) {
        if (text.isEmpty() || text.indexOf('\0') >= 0 || utf8(text).length > TEXT_BYTES_MAX) {
            throw new IllegalArgumentException("a text in a key is 1 to 256 bytes without 0x00, not " + text.length());
        }
        return and(new Part.Text(text));
    }

    /** This key, and then a constant by its name. */
    public RecordKey then(Enum<?> constant) {
        return then(constant.name());
    }

    /** This key, and then a number from 0, in 8 bytes. */
    public RecordKey then(long number) {
        return number(number, Long.BYTES);
    }

    /** This key, and then a number from 0, in 4 bytes. */
    public RecordKey then(int number) {
        return number(number, Integer.BYTES);
    }

    /** This key, and then a moment since 1970, to the millisecond. */
    public RecordKey then(Instant moment) {
        return number(moment.toEpochMilli(), Long.BYTES);
    }

    /** This key, and then a moment since 1970 in such a way that later ones come first. */
    public RecordKey thenLatestFirst(Instant moment) {
        return number(Long.MAX_VALUE - moment.toEpochMilli(), Long.BYTES);
    }

    /** This key, and then a day. */
    public RecordKey then(LocalDate day) {
        return and(new Part.Numeral(Math.toIntExact(day.toEpochDay()) ^ Integer.MIN_VALUE, Integer.BYTES));
    }

    /** The key of a record. */
    public byte[] bytes(NidHasher hasher) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("the key of a record has at least one part");
        }
        return bytes(hasher, false);
    }

    /** What the keys of all records begin with that have these parts and more. */
    public byte[] prefix(NidHasher hasher) {
        return bytes(hasher, true);
    }

    private byte[] bytes(NidHasher hasher, boolean moreFollows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < parts.size(); i++) {
            switch (parts.get(i)) {
                case Part.Personal(String text) -> bytes.writeBytes(hasher.hashOfText(text, NidHasher.Use.STORE));
                case Part.Numeral(long number, int width) ->
                    bytes.write(ByteBuffer.allocate(Long.BYTES).putLong(number).array(), Long.BYTES - width, width);
                case Part.Text(String text) -> {
                    bytes.writeBytes(utf8(text));
                    if (moreFollows || i < parts.size() - 1) {
                        bytes.write(0);
                    }
                }
            }
        }
        return bytes.toByteArray();
    }

    private RecordKey number(long number, int bytes) {
        if (number < 0) {
            throw new IllegalArgumentException("a number in a key is 0 or more, not " + number);
        }
        return and(new Part.Numeral(number, bytes));
    }

    private RecordKey and(Part part) {
        List<Part> more = new ArrayList<>(parts);
        more.add(part);
        return new RecordKey(more);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

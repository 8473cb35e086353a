package id.sidik.eligibility.records;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * One kind of record: what the store must know to keep it. Records of a kind lie in a table of their own, in the order of their
 * keys, each sealed and bound to its place.
 *
 * <p>Two records are the same when {@code equals} says so: {@code T} is a record of values.
 *
 * @param <T> what the domain calls it
 */
public final class RecordKind<T> {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{1,39}");

    private final String name;
    private final char tag;
    private final Function<T, RecordKey> key;
    private final Function<T, BodyWriter> writer;
    private final Function<BodyReader, T> reader;
    private final Stamp<T> stamp;
    private final List<RecordIndex<T>> indexes;

    /** Puts into a record the place in the audit log of the event that tells of it. */
    @FunctionalInterface
    public interface Stamp<T> {
        T stamped(T record, long auditIndex);
    }

    private RecordKind(
            String name,
            char tag,
            Function<T, RecordKey> key,
            Function<T, BodyWriter> writer,
            Function<BodyReader, T> reader,
            Stamp<T> stamp,
            List<RecordIndex<T>> indexes) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a kind is called by 2 to 40 of [a-z0-9-], not " + name);
        }
        if (tag < '!' || tag > '~') {
            throw new IllegalArgumentException("the tag of " + name + " is not a printable ASCII character");
        }
        this.name = name;
        this.tag = tag;
        this.key = key;
        this.writer = writer;
        this.reader = reader;
        this.stamp = stamp;
        this.indexes = List.copyOf(indexes);
    }

    /**
     * A kind of record.
     *
     * @param name of the table, in the plural; stored, so never change it
     * @param tag one printable ASCII character in every record's envelope, unlike that of any other kind; stored, so never change it
     * @param key where a record lies; may not depend on what changes about it
     * @param writer the fields, in the order of the layout
     * @param reader reads what the writer wrote, and what earlier layouts did. Bad fields may throw {@link
     *     IllegalArgumentException}: the record is then reported as corrupt
     */
    public static <T> RecordKind<T> of(
            String name,
            char tag,
            Function<T, RecordKey> key,
            Function<T, BodyWriter> writer,
            Function<BodyReader, T> reader) {
        return new RecordKind<>(name, tag, key, writer, reader, (unchanged, _) -> unchanged, List.of());
    }

    /** The same kind, whose records learn the audit index of their event when they are written. */
    public RecordKind<T> stampedBy(Stamp<T> newStamp) {
        return new RecordKind<>(name, tag, key, writer, reader, newStamp, indexes);
    }

    /** The same kind, whose records can also be found by this. */
    public RecordKind<T> indexedBy(RecordIndex<T> index) {
        List<RecordIndex<T>> more = new ArrayList<>(indexes);
        more.add(index);
        return new RecordKind<>(name, tag, key, writer, reader, stamp, more);
    }

    /** The name of its table. */
    public String name() {
        return name;
    }

    /** What its records' envelopes say. */
    public char tag() {
        return tag;
    }

    /** What else its records can be found by. */
    public List<RecordIndex<T>> indexes() {
        return indexes;
    }

    /** Where this record lies. */
    public RecordKey key(T record) {
        return key.apply(record);
    }

    /** The record's body as it is written with an event. */
    public byte[] body(T record, long auditIndex) {
        return writer.apply(stamp.stamped(record, auditIndex)).body();
    }

    /** Reads a body. */
    public T read(BodyReader body) {
        return reader.apply(body);
    }

    @Override
    public String toString() {
        return name;
    }
}

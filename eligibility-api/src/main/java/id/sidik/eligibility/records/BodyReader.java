package id.sidik.eligibility.records;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Reads the fields of a body in the order in which {@link BodyWriter} wrote them. A body that ends early is corrupt. */
public final class BodyReader {
    private final String recordName;
    private final DataInputStream fields;

    public BodyReader(String recordName, byte[] body) {
        this.recordName = recordName;
        this.fields = new DataInputStream(new ByteArrayInputStream(body));
    }

    /** A read of one field. */
    private interface Field<T> {
        T read(DataInputStream fields) throws IOException;
    }

    public String text() {
        return get(in -> in.readUTF());
    }

    public <E extends Enum<E>> E name(Class<E> type) {
        String name = text();
        try {
            return Enum.valueOf(type, name);
        } catch (IllegalArgumentException e) {
            throw new CorruptRecordException(recordName, "no " + type.getSimpleName() + " is called " + name, e);
        }
    }

    public boolean flag() {
        return get(DataInputStream::readBoolean);
    }

    public int number() {
        return get(DataInputStream::readInt);
    }

    public long longNumber() {
        return get(DataInputStream::readLong);
    }

    public double fraction() {
        return get(DataInputStream::readDouble);
    }

    public Instant moment() {
        return Instant.ofEpochSecond(longNumber(), number());
    }

    public byte[] bytes() {
        int length = number();
        if (length < 0 || length > get(DataInputStream::available)) {
            throw new CorruptRecordException(recordName, "a field of " + length + " bytes does not fit");
        }
        return get(in -> in.readNBytes(length));
    }

    public LocalDate day() {
        return LocalDate.ofEpochDay(longNumber());
    }

    /** A field that may be absent: a flag, and the field if it is there. */
    public <T> Optional<T> optional(Supplier<T> field) {
        return flag() ? Optional.of(field.get()) : Optional.empty();
    }

    /** A count, and so many fields. */
    public <T> List<T> list(int max, Supplier<T> field) {
        int count = number();
        if (count < 0 || count > max) {
            throw new CorruptRecordException(recordName, "a list of " + count + " where at most " + max + " can be");
        }
        return Stream.generate(field).limit(count).toList();
    }

    /** Whether all fields are read: an earlier layout had fewer. */
    public boolean atEnd() {
        return get(DataInputStream::available) == 0;
    }

    private <T> T get(Field<T> field) {
        try {
            return field.read(fields);
        } catch (IOException e) {
            throw new CorruptRecordException(recordName, "ends within a field", e);
        }
    }
}

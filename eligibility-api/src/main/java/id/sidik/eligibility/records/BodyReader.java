package id.sidik.eligibility.records;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.time.Instant;

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

    private <T> T get(Field<T> field) {
        try {
            return field.read(fields);
        } catch (IOException e) {
            throw new CorruptRecordException(recordName, "ends within a field", e);
        }
    }
}

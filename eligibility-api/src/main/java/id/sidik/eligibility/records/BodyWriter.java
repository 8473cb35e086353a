package id.sidik.eligibility.records;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes the fields of a body one after the other, as {@link BodyReader} reads them. Big-endian; texts as in DataOutput. */
public final class BodyWriter {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream fields = new DataOutputStream(bytes);

    /** A write of one field. */
    private interface Field {
        void write(DataOutputStream fields) throws IOException;
    }

    public BodyWriter text(String value) {
        return put(out -> out.writeUTF(value));
    }

    public BodyWriter name(Enum<?> value) {
        return text(value.name());
    }

    public BodyWriter flag(boolean value) {
        return put(out -> out.writeBoolean(value));
    }

    public BodyWriter number(int value) {
        return put(out -> out.writeInt(value));
    }

    public BodyWriter number(long value) {
        return put(out -> out.writeLong(value));
    }

    public BodyWriter fraction(double value) {
        return put(out -> out.writeDouble(value));
    }

    public BodyWriter moment(Instant value) {
        return number(value.getEpochSecond()).number(value.getNano());
    }

    public BodyWriter bytes(byte[] value) {
        return number(value.length).put(out -> out.write(value));
    }

    public BodyWriter day(LocalDate value) {
        return number(value.toEpochDay());
    }

    /** A field that may be absent: a flag, and the field if it is there. */
    public <T> BodyWriter optional(Optional<T> value, Consumer<T> field) {
        flag(value.isPresent());
        value.ifPresent(field);
        return this;
    }

    /** A count, and so many fields. */
    public <T> BodyWriter list(Collection<T> values, Consumer<T> field) {
        number(values.size());
        values.forEach(field);
        return this;
    }

    public byte[] body() {
        return bytes.toByteArray();
    }

    private BodyWriter put(Field field) {
        try {
            field.write(fields);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("a field longer than 64 KiB", e);
        }
    }
}

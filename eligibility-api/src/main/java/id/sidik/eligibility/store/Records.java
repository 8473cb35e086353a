package id.sidik.eligibility.store;

import id.sidik.eligibility.nid.NidHasher;
import id.sidik.eligibility.records.BodyReader;
import id.sidik.eligibility.records.CorruptRecordException;
import id.sidik.eligibility.records.RecordIndex;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.records.RecordKind;
import id.sidik.eligibility.store.Batch.Place;
import id.sidik.wire.proof.Checkpoint;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Turns what we know into sealed records at their places, and back. */
final class Records {
    private static final byte[] HEAD = "audit-head".getBytes(StandardCharsets.US_ASCII);

    private final NidHasher nidHasher;
    private final RecordCipher cipher;

    Records(NidHasher nidHasher, RecordCipher cipher) {
        this.nidHasher = nidHasher;
        this.cipher = cipher;
    }

    /** Where the leaf with this index lies: eight bytes, big-endian, so that the order of keys is the order of events. */
    static byte[] leafKey(long index) {
        return ByteBuffer.allocate(Long.BYTES).putLong(index).array();
    }

    Place place(RecordKind<?> kind, RecordKey key) {
        return Place.of(Table.of(kind), key.bytes(nidHasher));
    }

    /** What the keys of a kind begin with whose first parts are these. */
    byte[] prefix(RecordKey prefix) {
        return prefix.prefix(nidHasher);
    }

    /** What the entries of an index begin with whose first parts are these. */
    <T> byte[] prefix(RecordKind<T> kind, RecordIndex<T> index, RecordKey prefix) {
        return concat(indexName(kind, index), prefix.prefix(nidHasher));
    }

    /** Where a unique index has the entry of a key. */
    <T> Place entry(RecordKind<T> kind, RecordIndex<T> index, RecordKey key) {
        return Place.of(Table.INDEXES, concat(indexName(kind, index), key.bytes(nidHasher)));
    }

    /** Where an index has the entries of a record. */
    <T> Set<Place> entries(RecordKind<T> kind, RecordIndex<T> index, T record) {
        byte[] recordKey = kind.key(record).bytes(nidHasher);
        return index.keys().apply(record).stream()
                .map(key -> index.unique()
                        ? entry(kind, index, key)
                        : Place.of(Table.INDEXES, concat(prefix(kind, index, key), recordKey)))
                .collect(Collectors.toSet());
    }

    /** An entry that leads to a record. */
    byte[] sealedEntry(Place entry, Place record) {
        return cipher.seal(Table.INDEXES, entry.keyBytes(), record.keyBytes());
    }

    /** Which record of the kind an entry leads to. */
    Place followed(RecordKind<?> kind, byte[] entryKey, byte[] entry) {
        return Place.of(Table.of(kind), cipher.open(Table.INDEXES, entryKey, entry));
    }

    <T> byte[] sealed(RecordKind<T> kind, Place place, T record, long auditIndex) {
        return cipher.seal(place.table(), place.keyBytes(), kind.body(record, auditIndex));
    }

    <T> Optional<T> find(Source source, RecordKind<T> kind, Place place) {
        return source.get(place).map(record -> read(kind, place.keyBytes(), record));
    }

    <T> T read(RecordKind<T> kind, byte[] key, byte[] record) {
        return read(Table.of(kind), key, record, kind::read);
    }

    void setLeaf(Batch batch, long index, byte[] event) {
        set(batch, Place.of(Table.AUDIT, leafKey(index)), event);
    }

    void setHead(Batch batch, Checkpoint head) {
        set(batch, Place.of(Table.META, HEAD), HeadBody.write(head));
    }

    Optional<Checkpoint> head(Source source) {
        return meta(source, HEAD, HeadBody::read);
    }

    /** A single value that was {@link #set} in {@link Table#META}. */
    <T> Optional<T> meta(Source source, byte[] name, Function<BodyReader, T> reader) {
        return source.get(Table.META, name).map(record -> read(Table.META, name, record, reader));
    }

    void set(Batch batch, Place place, byte[] body) {
        batch.set(place, Optional.of(cipher.seal(place.table(), place.keyBytes(), body)));
    }

    byte[] leaf(byte[] key, byte[] record) {
        return cipher.open(Table.AUDIT, key, record);
    }

    private <T> T read(Table table, byte[] key, byte[] record, Function<BodyReader, T> reader) {
        String name = table.recordName(key);
        BodyReader body = new BodyReader(name, cipher.open(table, key, record));
        try {
            return reader.apply(body);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new CorruptRecordException(name, "its fields cannot be: " + e.getMessage(), e);
        }
    }

    private static byte[] indexName(RecordKind<?> kind, RecordIndex<?> index) {
        return (kind.tag() + index.name() + '\0').getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] concat(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }
}

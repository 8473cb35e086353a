package id.sidik.eligibility.store;

import id.sidik.eligibility.member.Member;
import id.sidik.eligibility.member.MemberBody;
import id.sidik.eligibility.member.SubjectId;
import id.sidik.eligibility.nid.NidHasher;
import id.sidik.eligibility.records.BodyReader;
import id.sidik.eligibility.records.CorruptRecordException;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.records.RecordKind;
import id.sidik.eligibility.store.Batch.Place;
import id.sidik.wire.proof.Checkpoint;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Optional;
import java.util.function.Function;

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

    byte[] prefix(RecordKey prefix) {
        return prefix.prefix(nidHasher);
    }

    <T> byte[] sealed(RecordKind<T> kind, RecordKey key, T record, long auditIndex) {
        return cipher.seal(Table.of(kind), key.bytes(nidHasher), kind.body(record, auditIndex));
    }

    <T> Optional<T> find(Source source, RecordKind<T> kind, RecordKey key) {
        byte[] keyBytes = key.bytes(nidHasher);
        return source.get(Table.of(kind), keyBytes).map(record -> read(kind, keyBytes, record));
    }

    <T> T read(RecordKind<T> kind, byte[] key, byte[] record) {
        return read(Table.of(kind), key, record, kind::read);
    }

    void setSubject(Batch batch, SubjectId subject, RecordKey member) {
        byte[] key = subjectKey(subject);
        batch.set(
                Place.of(Table.SUBJECTS, key), Optional.of(cipher.seal(Table.SUBJECTS, key, member.bytes(nidHasher))));
    }

    Optional<Member> member(Source source, SubjectId subject) {
        byte[] subjectKey = subjectKey(subject);
        return source.get(Table.SUBJECTS, subjectKey)
                .map(record -> cipher.open(Table.SUBJECTS, subjectKey, record))
                .flatMap(key ->
                        source.get(Table.of(MemberBody.KIND), key).map(record -> read(MemberBody.KIND, key, record)));
    }

    boolean isSubject(Source source, SubjectId subject) {
        return source.get(Table.SUBJECTS, subjectKey(subject)).isPresent();
    }

    void setLeaf(Batch batch, long index, byte[] event) {
        byte[] key = leafKey(index);
        batch.set(Place.of(Table.AUDIT, key), Optional.of(cipher.seal(Table.AUDIT, key, event)));
    }

    void setHead(Batch batch, Checkpoint head) {
        byte[] sealed = cipher.seal(Table.META, HEAD, HeadBody.write(head));
        batch.set(Place.of(Table.META, HEAD), Optional.of(sealed));
    }

    Optional<Checkpoint> head(Source source) {
        return source.get(Table.META, HEAD).map(record -> read(Table.META, HEAD, record, HeadBody::read));
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

    private static byte[] subjectKey(SubjectId subject) {
        return subject.value().getBytes(StandardCharsets.UTF_8);
    }
}

package id.sidik.eligibility.store;

import id.sidik.eligibility.contribution.Contribution;
import id.sidik.eligibility.decision.RecordedDecision;
import id.sidik.eligibility.member.AdjudicationCase;
import id.sidik.eligibility.member.Member;
import id.sidik.eligibility.member.SubjectId;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.store.Batch.Place;
import id.sidik.wire.proof.Checkpoint;
import java.time.DateTimeException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Turns what we know into sealed records at their places, and back. */
final class Records {
    private static final String HEAD = "audit-head";

    private final RecordKeys keys;
    private final RecordCipher cipher;

    Records(RecordKeys keys, RecordCipher cipher) {
        this.keys = keys;
        this.cipher = cipher;
    }

    void putMember(Map<Place, byte[]> puts, Member member) {
        put(puts, Table.MEMBERS, keys.member(member.nid()), MemberBody.write(member));
        put(puts, Table.SUBJECTS, keys.subject(member.subject()), keys.member(member.nid()));
    }

    void putContribution(Map<Place, byte[]> puts, Contribution contribution) {
        put(puts, Table.CONTRIBUTIONS, keys.contribution(contribution), ContributionBody.write(contribution));
    }

    void putDecision(Map<Place, byte[]> puts, RecordedDecision decision, long auditIndex) {
        put(puts, Table.DECISIONS, keys.id(decision.decisionId()), DecisionBody.write(decision, auditIndex));
    }

    void putCase(Map<Place, byte[]> puts, AdjudicationCase held) {
        put(puts, Table.CASES, keys.held(held), CaseBody.write(held));
    }

    void putAnswer(Map<Place, byte[]> puts, Answer answer, long auditIndex) {
        put(puts, Table.ANSWERS, keys.id(answer.idempotencyKey()), AnswerBody.write(answer, auditIndex));
    }

    void putLeaf(Map<Place, byte[]> puts, long index, byte[] event) {
        put(puts, Table.AUDIT, RecordKeys.audit(index), event);
    }

    void putHead(Map<Place, byte[]> puts, Checkpoint head) {
        put(puts, Table.META, keys.id(HEAD), HeadBody.write(head));
    }

    Optional<Member> member(Source source, Nid nid) {
        return find(source, Table.MEMBERS, keys.member(nid), MemberBody::read);
    }

    Optional<Member> member(Source source, SubjectId subject) {
        byte[] subjectKey = keys.subject(subject);
        return source.get(Table.SUBJECTS, subjectKey)
                .map(record -> cipher.open(Table.SUBJECTS, subjectKey, record))
                .flatMap(memberKey -> find(source, Table.MEMBERS, memberKey, MemberBody::read));
    }

    boolean isSubject(Source source, SubjectId subject) {
        return source.get(Table.SUBJECTS, keys.subject(subject)).isPresent();
    }

    Optional<StoredDecision> decision(Source source, String decisionId) {
        return find(source, Table.DECISIONS, keys.id(decisionId), DecisionBody::read);
    }

    Optional<StoredAnswer> answer(Source source, String idempotencyKey) {
        return find(source, Table.ANSWERS, keys.id(idempotencyKey), AnswerBody::read);
    }

    Optional<Checkpoint> head(Source source) {
        return find(source, Table.META, keys.id(HEAD), HeadBody::read);
    }

    /** The key that all contributions of a member begin with. */
    byte[] contributionsPrefix(Nid nid) {
        return keys.member(nid);
    }

    Contribution contribution(byte[] key, byte[] record) {
        return read(Table.CONTRIBUTIONS, key, record, ContributionBody::read);
    }

    AdjudicationCase adjudicationCase(byte[] key, byte[] record) {
        return read(Table.CASES, key, record, CaseBody::read);
    }

    byte[] leaf(byte[] key, byte[] record) {
        return cipher.open(Table.AUDIT, key, record);
    }

    private void put(Map<Place, byte[]> puts, Table table, byte[] key, byte[] body) {
        puts.put(Place.of(table, key), cipher.seal(table, key, body));
    }

    private <T> Optional<T> find(Source source, Table table, byte[] key, Function<BodyReader, T> reader) {
        return source.get(table, key).map(record -> read(table, key, record, reader));
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
}

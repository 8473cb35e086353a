package id.sidik.eligibility.store;

import id.sidik.eligibility.contribution.Contribution;
import id.sidik.eligibility.member.AdjudicationCase;
import id.sidik.eligibility.member.SubjectId;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.nid.NidHasher;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoField;

/**
 * Where each record lies within its table.
 *
 * <pre>
 * members, contributions  NID hash (32) | contributions only: programme, 0x00, months since year 0 (4), contribution id
 * subjects                subject id
 * decisions, answers      their id
 * cases                   milliseconds since 1970 (8) | case id: in the order of opening
 * audit                   index (8)
 * </pre>
 */
final class RecordKeys {
    private final NidHasher nidHasher;

    RecordKeys(NidHasher nidHasher) {
        this.nidHasher = nidHasher;
    }

    byte[] member(Nid nid) {
        return nidHasher.hash(nid, NidHasher.Use.STORE);
    }

    byte[] contribution(Contribution contribution) {
        byte[] programme = utf8(contribution.programme().name());
        byte[] id = utf8(contribution.contributionId());
        byte[] member = member(contribution.nid());
        return ByteBuffer.allocate(member.length + programme.length + 1 + Integer.BYTES + id.length)
                .put(member)
                .put(programme)
                .put((byte) 0)
                .putInt((int) contribution.period().getLong(ChronoField.PROLEPTIC_MONTH))
                .put(id)
                .array();
    }

    byte[] subject(SubjectId subject) {
        return utf8(subject.value());
    }

    byte[] id(String id) {
        return utf8(id);
    }

    /** Eight bytes, big-endian, so that the order of keys is the order of events. */
    static byte[] audit(long index) {
        return ByteBuffer.allocate(Long.BYTES).putLong(index).array();
    }

    byte[] held(AdjudicationCase held) {
        byte[] id = utf8(held.caseId());
        return ByteBuffer.allocate(Long.BYTES + id.length)
                .putLong(held.openedAt().toEpochMilli())
                .put(id)
                .array();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

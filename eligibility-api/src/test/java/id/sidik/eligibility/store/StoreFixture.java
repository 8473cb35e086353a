package id.sidik.eligibility.store;

import id.sidik.eligibility.audit.AuditEvent;
import id.sidik.eligibility.audit.AuditEventType;
import id.sidik.eligibility.contribution.Contribution;
import id.sidik.eligibility.contribution.ContributionBody;
import id.sidik.eligibility.contribution.Programme;
import id.sidik.eligibility.decision.DecisionBody;
import id.sidik.eligibility.keys.KeyRing;
import id.sidik.eligibility.member.CaseBody;
import id.sidik.eligibility.member.Member;
import id.sidik.eligibility.member.MemberBody;
import id.sidik.eligibility.member.Segment;
import id.sidik.eligibility.member.SubjectId;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.records.RecordKind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

/** Words that the store's tests share. */
final class StoreFixture {
    static final Instant NOW = Instant.parse("2026-06-15T05:00:00Z");
    static final Nid SITI = new Nid("3174015708850003");
    static final Nid BUDI = new Nid("3174011708850003");

    static final List<RecordKind<?>> KINDS =
            List.of(MemberBody.KIND, ContributionBody.KIND, DecisionBody.KIND, CaseBody.KIND, Slip.KIND);

    private StoreFixture() {}

    static EligibilityStore open(Path folder) {
        return EligibilityStore.open(folder, keys(folder), KINDS);
    }

    static KeyRing keys(Path folder) {
        return KeyRing.openOrCreate(folder, EligibilityStore.booksExist(folder));
    }

    static Member member(Nid nid, String subject) {
        return Member.registered(nid, "Siti Rahayu", Segment.INFORMAL, new SubjectId(subject), NOW);
    }

    static Contribution contribution(String id, Nid nid, Programme programme, YearMonth period) {
        return new Contribution(id, nid, programme, period, 42_000, "bank-transfer", NOW);
    }

    static AuditEvent event() {
        return AuditEvent.of(AuditEventType.MEMBER_REGISTERED, NOW, "OPERATOR");
    }

    static Answer answer(String key, String request, String body) {
        return Answer.to(key, bytes(request), bytes(body));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

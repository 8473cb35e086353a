package id.sidik.eligibility.journey;

import id.sidik.eligibility.audit.AuditEventType;
import id.sidik.eligibility.audit.AuditField;
import id.sidik.eligibility.decision.Purpose;
import id.sidik.eligibility.member.Member;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.policy.Fact;
import id.sidik.eligibility.policy.Facts;
import id.sidik.eligibility.policy.KeptRuling;
import id.sidik.eligibility.policy.Policy;
import id.sidik.eligibility.policy.Presence;
import id.sidik.eligibility.policy.Ruling;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.store.Transaction;
import id.sidik.eligibility.v1.ExplainEligibilityRequest;
import id.sidik.eligibility.v1.ExplainEligibilityResponse;
import id.sidik.eligibility.v1.ReplayDecisionRequest;
import id.sidik.eligibility.v1.ReplayDecisionResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** Which rule says what about a person, and whether an old decision would be made again. Decides nothing. */
public final class PolicyJourney {
    private static final double CERTAIN_FMR = 0;
    private static final double ANY_TARGET_FMR = 0.5;

    private final Books books;
    private final PolicyBook policies;
    private final FactGathering gathering;

    PolicyJourney(Books books, PolicyBook policies, FactGathering gathering) {
        this.books = books;
        this.policies = policies;
        this.gathering = gathering;
    }

    /** What the gate would say if presence were proved, or as the stated facts have it. Whoever asks is written down. */
    public ExplainEligibilityResponse explain(ExplainEligibilityRequest request, Caller caller) {
        Nid nid = books.checkedNid(request.getNid()).nid();
        Purpose purpose = Enquiry.purpose(request.getPurpose());
        LocalDate today = Policy.dayOf(books.now());
        LocalDate day = request.getOn().isEmpty() ? today : day(request.getOn());
        Map<Fact, Object> stated = Circumstances.facts(request.getFactsMap(), fact -> fact != Fact.PURPOSE);
        Optional<Member> member = books.store().findMember(nid);
        Presence assumed = member.isPresent() ? assumedPresence() : new Presence.NotEnrolled();
        stated.putIfAbsent(
                Fact.ASKED_ON,
                day); // a question about another day is asked on that day, unless somebody says otherwise
        Asked asked = new Asked(purpose, Optional.empty(), stated, day, today);
        Facts.Builder supposed = gathering.gather(asked, member, assumed).and();
        stated.forEach(supposed::with);
        Facts facts = supposed.build();
        Ruling ruling = policies.current().decide(facts, day);
        books.store()
                .commit(Transaction.auditing(books.event(AuditEventType.ELIGIBILITY_EXPLAINED, caller, nid)
                        .with(AuditField.PURPOSE, purpose.name())
                        .with(AuditField.POLICY_VERSION, ruling.policyVersion())));
        return PolicyWording.explanation(facts, day, ruling);
    }

    /** Of somebody about whom we only suppose that she stands there. */
    static Presence assumedPresence() {
        return new Presence.Proved(CERTAIN_FMR, ANY_TARGET_FMR);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw RequestRefusedException.invalid("SERVICE_DATE_INVALID", "on is a day YYYY-MM-DD");
        }
    }

    /** Makes a decision again from what was kept with it, by the policy that made it. */
    public ReplayDecisionResponse replay(ReplayDecisionRequest request, Caller caller) {
        KeptRuling kept = books.store()
                .find(KeptRuling.KIND, RecordKey.of(decisionId(request.getDecisionId())))
                .orElseThrow(() -> RequestRefusedException.unknown(
                        "DECISION_UNKNOWN", "No decision of this id was kept with its facts"));
        Policy policy = policies.find(kept.policyHash())
                .orElseThrow(() -> new IllegalStateException("a policy decided that is not in the books"));
        KeptRuling.Replay replay = kept.replay(policy);
        books.store()
                .commit(Transaction.auditing(books.event(AuditEventType.DECISION_REPLAYED, caller)
                        .with(AuditField.DECISION_ID, kept.decisionId())
                        .with(AuditField.POLICY_VERSION, policy.version())));
        return ReplayDecisionResponse.newBuilder()
                .setDecisionId(kept.decisionId())
                .setSame(replay.same())
                .setRecordedRuling(kept.rulingJson())
                .setExplanation(PolicyWording.explanation(kept.facts(), kept.day(), replay.again()))
                .build();
    }

    private static String decisionId(String text) {
        if (!text.matches("[A-Za-z0-9._-]{1,64}")) {
            throw RequestRefusedException.invalid(
                    "DECISION_ID_INVALID", "decision_id must be 1 to 64 of [A-Za-z0-9._-]");
        }
        return text;
    }
}

package id.sidik.eligibility.decision;

import id.sidik.eligibility.contribution.Programme;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.records.BodyReader;
import id.sidik.eligibility.records.BodyWriter;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.records.RecordKind;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The body of a decision, layout 1.
 *
 * <pre>
 * long audit index | text decision id | text NID | text purpose | text facility | text policy version | moment decided
 * | text "GRANTED"       | text benefit | long last day of cover, days since 1970
 *   text "DENIED"        | int count | that many: text reason
 *   text "UNDETERMINED"  | text cause
 * </pre>
 */
public final class DecisionBody {
    /** Decisions, by their id. */
    public static final RecordKind<StoredDecision> KIND = RecordKind.of(
                    "decisions",
                    'd',
                    (StoredDecision stored) -> RecordKey.of(stored.decision().decisionId()),
                    DecisionBody::write,
                    DecisionBody::read)
            .stampedBy((stored, auditIndex) -> new StoredDecision(stored.decision(), auditIndex));

    private static final String GRANTED = "GRANTED";
    private static final String DENIED = "DENIED";
    private static final String UNDETERMINED = "UNDETERMINED";

    private DecisionBody() {}

    private static BodyWriter write(StoredDecision stored) {
        RecordedDecision recorded = stored.decision();
        BodyWriter body = new BodyWriter()
                .number(stored.auditIndex())
                .text(recorded.decisionId())
                .text(recorded.nid().wholeDigits())
                .name(recorded.purpose())
                .text(recorded.facility().id())
                .text(recorded.policyVersion())
                .moment(recorded.decidedAt());
        switch (recorded.decision()) {
            case Decision.Granted granted ->
                body.text(GRANTED).name(granted.benefit()).day(granted.inForceUntil());
            case Decision.Denied denied -> {
                body.text(DENIED).number(denied.reasons().size());
                denied.reasons().forEach(body::name);
            }
            case Decision.Undetermined undetermined -> body.text(UNDETERMINED).name(undetermined.cause());
        }
        return body;
    }

    private static StoredDecision read(BodyReader body) {
        long auditIndex = body.longNumber();
        String decisionId = body.text();
        Nid nid = new Nid(body.text());
        Purpose purpose = body.name(Purpose.class);
        Facility facility = new Facility(body.text());
        String policyVersion = body.text();
        Instant decidedAt = body.moment();
        Decision decision = readDecision(body);
        return new StoredDecision(
                new RecordedDecision(decisionId, nid, purpose, facility, decision, policyVersion, decidedAt),
                auditIndex);
    }

    private static Decision readDecision(BodyReader body) {
        String outcome = body.text();
        return switch (outcome) {
            case GRANTED -> new Decision.Granted(body.name(Programme.class), body.day());
            case DENIED -> {
                int count = body.number();
                List<DenialReason> reasons = IntStream.range(0, Math.min(count, DenialReason.values().length))
                        .mapToObj(_ -> body.name(DenialReason.class))
                        .toList();
                yield new Decision.Denied(reasons);
            }
            case UNDETERMINED -> new Decision.Undetermined(body.name(UndeterminedCause.class));
            default -> throw new IllegalArgumentException("no outcome is called " + outcome);
        };
    }
}

package id.sidik.eligibility.store;

import id.sidik.eligibility.contribution.Programme;
import id.sidik.eligibility.decision.Decision;
import id.sidik.eligibility.decision.DenialReason;
import id.sidik.eligibility.decision.Facility;
import id.sidik.eligibility.decision.Purpose;
import id.sidik.eligibility.decision.RecordedDecision;
import id.sidik.eligibility.decision.UndeterminedCause;
import id.sidik.eligibility.nid.Nid;
import java.time.Instant;
import java.time.LocalDate;
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
final class DecisionBody {
    private static final String GRANTED = "GRANTED";
    private static final String DENIED = "DENIED";
    private static final String UNDETERMINED = "UNDETERMINED";

    private DecisionBody() {}

    static byte[] write(RecordedDecision recorded, long auditIndex) {
        BodyWriter body = new BodyWriter()
                .number(auditIndex)
                .text(recorded.decisionId())
                .text(recorded.nid().wholeDigits())
                .name(recorded.purpose())
                .text(recorded.facility().id())
                .text(recorded.policyVersion())
                .moment(recorded.decidedAt());
        switch (recorded.decision()) {
            case Decision.Granted granted ->
                body.text(GRANTED)
                        .name(granted.benefit())
                        .number(granted.inForceUntil().toEpochDay());
            case Decision.Denied denied -> {
                body.text(DENIED).number(denied.reasons().size());
                denied.reasons().forEach(body::name);
            }
            case Decision.Undetermined undetermined -> body.text(UNDETERMINED).name(undetermined.cause());
        }
        return body.body();
    }

    static StoredDecision read(BodyReader body) {
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
            case GRANTED -> new Decision.Granted(body.name(Programme.class), LocalDate.ofEpochDay(body.longNumber()));
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

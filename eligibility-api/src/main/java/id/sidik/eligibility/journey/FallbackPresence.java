package id.sidik.eligibility.journey;

import id.sidik.eligibility.decision.Decision;
import id.sidik.eligibility.decision.RecordedDecision;
import id.sidik.eligibility.fallback.Fallback;
import id.sidik.eligibility.fallback.FallbackAction;
import id.sidik.eligibility.fallback.FallbackBody;
import id.sidik.eligibility.fallback.FallbackState;
import id.sidik.eligibility.fallback.FallbackStep;
import id.sidik.eligibility.fallback.FallbackUse;
import id.sidik.eligibility.policy.Presence;
import id.sidik.eligibility.presence.FallbackMethod;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.report.EventBodies;
import id.sidik.eligibility.store.Transaction;
import java.util.Optional;

/**
 * Fallbacks as presence in a check. Each is used up in the transaction of the decision that rests on it. One by another finger is answered
 * and used in the same transaction, for the finger of the check is its answer.
 */
final class FallbackPresence {
    private final Books books;

    FallbackPresence(Books books) {
        this.books = books;
    }

    /**
     * The fallback that an enquiry names; empty if it names none.
     *
     * @throws RequestRefusedException FALLBACK_UNKNOWN, FALLBACK_NOT_PASSED, CAPTURE_MISSING
     */
    Optional<Fallback> named(Enquiry enquiry) {
        if (enquiry.fallbackId().isEmpty()) {
            return Optional.empty();
        }
        Fallback fallback = books.store()
                .find(FallbackBody.KIND, RecordKey.of(enquiry.fallbackId()))
                .filter(found -> found.nid().equals(enquiry.nid())
                        && found.purpose() == enquiry.purpose()
                        && found.facility().equals(enquiry.facility()))
                .orElseThrow(() -> RequestRefusedException.unknown(
                        "FALLBACK_UNKNOWN", "There is no such fallback of this member, purpose and facility"));
        requireFit(fallback, enquiry);
        return Optional.of(fallback);
    }

    private void requireFit(Fallback fallback, Enquiry enquiry) {
        boolean byFinger = fallback.method() == FallbackMethod.OTHER_FINGER;
        if (byFinger == enquiry.samples().isEmpty() || fallback.method() == FallbackMethod.EMERGENCY_GRACE) {
            throw RequestRefusedException.invalid(
                    "CAPTURE_MISSING",
                    "OTHER_FINGER is checked with samples, every other fallback without, and EMERGENCY_GRACE grants nothing");
        }
        boolean ready = byFinger
                ? fallback.state() instanceof FallbackState.Awaiting
                : fallback.state() instanceof FallbackState.Passed;
        if (!ready || !books.now().isBefore(fallback.expiresAt())) {
            throw RequestRefusedException.notNow(
                    "FALLBACK_NOT_PASSED", "The fallback is not passed, is used, or has run out; open another");
        }
    }

    /** What a fallback says of who is there; empty for another finger, which has to be compared. */
    static Optional<Presence> presence(Optional<Fallback> fallback) {
        return fallback.filter(passed -> passed.method() != FallbackMethod.OTHER_FINGER)
                .<Presence>map(passed -> new Presence.ByFallback(passed.method().name()));
    }

    /** How a decision's presence was shown, where it rests on a fallback; empty where it rests on none. */
    static Optional<FallbackMethod> rested(Optional<Fallback> fallback, Presence presence) {
        return fallback.filter(shown -> presence instanceof Presence.ByFallback || presence instanceof Presence.Proved)
                .map(Fallback::method);
    }

    /** The same of a decision that is in the books. */
    Optional<FallbackMethod> restedOn(String decisionId) {
        return books.store().find(FallbackUse.KIND, RecordKey.of(decisionId)).map(FallbackUse::method);
    }

    /** The transaction, in which the fallback now is what the decision made of it, and the reports can count it. */
    Transaction using(Transaction transaction, Fallback asRead, Presence presence, RecordedDecision decision) {
        return switch (presence) {
            case Presence.ByFallback _ -> used(transaction, asRead, asRead, decision);
            case Presence.Proved _ -> used(transaction, asRead, answered(asRead, true), decision);
            case Presence.Mismatch _ -> transaction.replacing(FallbackBody.KIND, asRead, answered(asRead, false));
            case Presence.ClaimantProved _, Presence.Uncompared _ ->
                transaction; // no finger was compared, so none was wrong
        };
    }

    private Transaction used(Transaction transaction, Fallback asRead, Fallback passed, RecordedDecision decision) {
        return transaction
                .replacing(FallbackBody.KIND, asRead, moved(passed, new FallbackAction.Use(decision.decisionId())))
                .adding(FallbackUse.KIND, new FallbackUse(decision.decisionId(), asRead.fallbackId(), asRead.method()))
                .adding(
                        EventBodies.FALLBACKS,
                        FallbackNotes.event(
                                asRead,
                                decision.decisionId(),
                                decision.decidedAt(),
                                decision.decision() instanceof Decision.Granted));
    }

    private Fallback answered(Fallback asRead, boolean right) {
        return moved(asRead, new FallbackAction.Answer(FallbackMethod.OTHER_FINGER, right));
    }

    private Fallback moved(Fallback fallback, FallbackAction action) {
        return switch (fallback.after(action, books.now())) {
            case FallbackStep.Moved moved -> moved.fallback();
            case FallbackStep.Refused refused ->
                throw RequestRefusedException.notNow(refused.refusal().name(), "The fallback refuses this step");
        };
    }
}

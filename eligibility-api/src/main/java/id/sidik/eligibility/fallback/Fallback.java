package id.sidik.eligibility.fallback;

import id.sidik.eligibility.decision.Facility;
import id.sidik.eligibility.decision.Purpose;
import id.sidik.eligibility.fallback.FallbackState.Awaiting;
import id.sidik.eligibility.fallback.FallbackState.AwaitingSecondOfficer;
import id.sidik.eligibility.fallback.FallbackState.Failed;
import id.sidik.eligibility.fallback.FallbackState.Passed;
import id.sidik.eligibility.fallback.FallbackState.Used;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.presence.FallbackMethod;
import id.sidik.eligibility.presence.Officer;
import id.sidik.eligibility.presence.RecordId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One try to serve a person whose finger was not recognised. It serves one purpose at one place, once.
 *
 * @param afterDecisionId the decision that did not grant: without one there is nothing to fall back from. Empty for a grace
 * @param openedBy who asked for it
 * @param vouchedBy the officers who vouched, in order; at most two, and never one twice
 * @param revision 1 when opened, one more with each step
 */
public record Fallback(
        String fallbackId,
        FallbackMethod method,
        Nid nid,
        Purpose purpose,
        Facility facility,
        String afterDecisionId,
        FallbackState state,
        Officer openedBy,
        List<Officer> vouchedBy,
        Instant openedAt,
        int revision) {

    /** How long an emergency may wait for its finger: three times 24 hours. */
    public static final Duration GRACE = Duration.ofDays(3);

    /** How many officers have to vouch. */
    private static final int VOUCHERS = 2;

    /** The longest reason, in characters. */
    public static final int REASON_CHARS_MAX = 200;

    public Fallback {
        RecordId.checked("a fallback id", fallbackId);
        if (afterDecisionId.isEmpty() != (method == FallbackMethod.EMERGENCY_GRACE)) {
            throw new IllegalArgumentException("every fallback but a grace follows a decision");
        }
        vouchedBy = List.copyOf(vouchedBy);
        if (vouchedBy.size() > VOUCHERS || vouchedBy.stream().distinct().count() != vouchedBy.size()) {
            throw new IllegalArgumentException("two different officers vouch, not more and not one twice");
        }
        if (revision < 1) {
            throw new IllegalArgumentException("revisions start at 1: " + revision);
        }
    }

    /** Whether the text may be an officer's reason. */
    public static boolean isReason(String text) {
        return !text.isBlank()
                && text.codePointCount(0, text.length()) <= REASON_CHARS_MAX
                && text.codePoints().noneMatch(Character::isISOControl);
    }

    /** The limits of its method. */
    public FallbackLimits limits() {
        return FallbackLimits.of(method);
    }

    /** When it ends by itself; the opening for one that has ended. */
    public Instant expiresAt() {
        return switch (state) {
            case Awaiting _, AwaitingSecondOfficer _ -> openedAt.plus(limits().answerWithin());
            case Passed passed -> passed.at().plus(limits().usableFor());
            case Used _, Failed _ -> openedAt;
        };
    }

    /** How many more wrong answers it bears. */
    public int triesLeft() {
        return switch (state) {
            case Awaiting awaiting -> limits().wrongAnswersMax() - awaiting.wrongAnswers();
            case AwaitingSecondOfficer _, Passed _, Used _, Failed _ -> 0;
        };
    }

    /** What becomes of it when this is done at that moment. Time comes first: what has run out fails, whatever is done. */
    public FallbackStep after(FallbackAction action, Instant at) {
        return switch (state) {
            case Used _, Failed _ -> new FallbackStep.Refused(FallbackRefusal.FALLBACK_ENDED);
            case Awaiting _, AwaitingSecondOfficer _, Passed _ ->
                at.isBefore(expiresAt()) ? taken(action, at) : moved(new Failed(FallbackFailure.EXPIRED, at));
        };
    }

    private FallbackStep taken(FallbackAction action, Instant at) {
        return switch (action) {
            case FallbackAction.Answer answer -> answered(answer, at);
            case FallbackAction.Vouch vouch -> vouched(vouch, at);
            case FallbackAction.Refuse _ -> refused(at);
            case FallbackAction.Use use ->
                state instanceof Passed
                        ? moved(new Used(use.usedBy(), at))
                        : new FallbackStep.Refused(FallbackRefusal.FALLBACK_NOT_PASSED);
        };
    }

    private FallbackStep answered(FallbackAction.Answer answer, Instant at) {
        if (answer.method() != method || !answerable()) {
            return new FallbackStep.Refused(FallbackRefusal.FALLBACK_METHOD_DIFFERS);
        }
        return switch (state) {
            case Awaiting awaiting -> answer.right() ? moved(new Passed(at)) : wrong(awaiting, at);
            case AwaitingSecondOfficer _, Passed _, Used _, Failed _ ->
                new FallbackStep.Refused(FallbackRefusal.FALLBACK_PASSED_ALREADY);
        };
    }

    private FallbackStep wrong(Awaiting awaiting, Instant at) {
        int wrongAnswers = awaiting.wrongAnswers() + 1;
        return moved(
                wrongAnswers < limits().wrongAnswersMax()
                        ? new Awaiting(wrongAnswers)
                        : new Failed(FallbackFailure.TRIES_USED_UP, at));
    }

    private FallbackStep vouched(FallbackAction.Vouch vouch, Instant at) {
        if (method != FallbackMethod.OFFICER_OVERRIDE) {
            return new FallbackStep.Refused(FallbackRefusal.FALLBACK_METHOD_DIFFERS);
        }
        return switch (state) {
            case Awaiting _ ->
                moved(new AwaitingSecondOfficer(vouch.officer(), vouch.reason(), at), List.of(vouch.officer()));
            case AwaitingSecondOfficer waiting ->
                waiting.first().equals(vouch.officer())
                        ? new FallbackStep.Refused(FallbackRefusal.OFFICER_NOT_ANOTHER)
                        : moved(new Passed(at), List.of(waiting.first(), vouch.officer()));
            case Passed _, Used _, Failed _ -> new FallbackStep.Refused(FallbackRefusal.FALLBACK_PASSED_ALREADY);
        };
    }

    private FallbackStep refused(Instant at) {
        if (method != FallbackMethod.OFFICER_OVERRIDE) {
            return new FallbackStep.Refused(FallbackRefusal.FALLBACK_METHOD_DIFFERS);
        }
        return moved(new Failed(FallbackFailure.OFFICER_REFUSED, at));
    }

    private boolean answerable() {
        return switch (method) {
            case OTHER_FINGER, CARD_PIN, ONE_TIME_CODE -> true;
            case OFFICER_OVERRIDE, EMERGENCY_GRACE -> false;
        };
    }

    private FallbackStep moved(FallbackState next) {
        return moved(next, vouchedBy);
    }

    private FallbackStep moved(FallbackState next, List<Officer> vouchers) {
        return new FallbackStep.Moved(new Fallback(
                fallbackId,
                method,
                nid,
                purpose,
                facility,
                afterDecisionId,
                next,
                openedBy,
                vouchers,
                openedAt,
                revision + 1));
    }

    /** Names nobody. */
    @Override
    public String toString() {
        return "Fallback[" + fallbackId + ", " + method + ", " + nid.masked() + ", " + state + "]";
    }
}

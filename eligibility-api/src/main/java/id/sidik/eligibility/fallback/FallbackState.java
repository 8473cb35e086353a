package id.sidik.eligibility.fallback;

import id.sidik.eligibility.presence.Officer;
import id.sidik.eligibility.presence.RecordId;
import java.time.Instant;

/** Where a fallback stands. Every state but the first three is the last of its life. */
public sealed interface FallbackState {

    /**
     * Something has to be shown: a finger, a number, a code, or the first officer's word.
     *
     * @param wrongAnswers so far
     */
    record Awaiting(int wrongAnswers) implements FallbackState {
        public Awaiting {
            if (wrongAnswers < 0) {
                throw new IllegalArgumentException("wrong answers are counted from 0: " + wrongAnswers);
            }
        }
    }

    /**
     * One officer vouches; another one has to.
     *
     * @param reason in the officer's own words, 1 to 200 characters, nothing of a person
     */
    record AwaitingSecondOfficer(Officer first, String reason, Instant at) implements FallbackState {
        public AwaitingSecondOfficer {
            if (!Fallback.isReason(reason)) {
                throw new IllegalArgumentException("a reason is 1 to 200 characters without control characters");
            }
        }
    }

    /** Shown, and not used yet. */
    record Passed(Instant at) implements FallbackState {}

    /**
     * Shown and used once.
     *
     * @param usedBy the decision, or for a grace the visit
     */
    record Used(String usedBy, Instant at) implements FallbackState {
        public Used {
            RecordId.checked("what used a fallback", usedBy);
        }
    }

    /** Not shown. */
    record Failed(FallbackFailure why, Instant at) implements FallbackState {}
}

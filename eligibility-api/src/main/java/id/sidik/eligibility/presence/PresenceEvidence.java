package id.sidik.eligibility.presence;

import java.time.Instant;
import java.util.Optional;

/** What a claim or a visit rests on. */
public sealed interface PresenceEvidence {

    /**
     * A granted decision with its receipt, which is used up.
     *
     * @param decisionId of the receipt
     * @param fallback how presence was shown if not by the finger that was asked for first
     */
    record Receipt(String decisionId, Optional<FallbackMethod> fallback) implements PresenceEvidence {
        public Receipt {
            RecordId.checked("a decision id", decisionId);
        }
    }

    /**
     * An emergency: treated first, to be shown later.
     *
     * @param fallbackId of the grace that was given
     * @param until when presence has to be shown by
     */
    record Grace(String fallbackId, Instant until) implements PresenceEvidence {
        public Grace {
            RecordId.checked("a fallback id", fallbackId);
        }
    }

    /** Nothing was shown. Such a claim is kept and counted, and cannot be paid. */
    record Missing() implements PresenceEvidence {}
}

package id.sidik.eligibility.claim;

import id.sidik.eligibility.presence.Officer;
import id.sidik.eligibility.presence.RecordId;
import java.time.Instant;

/** Where a claim stands. A later state holds what it came from, as far as somebody will ask for it. */
public sealed interface ClaimState {

    /** Documents and presence are being gathered. */
    record Open() implements ClaimState {}

    /** Complete as far as the claimant can tell; it waits for a decision. */
    record Submitted(Instant at) implements ClaimState {}

    /**
     * To be paid.
     *
     * @param amountRupiah at most what was claimed
     * @param onAppeal whether it had been rejected before
     */
    record Approved(long amountRupiah, Officer by, Instant at, boolean onAppeal) implements ClaimState {}

    /**
     * Not to be paid.
     *
     * @param onAppeal whether this is the answer to an appeal, and so the last word
     */
    record Rejected(RejectionReason reason, Officer by, Instant at, boolean onAppeal) implements ClaimState {}

    /**
     * The claimant does not agree.
     *
     * @param grounds in her words, 1 to 500 characters
     */
    record Appealed(Rejected rejection, String grounds, Instant at) implements ClaimState {
        public Appealed {
            if (!Claim.isText(grounds)) {
                throw new IllegalArgumentException("grounds are 1 to 500 characters without control characters");
            }
        }
    }

    /**
     * Whoever moves the money told us that it went.
     *
     * @param reference of the payment
     */
    record PaymentNoticed(Approved approval, String reference, Instant at) implements ClaimState {
        public PaymentNoticed {
            RecordId.checked("a payment reference", reference);
        }
    }
}

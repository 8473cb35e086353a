package id.sidik.eligibility.claim;

import id.sidik.eligibility.presence.Officer;
import id.sidik.eligibility.presence.PresenceEvidence;
import java.util.List;

/** What may be done with a claim. */
public sealed interface ClaimAction {

    /** A receipt comes after the opening. */
    record ShowPresence(PresenceEvidence.Receipt receipt) implements ClaimAction {}

    /** More documents, at least one. */
    record AddDocuments(List<ClaimDocument> documents) implements ClaimAction {
        public AddDocuments {
            documents = List.copyOf(documents);
        }
    }

    /** The claimant has nothing to add. */
    record Submit() implements ClaimAction {}

    /** An officer grants so much. */
    record Approve(long amountRupiah, Officer by) implements ClaimAction {}

    /** An officer says no. */
    record Reject(RejectionReason reason, Officer by) implements ClaimAction {}

    /** The claimant does not agree. */
    record Appeal(String grounds) implements ClaimAction {}

    /** The money went. */
    record NoticePayment(String reference, long amountRupiah) implements ClaimAction {}
}

package id.sidik.eligibility.presence;

import java.time.Instant;

/**
 * That a receipt was used up. There is at most one of each decision id, so a receipt serves once.
 *
 * @param decisionId of the receipt
 * @param kind what it was used for
 * @param usedBy id of the claim or visit
 */
public record ReceiptUse(String decisionId, Kind kind, String usedBy, Instant usedAt) {
    /** What receipts are used for. Names are stored: never rename one. */
    public enum Kind {
        CLAIM,
        VISIT
    }

    public ReceiptUse {
        RecordId.checked("a decision id", decisionId);
        RecordId.checked("the id of a claim or visit", usedBy);
    }
}

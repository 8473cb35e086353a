package id.sidik.eligibility.sitepack;

import id.sidik.eligibility.decision.Purpose;
import java.time.Instant;
import java.util.Optional;

/**
 * What a bridge answered without a network, and what the gate made of it.
 *
 * @param hash SHA-256 of the entry as it was sent, hexadecimal: the next one must name it
 * @param captureId the check's idempotency key
 * @param nidMasked its first and last four digits; empty if it was no number at all
 * @param purpose empty if it was none that we know
 * @param provisional GRANTED, or the cause of the referral
 * @param decisionId empty when the question was refused
 * @param auditIndex of its event; 0 until it is written
 */
public record ReconciledEntry(
        JournalPlace place,
        String hash,
        String captureId,
        String nidMasked,
        Optional<Purpose> purpose,
        Instant capturedAt,
        String provisional,
        CentralAnswer central,
        String decisionId,
        Instant reconciledAt,
        long auditIndex) {
    /** What a bridge that granted says. */
    public static final String GRANTED = "GRANTED";

    /** How the two answers differ. */
    public Difference difference() {
        return Difference.between(provisional.equals(GRANTED), central);
    }

    /** The same, for a purpose that we know. */
    public ReconciledEntry of(Purpose known) {
        return new ReconciledEntry(
                place,
                hash,
                captureId,
                nidMasked,
                Optional.of(known),
                capturedAt,
                provisional,
                central,
                decisionId,
                reconciledAt,
                auditIndex);
    }

    /** The same with the gate's answer, and its decision if there is one. */
    public ReconciledEntry answered(CentralAnswer answer, String decision) {
        return new ReconciledEntry(
                place,
                hash,
                captureId,
                nidMasked,
                purpose,
                capturedAt,
                provisional,
                answer,
                decision,
                reconciledAt,
                auditIndex);
    }

    ReconciledEntry at(long index) {
        return new ReconciledEntry(
                place,
                hash,
                captureId,
                nidMasked,
                purpose,
                capturedAt,
                provisional,
                central,
                decisionId,
                reconciledAt,
                index);
    }
}

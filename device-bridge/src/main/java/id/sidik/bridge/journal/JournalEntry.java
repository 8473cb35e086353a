package id.sidik.bridge.journal;

import id.sidik.bridge.offline.OfflineAnswer;
import id.sidik.bridge.offline.PastCheck;
import java.time.Instant;

/**
 * An answer that was given, or is about to be.
 *
 * @param sequence from 1, without a gap
 * @param captureId the idempotency key of the check
 * @param pseudonym empty for somebody whom no pack named
 * @param compared whether a finger was compared
 * @param packNumber 0 if no pack named her
 * @param upload what the gate is to be sent; none once it has it
 */
public record JournalEntry(
        long sequence,
        String captureId,
        String purpose,
        Instant at,
        String pseudonym,
        boolean compared,
        long packNumber,
        OfflineAnswer answer,
        Upload upload) {
    public JournalEntry {
        if (sequence < 1) {
            throw new IllegalArgumentException("entries are counted from 1, not " + sequence);
        }
    }

    /** As much of it as bounds later answers. */
    public PastCheck past() {
        long stake = answer instanceof OfflineAnswer.Granted granted ? granted.stakeRupiah() : 0;
        return new PastCheck(at, pseudonym, compared, stake);
    }

    /** The same when the gate has it: without number and templates. */
    JournalEntry settled() {
        return new JournalEntry(sequence, captureId, purpose, at, pseudonym, compared, packNumber, answer, Upload.NONE);
    }
}

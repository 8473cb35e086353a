package id.sidik.eligibility.decision;

/**
 * A decision with the place in the audit log that its transaction got.
 *
 * @param auditIndex from 0; {@link #NOT_YET} before it is written
 */
public record StoredDecision(RecordedDecision decision, long auditIndex) {
    /** The place of what was not written yet. */
    public static final long NOT_YET = -1;

    /** A decision that is about to be written. */
    public static StoredDecision unstamped(RecordedDecision decision) {
        return new StoredDecision(decision, NOT_YET);
    }
}

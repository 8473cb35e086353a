package id.sidik.eligibility.store;

import id.sidik.eligibility.decision.RecordedDecision;

/**
 * A decision with the place in the audit log that its transaction got.
 *
 * @param auditIndex from 0
 */
public record StoredDecision(RecordedDecision decision, long auditIndex) {}

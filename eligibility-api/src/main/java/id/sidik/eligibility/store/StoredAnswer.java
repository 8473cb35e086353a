package id.sidik.eligibility.store;

/**
 * An answer with the place in the audit log that its transaction got.
 *
 * @param auditIndex from 0
 */
public record StoredAnswer(Answer answer, long auditIndex) {}

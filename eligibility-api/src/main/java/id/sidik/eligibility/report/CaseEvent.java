package id.sidik.eligibility.report;

import java.time.Instant;
import java.util.Optional;

/**
 * Two registrations looked like one person.
 *
 * @param decidedAt empty while it waits for an officer
 * @param duplicate what was decided: one person, or two
 */
public record CaseEvent(String caseId, Instant openedAt, Optional<Instant> decidedAt, boolean duplicate) {}

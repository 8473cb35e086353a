package id.sidik.eligibility.visit;

import java.time.Instant;

/** Where a visit stands. */
public sealed interface VisitState {

    /** The person is there. */
    record UnderWay() implements VisitState {}

    /** A stay ended. */
    record Discharged(DischargeManner manner, Instant at) implements VisitState {}

    /** An outpatient visit or a dialysis ended. */
    record Completed(Instant at) implements VisitState {}

    /** It did not take place, or was opened in error. */
    record Cancelled(Instant at) implements VisitState {}
}

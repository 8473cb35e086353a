package id.sidik.eligibility.contribution;

/** How far behind a member is with one programme, the best first. */
public enum PaymentState {
    /** Everything that is due is paid. */
    CURRENT,
    /** Something is late, and cover still runs. */
    IN_GRACE,
    /** Something is later than grace allows: cover is suspended. */
    IN_ARREARS
}

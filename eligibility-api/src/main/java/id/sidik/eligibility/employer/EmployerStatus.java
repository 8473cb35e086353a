package id.sidik.eligibility.employer;

/** Whether an employer still reports workers. Names are stored: never rename one. */
public enum EmployerStatus {
    ACTIVE,
    /** Has ended; what was reported and paid stays. */
    CLOSED
}

package id.sidik.eligibility.member;

/** Where a member was registered, or said something. Names are stored: never rename one. */
public enum RegistrationChannel {
    COUNTER,
    KIOSK,
    /** An agent of the institution among informal workers (PERISAI). */
    AGENT,
    EMPLOYER_FILE,
    APP
}

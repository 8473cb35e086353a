package id.sidik.eligibility.member;

/** What officers find about a case. Names are stored: never rename one. */
public enum Verdict {
    SAME_PERSON,
    DIFFERENT_PEOPLE
}

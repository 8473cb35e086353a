package id.sidik.eligibility.member;

/** What a dependant is to the member. Names are stored: never rename one. */
public enum Relationship {
    SPOUSE,
    CHILD,
    PARENT
}

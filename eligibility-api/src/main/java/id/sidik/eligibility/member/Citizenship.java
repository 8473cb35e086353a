package id.sidik.eligibility.member;

/** Whose citizen a member is; some programmes ask. Names are stored: never rename one. */
public enum Citizenship {
    INDONESIAN,
    FOREIGN
}

package id.sidik.eligibility.nid;

/** Sex as a NIK encodes it: 40 is added to a woman's day of birth. */
public enum Sex {
    MALE,
    FEMALE
}

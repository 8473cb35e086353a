package id.sidik.eligibility.nid;

/**
 * What is odd about a number that stands all the same: it is given for life, whatever later happens to the place or turns
 * out about the birth date (PP 40/2019, art. 30(2)). Names are stable.
 */
public enum NidWarning {
    /** The regency is older than our table; only with {@link NidProfile#LENIENT}. */
    REGENCY_UNKNOWN,
    /** The district is older than our table; only with {@link NidProfile#LENIENT}. */
    DISTRICT_UNKNOWN,
    /** The place has another code today. */
    REGION_RETIRED,
    /** The declared birth date is not the encoded one. */
    BIRTH_DATE_DIFFERS,
    /** The declared sex is not the encoded one. */
    SEX_DIFFERS
}

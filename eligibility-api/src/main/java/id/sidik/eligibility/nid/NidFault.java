package id.sidik.eligibility.nid;

/** Why a text is not a national ID number. Names are stable: callers see them. In the order in which they are looked for. */
public enum NidFault {
    /** Not 16 characters; 13 digits would be a BPJS card number. */
    LENGTH,
    /** A character that is not an ASCII digit. */
    NON_DIGIT,
    /** No province ever had this code. */
    PROVINCE_UNKNOWN,
    /** No regency or city of the table had this code. */
    REGENCY_UNKNOWN,
    /** No district of the table had this code. */
    DISTRICT_UNKNOWN,
    /** No day of the last 120 years. */
    BIRTH_DATE,
    /** Serials start at 0001. */
    SERIAL_ZERO
}

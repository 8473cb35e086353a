package id.sidik.eligibility.contribution;

/** By what sort of channel a payment came. Names are stored: never rename one. */
public enum ChannelKind {
    BANK,
    E_COMMERCE,
    TELECOM,
    /** Taken from an account that the member named once. */
    AUTO_DEBIT,
    /** The employer paid for its workers. */
    EMPLOYER,
    /** Nobody paid: what the savings of a programme earned, credited for a month. */
    RETURNS,
    /** Nobody said: payments from before the kinds were told apart. */
    UNSPECIFIED
}

package id.sidik.eligibility.journey;

/** What shows who an officer is, where two of them have to agree. */
public enum OfficerProof {
    /**
     * An access token of the institution's own issuer. A certificate alone does not say who holds it, and whoever holds it could be two
     * officers: it is refused.
     */
    TOKEN,
    /**
     * Nothing but the caller's word, where the house has no issuer but its own: whoever holds the operator's certificate could make
     * tokens for anybody as well. Names are then recorded behind the role that vouches for them, as in {@code operator/ani}.
     */
    CERTIFICATE
}

package id.sidik.eligibility.access;

/** What the books say of the certificate of a bridge that joined. */
public enum BridgeStanding {
    /** It is the bridge's, and the bridge is let in. */
    IN_FORCE,
    /** The bridge was turned away for good. */
    REVOKED,
    /** No such bridge joined here, or it holds another certificate now. */
    UNKNOWN
}

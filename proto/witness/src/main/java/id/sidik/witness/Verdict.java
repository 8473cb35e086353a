package id.sidik.witness;

/** What becomes of a head that a log shows. */
sealed interface Verdict {
    /** Goes on from what is remembered, and is remembered now. */
    record Cosigned(String signatureLines) implements Verdict {}

    /** Not a request. */
    record Malformed(String why) implements Verdict {}

    /** A log that nobody told us to witness. */
    record UnknownLog(String why) implements Verdict {}

    /** The log's own signature is missing, or does not hold. */
    record NotSigned(String why) implements Verdict {}

    /** Begins at another size than the one remembered, which is said so that the log can prove from there. */
    record OtherSize(long remembered) implements Verdict {}

    /** Signed, and yet not what was remembered grown: a fork, a log that was cut, or a wrong proof. */
    record Inconsistent(String why) implements Verdict {}
}

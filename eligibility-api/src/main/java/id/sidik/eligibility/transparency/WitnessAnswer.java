package id.sidik.eligibility.transparency;

/** What a witness says to a head. */
sealed interface WitnessAnswer {
    record Cosigned(String signatureLines) implements WitnessAnswer {}

    /** It remembers another size than the one that we proved from. */
    record OtherSize(long remembered) implements WitnessAnswer {}

    /** It will not: the status, and what it says. */
    record Refused(int status, String why) implements WitnessAnswer {}

    record Unreachable(String why) implements WitnessAnswer {}
}

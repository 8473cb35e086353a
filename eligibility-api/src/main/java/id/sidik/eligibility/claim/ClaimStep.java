package id.sidik.eligibility.claim;

/** What became of an action. */
public sealed interface ClaimStep {

    /** It was taken: the claim as it stands now. */
    record Moved(Claim claim) implements ClaimStep {}

    /** Nothing changed. */
    record Refused(ClaimRefusal refusal) implements ClaimStep {}
}

package id.sidik.eligibility.matching;

import id.sidik.matcher.v1.ComparePrintsResponse;

/** Two prints on their way from the matcher to an officer. The gate does not look inside, and no log prints them. */
public final class PrintReview {
    private final ComparePrintsResponse response;

    PrintReview(ComparePrintsResponse response) {
        this.response = response;
    }

    public ComparePrintsResponse message() {
        return response;
    }

    @Override
    public String toString() {
        return "PrintReview[" + response.getOutcomeCase() + "]";
    }
}

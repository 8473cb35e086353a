package id.sidik.eligibility.sitepack;

import id.sidik.eligibility.decision.Purpose;

/**
 * What may be answered without a network.
 *
 * @param rupiah what one wrong grant may cost, above 0
 */
public record Stake(Purpose purpose, long rupiah) {
    public Stake {
        if (rupiah < 1) {
            throw new IllegalArgumentException("what a wrong grant may cost is above 0, not " + rupiah);
        }
    }
}

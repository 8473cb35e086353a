package id.sidik.bridge.offline;

import java.util.Map;
import java.util.OptionalLong;

/**
 * The most that may go wrong at this site while nobody can be asked. A day is any 24 hours.
 *
 * @param stakesRupiah what one wrong grant may cost, by the names of the purposes that may be answered
 * @param attemptsPerPersonDay comparisons
 * @param targetFmr the highest false match rate that is still a match
 */
public record OfflineTerms(
        Map<String, Long> stakesRupiah,
        int grantsPerPersonDay,
        int attemptsPerPersonDay,
        int grantsPerSiteDay,
        long rupiahPerPersonDay,
        long rupiahPerSiteDay,
        double targetFmr) {
    public OfflineTerms {
        stakesRupiah = Map.copyOf(stakesRupiah);
        if (stakesRupiah.values().stream().anyMatch(rupiah -> rupiah < 1)
                || grantsPerPersonDay < 1
                || attemptsPerPersonDay < 1
                || grantsPerSiteDay < 1
                || rupiahPerPersonDay < 1
                || rupiahPerSiteDay < 1
                || !(targetFmr > 0 && targetFmr < 1)) {
            throw new IllegalArgumentException("terms without a bound are none");
        }
    }

    /** What a wrong grant may cost; empty for a purpose that waits for the network. */
    OptionalLong stakeRupiah(String purpose) {
        Long stake = stakesRupiah.get(purpose);
        return stake == null ? OptionalLong.empty() : OptionalLong.of(stake);
    }
}

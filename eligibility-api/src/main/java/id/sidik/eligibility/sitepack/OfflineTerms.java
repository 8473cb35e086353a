package id.sidik.eligibility.sitepack;

import id.sidik.eligibility.decision.Purpose;
import java.util.List;
import java.util.Locale;

/**
 * The most that may go wrong at one facility while nobody can ask. A day is any 24 hours.
 *
 * @param stakes what may be answered, each purpose once
 * @param grantsPerPersonDay 1 to 100
 * @param attemptsPerPersonDay comparisons, 1 to 100
 * @param grantsPerSiteDay 1 to 10,000
 * @param rupiahPerPersonDay the stakes of one person's grants
 * @param rupiahPerSiteDay of all
 * @param targetFmr the highest false match rate that is still a match, 1e-9 to 1e-4
 */
public record OfflineTerms(
        List<Stake> stakes,
        int grantsPerPersonDay,
        int attemptsPerPersonDay,
        int grantsPerSiteDay,
        long rupiahPerPersonDay,
        long rupiahPerSiteDay,
        double targetFmr) {
    /** Who is allowed fewer never gets a second chance; more is no bound. */
    private static final int PER_PERSON_MAX = 100;

    private static final int PER_SITE_MAX = 10_000;
    private static final double FMR_MIN = 1e-9;

    /** Without a network there is no second look, so nothing laxer than the matcher's own. */
    private static final double FMR_MAX = 1e-4;

    public OfflineTerms {
        stakes = List.copyOf(stakes);
        if (stakes.isEmpty() || stakes.stream().map(Stake::purpose).distinct().count() != stakes.size()) {
            throw new IllegalArgumentException("stakes name at least one purpose, and each once");
        }
        requireWithin("grants_per_person_day", grantsPerPersonDay, PER_PERSON_MAX);
        requireWithin("attempts_per_person_day", attemptsPerPersonDay, PER_PERSON_MAX);
        requireWithin("grants_per_site_day", grantsPerSiteDay, PER_SITE_MAX);
        if (rupiahPerPersonDay < 1 || rupiahPerSiteDay < 1) {
            throw new IllegalArgumentException("rupiah_per_person_day and rupiah_per_site_day must be above 0");
        }
        if (!(targetFmr >= FMR_MIN && targetFmr <= FMR_MAX)) {
            throw new IllegalArgumentException("target_fmr must be 1e-9 to 1e-4, not " + targetFmr);
        }
    }

    private static void requireWithin(String name, int value, int max) {
        if (value < 1 || value > max) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%s must be 1 to %d, not %d", name, max, value));
        }
    }

    /** Purposes that may be answered. */
    public List<Purpose> purposes() {
        return stakes.stream().map(Stake::purpose).toList();
    }
}

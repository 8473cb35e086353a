package id.sidik.benchmarks.identify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.sidik.engine.gallery.Candidate;
import id.sidik.engine.template.FingerPosition;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FoundTest {
    @Test
    void passesOverWhoMayBeTheSamePerson() {
        Found found = Found.of(candidates("double", "mate", "stranger"), "mate", Set.of("double"));

        assertThat(found.mateRank()).isEqualTo(1);
        assertThat(found.mateScore()).isCloseTo(7, within(1e-9));
        assertThat(found.strangerScore()).isCloseTo(6, within(1e-9));
    }

    @Test
    void countsStrangersThatComeBeforeTheMate() {
        Found found = Found.of(candidates("stranger", "another", "mate"), "mate", Set.of());

        assertThat(found.mateRank()).isEqualTo(3);
        assertThat(found.strangerScore()).isCloseTo(8, within(1e-9));
    }

    @Test
    void saysThatNobodyWasFound() {
        assertThat(Found.of(candidates(), "mate", Set.of())).isEqualTo(new Found(0, Found.NOBODY, Found.NOBODY));
    }

    @Test
    void setsTheLimitByNonMatedSearchesAndCountsMatesBelowIt() {
        List<Found> mated =
                List.of(new Found(1, 9, 3), new Found(2, 4, 5), new Found(0, Found.NOBODY, 5), new Found(1, 6, 0));
        List<Found> nonMated = List.of(new Found(0, Found.NOBODY, 5), new Found(0, Found.NOBODY, Found.NOBODY));

        IdentificationRates rates = IdentificationRates.of(mated, nonMated);

        assertThat(rates.rank1()).isEqualTo(0.5);
        assertThat(rates.fnirAtFpir1e2()).as("only 9 and 6 are above 5").isEqualTo(0.5);
    }

    @Test
    void readsTimesOffTheOrderedSearches() {
        long[] nanos = Stream.iterate(1_000_000L, nano -> nano + 1_000_000)
                .limit(200)
                .mapToLong(Long::longValue)
                .toArray();

        assertThat(SearchTimes.of(nanos)).isEqualTo(new SearchTimes(100, 198));
        assertThat(SearchTimes.of(new long[] {5_000_000})).isEqualTo(new SearchTimes(5, 5));
    }

    /** Candidates in this order, with FMRs of 1e-8, 1e-7 and so on. */
    private static List<Candidate> candidates(String... ids) {
        return Arrays.stream(ids)
                .map(id -> new Candidate(
                        id, Math.pow(10, Arrays.asList(ids).indexOf(id) - 8), 0.5, FingerPosition.RIGHT_INDEX))
                .toList();
    }
}

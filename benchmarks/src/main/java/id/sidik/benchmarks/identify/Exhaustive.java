package id.sidik.benchmarks.identify;

import id.sidik.benchmarks.engine.Workers;
import id.sidik.benchmarks.report.Progress;
import id.sidik.engine.synthesis.SyntheticGallery;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/**
 * Everybody compared with the final comparator: what no index can beat, as far as there is time for it.
 *
 * @param subjects who were in that gallery
 * @param searchMillisEstimated of one search of the gallery asked about, with as many threads
 */
record Exhaustive(int subjects, IdentificationRates rates, double searchMillisEstimated) {
    /**
     * Searches once for each attempt: what is compared with one subject does not depend on another, so the best stranger of a search
     * with the mate is that of a search without.
     */
    static Exhaustive measure(
            SyntheticGallery background,
            int subjectsMax,
            RealPeople people,
            List<RealPeople.Attempt> attempts,
            int threads,
            Workers workers,
            PrintWriter progress) {
        int subjects = Math.min(subjectsMax, background.subjects());
        MeasuredGallery.Source source = new MeasuredGallery.Source(
                new SyntheticGallery(background.seed(), subjects, background.fingers()),
                people,
                workers,
                new Progress(progress, "subjects prepared", subjects));
        try (MeasuredGallery everybody = MeasuredGallery.exhaustive(threads, source)) {
            Searches.Run run = new Searches(people, everybody.gallery())
                    .mated(attempts, new Progress(progress, "exhaustive searches", attempts.size()));
            double millis = run.times().medianMillis() * background.subjects() / subjects;
            return new Exhaustive(subjects, IdentificationRates.of(run.found(), run.found()), millis);
        }
    }

    String reasoning(SyntheticGallery background, int attempts, int threads) {
        return String.format(
                Locale.ROOT,
                "Exhaustive: %,d searches of %,d subjects with %d threads. Each search compares everybody, so its time is proportional to"
                        + " the gallery: %,.0f ms are estimated at %,d subjects. Rank-1 %.2f %% there is an upper bound of"
                        + " rank-1 at more subjects: a stranger more can only come before a mate, never behind.%n",
                attempts,
                subjects,
                threads,
                searchMillisEstimated,
                background.subjects(),
                100 * rates.rank1());
    }
}

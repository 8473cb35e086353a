package id.sidik.benchmarks.identify;

import id.sidik.benchmarks.report.Progress;
import id.sidik.engine.gallery.Gallery;
import id.sidik.engine.gallery.SearchRequest;
import id.sidik.engine.gallery.SearchResult;
import id.sidik.engine.gallery.SubjectFilter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Searches of real people in a gallery, one after the other. */
final class Searches {
    /** Beside the mate there is room for somebody who may be the same, and for strangers. */
    static final int CANDIDATES_MAX = 10;

    private static final Duration TIME_LIMIT = Duration.ofHours(1);

    /** All candidates are wanted, however little they say. */
    private static final double ANY_FPIR = Math.nextDown(1.0);

    private final RealPeople people;
    private final Gallery gallery;
    private final SubjectFilter filter;

    Searches(RealPeople people, Gallery gallery) {
        this(people, gallery, SubjectFilter.EVERYBODY);
    }

    /** Searches of whom a filter means. */
    Searches(RealPeople people, Gallery gallery, SubjectFilter filter) {
        this.people = people;
        this.gallery = gallery;
        this.filter = filter;
    }

    private SearchRequest request(RealPeople.Attempt attempt) {
        return SearchRequest.of(attempt.probes(), ANY_FPIR, CANDIDATES_MAX, TIME_LIMIT)
                .among(filter);
    }

    /** Searches until the code is compiled; nobody looks at the answers. */
    void warmUp(List<RealPeople.Attempt> attempts, Duration atLeast) {
        long endNanos = System.nanoTime() + atLeast.toNanos();
        for (int next = 0; System.nanoTime() < endNanos; next = (next + 1) % attempts.size()) {
            search(request(attempts.get(next)));
        }
    }

    /** How many subjects a search looks at. */
    long considered(RealPeople.Attempt attempt) {
        return search(request(attempt)).subjectsConsidered();
    }

    /** Each attempt, of people who are enrolled. */
    Run mated(List<RealPeople.Attempt> attempts, Progress progress) {
        return run(attempts, false, progress);
    }

    /** Each attempt, with the person left out of the gallery. */
    Run nonMated(List<RealPeople.Attempt> attempts, Progress progress) {
        return run(attempts, true, progress);
    }

    /** What was found by each search, and how long each took. */
    record Run(List<Found> found, List<Long> nanos) {
        SearchTimes times() {
            return SearchTimes.of(nanos.stream().mapToLong(Long::longValue).toArray());
        }
    }

    private Run run(List<RealPeople.Attempt> attempts, boolean leavesPersonOut, Progress progress) {
        List<Found> found = new ArrayList<>();
        List<Long> nanos = new ArrayList<>();
        for (RealPeople.Attempt attempt : attempts) {
            String id = attempt.person().id();
            SearchRequest request = leavesPersonOut ? request(attempt).excluding(id) : request(attempt);
            long startedNanos = System.nanoTime();
            SearchResult result = search(request);
            nanos.add(System.nanoTime() - startedNanos);
            found.add(Found.of(result.candidates(), id, people.doublesOf(attempt.person())));
            progress.add(1);
        }
        return new Run(found, nanos);
    }

    /** Batches of so many, all of people who are enrolled; how many searches a second. */
    double throughput(List<RealPeople.Attempt> attempts, int batch, Progress progress) {
        long startedNanos = System.nanoTime();
        for (int from = 0; from < attempts.size(); from += batch) {
            List<SearchRequest> requests = attempts.subList(from, Math.min(attempts.size(), from + batch)).stream()
                    .map(this::request)
                    .toList();
            try {
                gallery.searchAll(requests, TIME_LIMIT);
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
            progress.add(requests.size());
        }
        return attempts.size() / ((System.nanoTime() - startedNanos) / 1e9);
    }

    private SearchResult search(SearchRequest request) {
        try {
            return gallery.search(request);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted while searching", e);
    }
}

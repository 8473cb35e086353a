package id.sidik.engine.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import id.sidik.engine.calibration.Calibration;
import id.sidik.engine.gallery.IndexedGallery.Threads;
import id.sidik.engine.template.FingerPosition;
import id.sidik.engine.template.FingerTemplate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Additions, withdrawals, searches, sealing and merging in any order. A scheduler draws the steps from a seed, each of them whole
 * only under the gallery's lock, and a model of the gallery, a map, says what every search must find.
 */
class GalleryInterleavingsTest {
    private static final int SUBJECTS = 60;
    private static final int STEPS = 2_000;
    private static final int SEARCHES_MAX = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Calibration CALIBRATION = new Calibration(FakeComparator.ALGORITHM.toString(), 40, 1e-4, 10);
    private static final CompactionPolicy TINY = new CompactionPolicy(3, 2, 0.3, 25, 1);

    static IntStream seeds() {
        Long chosen = Long.getLong("tests.seed");
        return chosen == null ? IntStream.rangeClosed(1, 12) : IntStream.of(chosen.intValue());
    }

    @ParameterizedTest(name = "-Dtests.seed={0}")
    @MethodSource("seeds")
    void searchesSeeTheVersionThatTheyBeganWith(int seed) throws Exception {
        new Schedule(RandomGeneratorFactory.of("L64X128MixRandom").create(seed)).run();
    }

    /** One run of the scheduler. */
    private static final class Schedule {
        private final RandomGenerator random;
        private final FakeComparator comparator = new FakeComparator(_ -> {});
        private final TemplatePayloads payloads = new TemplatePayloads(comparator);
        private final SegmentKeeper keeper = SegmentKeeper.NONE;
        private final LiveSegments live = new LiveSegments(payloads, TINY, keeper, 1, System::nanoTime);
        /** References of each subject, now. */
        private final Map<String, Integer> model = new HashMap<>();
        /** Likewise, as each version had them. */
        private final TreeMap<Long, Map<String, Integer>> history = new TreeMap<>(Map.of(0L, Map.of()));

        private final List<Running> searches = new ArrayList<>();
        private final Set<Segment> met = new HashSet<>();
        private Optional<Compaction> compaction = Optional.empty();
        private Optional<Segment> built = Optional.empty();
        private boolean isBuilt;

        /** A search and how far it has come: 0 begun, 1 listed, 2 compared. */
        private static final class Running {
            private final Lease lease;
            private final IndexedSearch search;
            private int stage;

            Running(Lease lease, IndexedSearch search) {
                this.lease = lease;
                this.search = search;
            }
        }

        Schedule(RandomGenerator random) {
            this.random = random;
        }

        void run() throws Exception {
            for (int step = 0; step < STEPS; step++) {
                switch (random.nextInt(8)) {
                    case 0, 1, 2 -> add();
                    case 3, 4 -> remove();
                    case 5 -> compact();
                    default -> search();
                }
                noteSegments();
            }
            while (!searches.isEmpty()) {
                advance(searches.getFirst());
            }
            compact();
            live.close();
            assertThat(met).isNotEmpty().allMatch(Segment::isGone);
        }

        private void add() {
            if (live.openRows() >= TINY.openRowsMin() * TINY.fanOut()) {
                return; // it would wait for a compaction, which this thread must make
            }
            int subject = random.nextInt(SUBJECTS);
            String id = "subject-" + subject;
            if (model.getOrDefault(id, 0) < Subject.REFERENCES_MAX) {
                live.add(new OpenRow(id, 0, SubjectTraits.UNKNOWN, List.of(finger(subject)), payloads));
                model.merge(id, 1, Integer::sum);
                note();
            }
        }

        private void remove() {
            String id = "subject-" + random.nextInt(SUBJECTS);
            Integer known = model.remove(id);

            assertThat(live.remove(id)).isEqualTo(known == null ? 0 : known);
            note();
        }

        private void note() {
            history.put(live.version(), Map.copyOf(model));
            assertThat(live.subjects()).isEqualTo(model.size());
            assertThat(live.references(0))
                    .isEqualTo(
                            model.values().stream().mapToInt(Integer::intValue).sum());
        }

        /** Chooses, lays out, puts in force: three steps, between which anything may happen. */
        private void compact() {
            if (compaction.isEmpty()) {
                if (random.nextInt(10) == 0) {
                    live.requestErasure();
                }
                compaction = live.due();
            } else if (!isBuilt) {
                built = compaction
                        .get()
                        .build(payloads, new SegmentForm(new EverybodyShortlister(), MemoryPages.USUAL));
                isBuilt = true;
            } else {
                live.install(compaction.get(), built);
                compaction = Optional.empty();
                isBuilt = false;
            }
        }

        private void search() throws Exception {
            if (searches.size() < SEARCHES_MAX && random.nextBoolean()) {
                begin();
            } else if (!searches.isEmpty()) {
                advance(searches.get(random.nextInt(searches.size())));
            }
        }

        private void begin() {
            List<SearchRequest> requests = IntStream.range(0, SUBJECTS)
                    .mapToObj(subject -> SearchRequest.of(List.of(finger(subject)), 0.5, 5, PATIENCE))
                    .toList();
            List<ProbeSet> probes = requests.stream()
                    .map(request -> ProbeSet.prepare(comparator, CALIBRATION, request.probes()))
                    .toList();
            Lease lease = live.lease();
            searches.add(new Running(
                    lease,
                    new IndexedSearch(
                            lease,
                            requests,
                            probes,
                            new EverybodyShortlister(),
                            payloads,
                            () -> 0,
                            PATIENCE.toNanos())));
        }

        private void advance(Running running) throws Exception {
            switch (running.stage++) {
                case 0 -> assertThat(running.search.listing().call()).isTrue();
                case 1 -> {
                    running.search.choose();
                    assertThat(running.search.comparing().call()).isTrue();
                }
                default -> finish(running);
            }
        }

        private void finish(Running running) {
            Map<String, Integer> then =
                    history.floorEntry(running.lease.version().number()).getValue();
            List<SearchResult> results = running.search.results(1);
            for (int subject = 0; subject < SUBJECTS; subject++) {
                String id = "subject-" + subject;
                assertThat(results.get(subject).candidates())
                        .extracting(Candidate::subjectId)
                        .isEqualTo(then.containsKey(id) ? List.of(id) : List.of());
                assertThat(results.get(subject).subjectsConsidered()).isEqualTo(then.size());
                assertThat(results.get(subject).version())
                        .isEqualTo(running.lease.version().number());
            }
            running.lease.close();
            searches.remove(running);
            assertThat(running.lease.join()).as("an ended lease").isFalse();
        }

        private void noteSegments() {
            try (Lease lease = live.lease()) {
                lease.version().segments().forEach(view -> met.add(view.segment()));
                assertThat(lease.version().segments())
                        .noneMatch(view -> view.segment().isGone());
            }
        }
    }

    /** Real threads: who was added is found, and who was withdrawn is not, from the moment that the gallery has said so. */
    @Test
    void losesNobodyAndFindsNobodyWhoWasWithdrawn() throws Exception {
        try (ComparisonPool searches = new ComparisonPool("search", 2, 64);
                ComparisonPool verifications = new ComparisonPool("verify", 1, 8);
                IndexedGallery gallery = gallery(new Threads(searches, verifications, 1));
                ExecutorService writers = Executors.newFixedThreadPool(3)) {
            gallery.start();
            gallery.markReady(0);
            gallery.markReady(1);
            List<Future<?>> all = new ArrayList<>();
            for (int writer = 0; writer < 3; writer++) {
                int first = writer * 40;
                all.add(writers.submit(() -> comeAndGo(gallery, first)));
            }
            for (Future<?> one : all) {
                assertThat(one).succeedsWithin(Duration.ofMinutes(2));
            }
        }
    }

    private static Void comeAndGo(IndexedGallery gallery, int first) throws InterruptedException {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(first);
        Set<Integer> present = new HashSet<>();
        for (int round = 0; round < 400; round++) {
            int subject = first + random.nextInt(40);
            String id = "subject-" + subject;
            if (present.remove(subject)) {
                assertThat(gallery.remove(id)).isEqualTo(1);
                assertThat(found(gallery, subject)).as("%s was withdrawn", id).isEmpty();
            } else {
                present.add(subject);
                gallery.add(id, List.of(finger(subject)));
                assertThat(found(gallery, subject)).containsExactly(id);
            }
        }
        for (int subject = first; subject < first + 40; subject++) {
            assertThat(gallery.contains("subject-" + subject)).isEqualTo(present.contains(subject));
        }
        return null;
    }

    private static List<String> found(Gallery gallery, int finger) throws InterruptedException {
        SearchResult result = gallery.search(SearchRequest.of(List.of(finger(finger)), 0.5, 5, PATIENCE));
        assertThat(result.partial()).isFalse();
        return result.candidates().stream().map(Candidate::subjectId).toList();
    }

    private static IndexedGallery gallery(Threads threads) {
        return new IndexedGallery(
                new FakeComparator(_ -> {}),
                CALIBRATION,
                new Partitioning(2),
                threads,
                new SegmentForm(new EverybodyShortlister(), MemoryPages.USUAL),
                TINY,
                SegmentKeeper.NONE,
                System::nanoTime);
    }

    private static FingerTemplate finger(int number) {
        return new FingerTemplate(FingerPosition.RIGHT_INDEX, FakeComparator.templateOf(number));
    }
}

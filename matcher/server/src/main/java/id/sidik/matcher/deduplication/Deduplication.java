package id.sidik.matcher.deduplication;

import id.sidik.engine.gallery.Gallery;
import id.sidik.matcher.limits.Patience;
import id.sidik.matcher.register.Register;
import id.sidik.matcher.store.DuplicateJob;
import id.sidik.matcher.store.DuplicateJobStep;
import id.sidik.matcher.store.DuplicateJobTerms;
import id.sidik.matcher.store.DuplicatePair;
import id.sidik.matcher.store.ReferenceStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Runs jobs of de-duplication. Subjects are walked in the gallery's own order; whoever is enrolled behind the walk meanwhile was
 * searched for when she was enrolled. A step is on the disk before anybody is told of it, so a job that is asked for again goes on
 * after the last one, and its pairs keep their numbers.
 */
public final class Deduplication {
    private final Register register;
    private final ReferenceStore store;
    private final BatchSearch search;
    private final Pace pace;
    private final int batch;
    private final InstantSource clock;
    private final LongSupplier nanoTime;

    /**
     * @param batch subjects that are searched for at once, 1 to 256
     * @param nanoTime as {@link System#nanoTime}
     */
    public Deduplication(
            Register register,
            ReferenceStore store,
            BatchSearch search,
            Pace pace,
            int batch,
            InstantSource clock,
            LongSupplier nanoTime) {
        this.register = register;
        this.store = store;
        this.search = search;
        this.pace = pace;
        this.batch = batch;
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    /**
     * Goes on with a job until it is finished. Only one may run at a time.
     *
     * @throws InterruptedException when the caller has gone; what was reported stays
     */
    public void run(DeduplicationOrder order, DeduplicationListener listener, Patience patience)
            throws InterruptedException {
        Gallery gallery = register.gallery();
        DuplicateJobTerms terms = new DuplicateJobTerms(clock.instant(), order.fpirOfNewJob(), order.sameFingerOnly());
        try (DuplicateJob job = store.duplicateJobs().open(order.jobId(), terms)) {
            requireSameTerms(order, job.terms());
            repeat(job, order.pairsReceived(), listener);
            new Run(job, gallery, listener, patience).toTheEnd();
        }
    }

    private static void requireSameTerms(DeduplicationOrder order, DuplicateJobTerms terms) {
        if (order.targetFpir().isPresent() && order.targetFpir().getAsDouble() != terms.targetFpir()) {
            throw new JobTermsDifferException("the job has a target FPIR of " + terms.targetFpir());
        }
        if (order.sameFingerOnly() != terms.sameFingerOnly()) {
            throw new JobTermsDifferException(
                    terms.sameFingerOnly()
                            ? "the job compares fingers of one name only"
                            : "the job compares all fingers with all");
        }
    }

    private static void repeat(DuplicateJob job, long pairsReceived, DeduplicationListener listener)
            throws InterruptedException {
        List<DuplicatePair> pairs = job.pairs();
        if (pairsReceived < 0 || pairsReceived > pairs.size()) {
            throw new PairsOutOfRangeException(pairsReceived, pairs.size());
        }
        for (int i = (int) pairsReceived; i < pairs.size(); i++) {
            listener.pair(i + 1L, pairs.get(i));
        }
    }

    /** One run of a job: from where it was left to its end, or to the caller's. */
    private final class Run {
        private final DuplicateJob job;
        private final Gallery gallery;
        private final DeduplicationListener listener;
        private final Patience patience;
        private final KnownPairs known;
        private final long startNanos = nanoTime.getAsLong();
        private final long doneBefore;

        Run(DuplicateJob job, Gallery gallery, DeduplicationListener listener, Patience patience) {
            this.job = job;
            this.gallery = gallery;
            this.listener = listener;
            this.patience = patience;
            this.known = new KnownPairs(job.pairs());
            this.doneBefore = job.last().subjectsDone();
        }

        void toTheEnd() throws InterruptedException {
            listener.progress(progress());
            while (!job.last().finished()) {
                long before = nanoTime.getAsLong();
                step();
                listener.progress(progress());
                if (!job.last().finished()) {
                    Duration busy = Duration.ofNanos(nanoTime.getAsLong() - before);
                    patience.whileWaitedFor(() -> {
                        pace.restAfter(busy);
                        return busy;
                    });
                }
            }
        }

        private void step() throws InterruptedException {
            register.requireServing();
            DuplicateJobStep last = job.last();
            Optional<String> cursor = Optional.of(last.cursor()).filter(id -> !id.isEmpty());
            List<String> subjects = gallery.subjectIdsAfter(cursor, batch);
            List<DuplicatePair> found = search.pairsOf(subjects, job.terms(), gallery, patience);
            List<DuplicatePair> fresh = found.stream().filter(known::isNew).toList();
            if (job.pairCount() + fresh.size() > DuplicateJob.PAIRS_MAX) {
                throw new TooManyPairsException();
            }
            long number = job.pairCount();
            job.append(new DuplicateJobStep(
                    subjects.isEmpty() ? last.cursor() : subjects.getLast(),
                    last.subjectsDone() + subjects.size(),
                    subjects.size() < batch,
                    fresh));
            for (DuplicatePair pair : fresh) {
                number++;
                listener.pair(number, pair);
            }
        }

        private Progress progress() {
            long done = job.last().subjectsDone();
            long total = gallery.subjectCount();
            return new Progress(
                    done,
                    total,
                    job.pairCount(),
                    remaining(done, total),
                    job.last().finished(),
                    gallery.version());
        }

        private Optional<Duration> remaining(long done, long total) {
            long doneNow = done - doneBefore;
            if (doneNow == 0) {
                return Optional.empty();
            }
            double nanosEach = (double) (nanoTime.getAsLong() - startNanos) / doneNow;
            return Optional.of(Duration.ofNanos((long) (nanosEach * Math.max(0, total - done))));
        }
    }
}

package id.sidik.matcher.register;

import id.sidik.engine.gallery.Gallery;
import id.sidik.engine.gallery.SubjectTraits;
import id.sidik.engine.template.FingerPosition;
import id.sidik.matcher.limits.LockStripes;
import id.sidik.matcher.limits.Patience;
import id.sidik.matcher.sample.Impression;
import id.sidik.matcher.store.CorruptStoreException;
import id.sidik.matcher.store.IdempotentRequest;
import id.sidik.matcher.store.RecordedAnswer;
import id.sidik.matcher.store.ReferenceKey;
import id.sidik.matcher.store.ReferenceStore;
import id.sidik.matcher.store.StoreChange;
import id.sidik.matcher.store.StoreFailedException;
import id.sidik.matcher.store.StoredReference;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Lock;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who is enrolled: durable in the store, searchable in the gallery. A change is synced before the gallery shows it; a subject's
 * changes happen one after the other. Safe for many threads.
 */
public final class Register {
    /** As many as the gallery takes. */
    static final int SUBJECT_REFERENCES_MAX = 200;

    private static final Logger LOG = LoggerFactory.getLogger(Register.class);
    private static final String STEP = "another change of the same subject ended";

    private final ReferenceStore store;
    private final Gallery gallery;
    private final long referencesMax;
    private final InstantSource clock;
    private final LockStripes subjects = new LockStripes();
    private final AtomicReference<Standing> standing = new AtomicReference<>(new Standing.Loading());
    private volatile Runnable onChange = () -> {};

    /** The state, with what belongs to it. */
    private sealed interface Standing {
        record Loading() implements Standing {}

        record Serving() implements Standing {}

        record Fault(RuntimeException cause) implements Standing {}
    }

    /** @param referencesMax that the gallery's memory was planned for; a few more may slip in at the same moment */
    public Register(ReferenceStore store, Gallery gallery, long referencesMax, InstantSource clock) {
        this.store = store;
        this.gallery = gallery;
        this.referencesMax = referencesMax;
        this.clock = clock;
    }

    /** From now on a write that the disk refuses stops the service. */
    void watchTheDisk() {
        var _ = store.failure().thenAccept(this::fail); // fail() throws nothing that could be lost
    }

    /**
     * Reports state changes.
     *
     * @param listener told after each change of {@link #state}, on any thread; it must not wait
     */
    public void onStateChange(Runnable listener) {
        onChange = listener;
    }

    public RegisterState state() {
        return switch (standing.get()) {
            case Standing.Loading _ -> RegisterState.LOADING;
            case Standing.Serving _ -> RegisterState.SERVING;
            case Standing.Fault _ -> RegisterState.FAULT;
        };
    }

    /**
     * The gallery, for searching.
     *
     * @throws GalleryLoadingException when it is not complete yet
     * @throws CorruptStoreException when something stored can not be trusted
     * @throws StoreFailedException when the disk refused a write
     */
    public Gallery gallery() {
        requireServing();
        return gallery;
    }

    /** Throws as {@link #gallery} does. */
    public void requireServing() {
        switch (standing.get()) {
            case Standing.Serving _ -> {}
            case Standing.Loading _ -> throw new GalleryLoadingException(loadProgress());
            case Standing.Fault(RuntimeException cause) -> throw cause;
        }
    }

    /** Serves from now on, unless something went wrong. */
    void serve() {
        Standing before = standing.getAndUpdate(
                current -> current instanceof Standing.Loading ? new Standing.Serving() : current);
        if (before instanceof Standing.Loading) {
            onChange.run();
        }
    }

    /** Stops serving until the next start. The first fault is the one that is reported. */
    public void fail(RuntimeException cause) {
        Standing before = standing.getAndUpdate(
                current -> current instanceof Standing.Fault ? current : new Standing.Fault(cause));
        if (!(before instanceof Standing.Fault)) {
            LOG.error("The register stops serving: {}", cause.getMessage(), cause);
            onChange.run();
        }
    }

    /**
     * Adds references to a subject: on the disk first, then in the gallery.
     *
     * @param traits what is known of the subject now
     * @param impressions at least one
     * @param response what a repetition of the request will be told
     */
    public void add(
            String subjectId,
            SubjectTraits traits,
            List<Impression.Usable> impressions,
            IdempotentRequest request,
            byte[] response,
            Patience patience)
            throws InterruptedException {
        Lock lock = subjects.of(subjectId);
        patience.lock(lock, STEP);
        try {
            requireServing();
            List<ReferenceKey> stored = trusting(() -> store.keysOf(gallery.partitionOf(subjectId), subjectId));
            requireRoom(stored.size(), impressions.size());
            Instant now = clock.instant();
            commit(new StoreChange(
                    placed(subjectId, traits, impressions, stored, now),
                    List.of(),
                    new RecordedAnswer(request, now, response)));
            index(subjectId, traits, impressions);
        } finally {
            lock.unlock();
        }
    }

    private void requireRoom(int stored, int added) {
        if (stored + added > SUBJECT_REFERENCES_MAX) {
            throw new TooManyReferencesException(stored, added);
        }
        if (store.references() + added > referencesMax) {
            throw new GalleryFullException(referencesMax);
        }
    }

    /** Gives each impression the next free key of its finger. */
    private List<StoredReference> placed(
            String subjectId,
            SubjectTraits traits,
            List<Impression.Usable> impressions,
            List<ReferenceKey> stored,
            Instant enrolledAt) {
        Map<FingerPosition, Integer> nextOrdinals = new EnumMap<>(FingerPosition.class);
        stored.forEach(key -> nextOrdinals.merge(key.finger(), key.ordinal() + 1, Math::max));
        List<StoredReference> references = new ArrayList<>();
        for (Impression.Usable impression : impressions) {
            FingerPosition finger = impression.reference().finger();
            int next = nextOrdinals.merge(finger, 1, (ordinal, _) -> ordinal + 1) - 1;
            ReferenceKey key = new ReferenceKey(gallery.partitionOf(subjectId), subjectId, finger, next);
            references.add(new StoredReference(
                    key, impression.reference().template(), impression.quality(), enrolledAt, traits));
        }
        return references;
    }

    /** What is stored but can not be found would make the register lie: that is a fault, not a failed request. */
    private void index(String subjectId, SubjectTraits traits, List<Impression.Usable> impressions) {
        try {
            gallery.add(subjectId, traits, Impression.templatesOf(impressions));
        } catch (RuntimeException e) {
            fail(new IllegalStateException("a stored reference could not be put into the gallery", e));
            throw e;
        }
    }

    /**
     * Removes a subject: from the disk's index, from the gallery, then its bytes from the disk.
     *
     * @param response what to answer, given how many references were removed
     * @return that answer
     */
    public byte[] withdraw(String subjectId, IdempotentRequest request, IntFunction<byte[]> response, Patience patience)
            throws InterruptedException {
        Lock lock = subjects.of(subjectId);
        patience.lock(lock, STEP);
        try {
            requireServing();
            List<ReferenceKey> stored = trusting(() -> store.keysOf(gallery.partitionOf(subjectId), subjectId));
            byte[] answer = response.apply(stored.size());
            commit(new StoreChange(List.of(), stored, new RecordedAnswer(request, clock.instant(), answer)));
            unindex(subjectId);
            if (!stored.isEmpty()) {
                store.eraseWithdrawn();
            }
            return answer;
        } finally {
            lock.unlock();
        }
    }

    /** A copy of a withdrawn reference that the disk does not give up is a fault: a repetition would be told that all is gone. */
    private void unindex(String subjectId) {
        try {
            gallery.remove(subjectId);
        } catch (RuntimeException e) {
            fail(new IllegalStateException("a withdrawn reference could not be taken out of the gallery", e));
            throw e;
        }
    }

    /** Records the answer of a request that changed nothing. */
    public void record(IdempotentRequest request, byte[] response) {
        requireServing();
        commit(new StoreChange(List.of(), List.of(), new RecordedAnswer(request, clock.instant(), response)));
    }

    Optional<RecordedAnswer> answerTo(String idempotencyKey) {
        requireServing();
        return trusting(() -> store.answerTo(idempotencyKey));
    }

    /**
     * Waits for the disk however long it takes: what becomes durable must also become searchable, whether or not the caller is
     * still there to be told.
     */
    private void commit(StoreChange change) {
        try {
            store.commit(change).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** Reads from the store; damage met on the way stops the service. */
    private <T> T trusting(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (CorruptStoreException e) {
            fail(e);
            throw e;
        }
    }

    public RegisterStatus status() {
        Standing now = standing.get();
        String fault = now instanceof Standing.Fault(RuntimeException cause) ? String.valueOf(cause.getMessage()) : "";
        List<RegisterStatus.PartitionCount> partitions = IntStream.range(0, store.partitionCount())
                .mapToObj(partition -> new RegisterStatus.PartitionCount(
                        partition, store.referencesIn(partition), gallery.referenceCount(partition)))
                .toList();
        return new RegisterStatus(
                state(), fault, loadProgress(), gallery.subjectCount(), gallery.version(), partitions);
    }

    private double loadProgress() {
        long stored = store.references();
        return stored == 0 ? 1 : Math.min(1, (double) gallery.referenceCount() / stored);
    }
}

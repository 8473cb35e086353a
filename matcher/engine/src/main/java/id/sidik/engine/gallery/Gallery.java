package id.sidik.engine.gallery;

import id.sidik.engine.image.InvalidSampleException;
import id.sidik.engine.template.FingerTemplate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The references that are searched together, all in memory, spread over a fixed number of partitions by subject. Derived state:
 * whoever owns the store fills it, and marks each partition ready once all of it is in. Safe for use by many threads; additions
 * and removals do not wait for searches, nor searches for them.
 *
 * <p>Errors leave as rates, never as scores. All comparisons with a subject become one FMR: several impressions of a finger and
 * several fingers support each other, and each further chance that an impostor had is paid for.
 */
public interface Gallery {
    /** Searches that {@link #searchAll} takes at once. */
    int BATCH_MAX = 1_024;

    /** Ids that {@link #subjectIdsAfter} returns at once. */
    int PAGE_MAX = 100_000;

    /** Whose templates are compared, as {@code name/version}. */
    String algorithm();

    int partitionCount();

    int partitionOf(String subjectId);

    /**
     * All that is stored of the partition has been added: it vouches for its part of an answer, from now on or from when what was
     * restored has been laid out, at the latest when the last partition has been marked.
     */
    void markReady(int partition);

    boolean isReady(int partition);

    /**
     * Adds references to a subject, who need not be new. A search sees all of them or none.
     *
     * @param traits what is known of the subject; what was known before stays, where this knows nothing
     * @param references at least 1
     * @throws InvalidSampleException if one is of another algorithm: none was added
     * @throws IllegalArgumentException if the subject would have more than 200: none was added
     */
    void add(String subjectId, SubjectTraits traits, List<FingerTemplate> references);

    /** Likewise, of a subject of whom nothing else is known. */
    default void add(String subjectId, List<FingerTemplate> references) {
        add(subjectId, SubjectTraits.UNKNOWN, references);
    }

    /**
     * Adds a subject as its owner stores it, all of it, when the gallery is filled. Each subject once, before anything else is done
     * with it, and before its partition is marked ready. May be quicker than {@link #add}: the subject counts no later than its
     * partition is ready.
     *
     * @throws InvalidSampleException if a reference is of another algorithm
     */
    default void restore(String subjectId, SubjectTraits traits, List<FingerTemplate> references) {
        add(subjectId, traits, references);
    }

    /** Removes all references of a subject; returns how many there were. No search that begins after this finds them. */
    int remove(String subjectId);

    /**
     * Asks that what removed subjects leave in memory be overwritten soon, rather than when it is convenient; does not wait for it.
     */
    default void eraseRemoved() {}

    boolean contains(String subjectId);

    long referenceCount();

    long referenceCount(int partition);

    long subjectCount();

    /** Grows with each change of who is in the gallery, and of which partitions vouch. */
    long version();

    /**
     * Ids of subjects in a fixed order, by partition and then by id, so that a walk over all of them can be resumed after any of
     * them, also by another process. A walk meets each subject that is there throughout exactly once. Costs a look at each id of
     * the partitions that it takes from.
     *
     * @param last where the walk was left; empty to begin. The subject need not be there any more.
     * @param max 1 to {@link #PAGE_MAX}
     * @return the ids that follow, fewer than {@code max} only at the end
     */
    List<String> subjectIdsAfter(Optional<String> last, int max);

    /**
     * Searches every partition that is ready (1:N).
     *
     * @throws InvalidSampleException if a probe is of another algorithm
     * @throws GalleryOverloadedException if too many searches wait already
     * @throws InterruptedException if the caller was interrupted; the search has been stopped
     */
    default SearchResult search(SearchRequest request) throws InterruptedException {
        return searchAll(List.of(request), request.timeLimit()).getFirst();
    }

    /**
     * Makes many searches at once, which share one pass over the gallery: the same answers as one by one, sooner.
     *
     * @param requests 1 to {@link #BATCH_MAX}; their own time limits do not count
     * @param timeLimit for all of them, above zero
     * @return one result a request, in their order, all of one version
     * @throws InvalidSampleException if a probe is of another algorithm
     * @throws GalleryOverloadedException if too many searches wait already
     * @throws InterruptedException if the caller was interrupted; the searches have been stopped
     */
    List<SearchResult> searchAll(List<SearchRequest> requests, Duration timeLimit) throws InterruptedException;

    /**
     * Compares probes with the references of one subject (1:1).
     *
     * @param timeLimit above zero
     * @throws InvalidSampleException if a probe is of another algorithm
     * @throws GalleryOverloadedException if too many verifications wait already
     * @throws InterruptedException if the caller was interrupted
     */
    VerificationResult verify(String subjectId, List<FingerTemplate> probes, Duration timeLimit)
            throws InterruptedException;
}

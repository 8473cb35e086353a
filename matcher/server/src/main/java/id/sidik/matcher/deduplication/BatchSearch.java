package id.sidik.matcher.deduplication;

import id.sidik.engine.gallery.Candidate;
import id.sidik.engine.gallery.Gallery;
import id.sidik.engine.gallery.SearchRequest;
import id.sidik.engine.gallery.SearchResult;
import id.sidik.engine.template.FingerPosition;
import id.sidik.engine.template.FingerTemplate;
import id.sidik.matcher.limits.Patience;
import id.sidik.matcher.register.GalleryIncompleteException;
import id.sidik.matcher.register.SearchMeter;
import id.sidik.matcher.store.CorruptStoreException;
import id.sidik.matcher.store.DuplicateJobTerms;
import id.sidik.matcher.store.DuplicatePair;
import id.sidik.matcher.store.ReferenceStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Searches for some subjects among all others, in one pass over the gallery. Their templates are read from the store. */
public final class BatchSearch {
    /** Of one subject. Who is like more than so many others is found again when they are searched for. */
    private static final int CANDIDATES_MAX = 20;

    private static final Duration BATCH_TIME_MAX = Duration.ofMinutes(10);

    private final ReferenceStore store;
    private final SearchMeter meter;
    private final Consumer<CorruptStoreException> damage;

    /** @param damage is told of a stored record that can not be trusted, before the caller is */
    public BatchSearch(ReferenceStore store, SearchMeter meter, Consumer<CorruptStoreException> damage) {
        this.store = store;
        this.meter = meter;
        this.damage = damage;
    }

    /** What one subject is searched with. */
    private record Wanted(String subjectId, SearchRequest request) {}

    /**
     * Who of the others may be one of these. Subjects who were withdrawn meanwhile are passed over.
     *
     * @throws GalleryIncompleteException when the time did not suffice: who was not seen may be anybody
     */
    List<DuplicatePair> pairsOf(List<String> subjects, DuplicateJobTerms terms, Gallery gallery, Patience patience)
            throws InterruptedException {
        Duration left = patience.leftForSearch("the next batch");
        Duration limit = left.compareTo(BATCH_TIME_MAX) < 0 ? left : BATCH_TIME_MAX;
        List<Wanted> wanted = wanted(subjects, terms, gallery, limit);
        if (wanted.isEmpty()) {
            return List.of();
        }
        List<SearchRequest> requests = wanted.stream().map(Wanted::request).toList();
        List<SearchResult> results = patience.whileWaitedFor(
                () -> meter.countAll(requests.size(), () -> gallery.searchAll(requests, limit)));
        List<DuplicatePair> pairs = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            SearchResult result = results.get(i);
            if (result.partial()) {
                throw new GalleryIncompleteException(result.coverage());
            }
            for (Candidate other : result.candidates()) {
                pairs.add(new DuplicatePair(
                        wanted.get(i).subjectId(), other.subjectId(), other.fmr(), other.fpir(), other.finger()));
            }
        }
        return pairs;
    }

    private List<Wanted> wanted(List<String> subjects, DuplicateJobTerms terms, Gallery gallery, Duration limit) {
        List<Wanted> wanted = new ArrayList<>();
        for (String subject : subjects) {
            List<FingerTemplate> probes = probesOf(subject, terms.sameFingerOnly(), gallery);
            if (!probes.isEmpty()) {
                SearchRequest request = SearchRequest.of(probes, terms.targetFpir(), CANDIDATES_MAX, limit);
                wanted.add(new Wanted(subject, request.excluding(subject)));
            }
        }
        return wanted;
    }

    /** At most as many as a search takes: of more, the ones enrolled first of each finger, in the order of fingers. */
    private List<FingerTemplate> probesOf(String subject, boolean sameFingerOnly, Gallery gallery) {
        try {
            return store.referencesOf(gallery.partitionOf(subject), subject).stream()
                    .map(reference -> new FingerTemplate(
                            sameFingerOnly ? reference.key().finger() : FingerPosition.UNKNOWN, reference.template()))
                    .limit(SearchRequest.PROBES_MAX)
                    .toList();
        } catch (CorruptStoreException e) {
            damage.accept(e);
            throw e;
        }
    }
}

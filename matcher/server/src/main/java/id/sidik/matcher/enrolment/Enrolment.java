package id.sidik.matcher.enrolment;

import id.sidik.engine.gallery.Gallery;
import id.sidik.engine.gallery.SearchRequest;
import id.sidik.engine.gallery.SearchResult;
import id.sidik.engine.quality.Quality;
import id.sidik.engine.template.FingerPosition;
import id.sidik.engine.template.FingerTemplate;
import id.sidik.matcher.limits.Patience;
import id.sidik.matcher.register.AnswersOnce;
import id.sidik.matcher.register.GalleryIncompleteException;
import id.sidik.matcher.register.Register;
import id.sidik.matcher.register.SearchMeter;
import id.sidik.matcher.sample.ExtractionPool;
import id.sidik.matcher.sample.Impression;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Enrols subjects.
 *
 * <p>Enrolments with a duplicate search pass one at a time from their search to the gallery: else two counters could enrol one
 * finger under two subjects, each searching before the other has stored. The price: there are never more of them in a second than
 * searches of the whole gallery with all cores, plus a sync of the disk each. Extraction is outside the lock.
 */
public final class Enrolment {
    private static final int DUPLICATES_MAX = 10;
    private static final String STEP = "its turn to search for duplicates came";

    private final Register register;
    private final AnswersOnce answers;
    private final ExtractionPool extraction;
    private final SearchMeter meter;
    private final Lock searchThenStore = new ReentrantLock();

    public Enrolment(Register register, AnswersOnce answers, ExtractionPool extraction, SearchMeter meter) {
        this.meter = meter;
        this.register = register;
        this.answers = answers;
        this.extraction = extraction;
    }

    /**
     * Enrols, once however often it is asked.
     *
     * @param answer writes an outcome as it will be sent, and sent again
     * @return the answer
     * @throws GalleryIncompleteException when the duplicate search did not reach every partition in time
     */
    public byte[] enrol(EnrolmentOrder order, Function<EnrolmentOutcome, byte[]> answer, Patience patience)
            throws InterruptedException {
        register.requireServing();
        return answers.answer(order.request(), patience, () -> enrolNow(order, answer, patience));
    }

    private byte[] enrolNow(EnrolmentOrder order, Function<EnrolmentOutcome, byte[]> answer, Patience patience)
            throws InterruptedException {
        List<Impression> impressions = extraction.extract(order.samples(), patience);
        List<Impression.Usable> usable = Impression.usableOf(impressions);
        if (usable.isEmpty()) {
            List<Quality> qualities =
                    impressions.stream().map(Impression::quality).toList();
            return recorded(order, answer.apply(new EnrolmentOutcome.TooPoor(qualities)));
        }
        return order.duplicateFpir().isEmpty()
                ? stored(order, usable, answer, patience)
                : searchedThenStored(order, usable, answer, patience);
    }

    private byte[] searchedThenStored(
            EnrolmentOrder order,
            List<Impression.Usable> usable,
            Function<EnrolmentOutcome, byte[]> answer,
            Patience patience)
            throws InterruptedException {
        patience.lock(searchThenStore, STEP);
        try {
            SearchResult others = searchOthers(order, usable, patience);
            return others.candidates().isEmpty()
                    ? stored(order, usable, answer, patience)
                    : recorded(order, answer.apply(new EnrolmentOutcome.DuplicatesSuspected(others)));
        } finally {
            searchThenStore.unlock();
        }
    }

    private SearchResult searchOthers(EnrolmentOrder order, List<Impression.Usable> usable, Patience patience)
            throws InterruptedException {
        Gallery gallery = register.gallery();
        SearchRequest request = SearchRequest.of(
                        underAnyName(usable),
                        order.duplicateFpir().orElseThrow(),
                        DUPLICATES_MAX,
                        patience.leftForSearch("the search for duplicates"))
                .excluding(order.subjectId());
        SearchResult result = patience.whileWaitedFor(() -> meter.count(() -> gallery.search(request)));
        if (result.partial()) { // whoever was not searched may be the same person
            throw new GalleryIncompleteException(result.coverage());
        }
        return result;
    }

    /** Whoever enrols twice may call her thumb an index: duplicates are searched among all fingers. */
    private static List<FingerTemplate> underAnyName(List<Impression.Usable> usable) {
        return Impression.templatesOf(usable).stream()
                .map(finger -> new FingerTemplate(FingerPosition.UNKNOWN, finger.template()))
                .toList();
    }

    private byte[] stored(
            EnrolmentOrder order,
            List<Impression.Usable> usable,
            Function<EnrolmentOutcome, byte[]> answer,
            Patience patience)
            throws InterruptedException {
        byte[] response = answer.apply(new EnrolmentOutcome.Enrolled(usable));
        register.add(order.subjectId(), order.traits(), usable, order.request(), response, patience);
        return response;
    }

    private byte[] recorded(EnrolmentOrder order, byte[] response) {
        register.record(order.request(), response);
        return response;
    }
}

package id.sidik.eligibility.journey;

import id.sidik.eligibility.audit.AuditEvent;
import id.sidik.eligibility.audit.AuditEventType;
import id.sidik.eligibility.audit.AuditField;
import id.sidik.eligibility.matching.Matcher;
import id.sidik.eligibility.matching.MatcherUnavailableException;
import id.sidik.eligibility.matching.SampleRefusedException;
import id.sidik.eligibility.matching.Samples;
import id.sidik.eligibility.matching.SearchTerms;
import id.sidik.eligibility.report.EventBodies;
import id.sidik.eligibility.report.PresenceEvent;
import id.sidik.eligibility.report.SharedFingerEvent;
import id.sidik.eligibility.store.Transaction;
import id.sidik.wire.trust.Role;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Searches everybody after the answer, one search after the other, so that counters find the matcher free. First for fingers that were not
 * the member's: whose were they? Then, one in a run, for fingers that were: are they anybody else's as well? A gate alone does not see that
 * one finger answers for many members (NHIF Kenya), each of whom it was enrolled for.
 *
 * <p>Pictures wait in memory only; what comes while {@link #WAITING_MAX} of its sort wait is not searched for, and its event stays without a
 * presenter. So does what waits when the gate stops.
 */
public final class PresenterSearch {
    static final int WAITING_MAX = 256;

    private static final Logger LOG = LoggerFactory.getLogger(PresenterSearch.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /**
     * Nobody asked for these searches, and there is one for each who comes: at the rate of an enrolment they would name innocents every day.
     * Whoever answers for many is found the next time as well.
     */
    private static final double FPIR_MAX = 1e-4;

    /** No filter, since whoever shows another's finger is nobody that we know anything of. */
    private static final SearchTerms TERMS = SearchTerms.ofEverybody(FPIR_MAX, 10);

    private final Books books;
    private final Matcher matcher;
    private final BlockingQueue<Shown> strangers = new ArrayBlockingQueue<>(WAITING_MAX);
    private final BlockingQueue<Shown> recognised = new ArrayBlockingQueue<>(WAITING_MAX);

    /** A finger, and what it came to. */
    private record Shown(PresenceEvent event, Samples samples) {}

    public PresenterSearch(Books books, Matcher matcher) {
        this.books = books;
        this.matcher = matcher;
    }

    /** Takes note of a finger that was compared. */
    void later(PresenceEvent event, Samples samples) {
        boolean stranger = event.outcome() == PresenceEvent.Outcome.NOT_MATCHED;
        boolean waits = (stranger ? strangers : recognised).offer(new Shown(event, samples));
        if (!waits && stranger) {
            LOG.info("A finger is not searched for: {} wait already", WAITING_MAX);
        }
    }

    /** How many fingers wait. */
    public int waiting() {
        return strangers.size() + recognised.size();
    }

    /** Searches for all strangers who wait, and for one who was recognised. If the matcher does not answer, the rest waits on. */
    public void run() {
        while (next(strangers)) {
            // the next one
        }
        next(recognised);
    }

    /** Whether somebody waited and was searched for. */
    private boolean next(BlockingQueue<Shown> waiting) {
        Shown shown = waiting.peek();
        if (shown == null) {
            return false;
        }
        try {
            search(shown);
        } catch (MatcherUnavailableException e) {
            LOG.info("Fingers wait to be searched for until the matcher answers");
            return false;
        } catch (SampleRefusedException e) {
            LOG.info("A finger that was compared cannot be searched for");
        }
        waiting.poll();
        return true;
    }

    private void search(Shown shown) {
        PresenceEvent presence = shown.event();
        Optional<String> own = presence.presenter();
        List<String> others = matcher.identify(shown.samples(), TERMS, PATIENCE).candidates().stream()
                .map(candidate -> candidate.subject().value())
                .filter(found -> !own.filter(found::equals).isPresent())
                .toList();
        AuditEvent event = AuditEvent.of(AuditEventType.PRESENTER_SEARCHED, books.now(), Role.ELIGIBILITY.label())
                .with(AuditField.DECISION_ID, presence.eventId())
                .with(AuditField.CANDIDATE_COUNT, Integer.toString(others.size()));
        Transaction searched = Transaction.auditing(event);
        books.store().commit(others.isEmpty() ? searched : noting(searched, presence, others));
    }

    private static Transaction noting(Transaction searched, PresenceEvent presence, List<String> others) {
        return presence.presenter()
                .map(own -> searched.putting(
                        EventBodies.SHARED_FINGERS,
                        new SharedFingerEvent(presence.eventId(), presence.at(), presence.nid(), own, others)))
                .orElseGet(() -> searched.putting(EventBodies.PRESENCES, presence.withPresenter(others.getFirst())));
    }
}

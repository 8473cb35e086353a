package id.sidik.eligibility.journey;

import id.sidik.eligibility.audit.AuditEvent;
import id.sidik.eligibility.audit.AuditEventType;
import id.sidik.eligibility.audit.AuditField;
import id.sidik.eligibility.matching.Identification;
import id.sidik.eligibility.matching.MatchCandidate;
import id.sidik.eligibility.matching.Matcher;
import id.sidik.eligibility.matching.MatcherUnavailableException;
import id.sidik.eligibility.matching.SampleRefusedException;
import id.sidik.eligibility.matching.Samples;
import id.sidik.eligibility.report.EventBodies;
import id.sidik.eligibility.report.PresenceEvent;
import id.sidik.eligibility.store.Transaction;
import id.sidik.wire.trust.Role;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out, after the answer, whose finger it was that was not the member's: everybody is searched, one search after the other, so that
 * counters find the matcher free. Pictures wait in memory only; what comes while {@link #WAITING_MAX} wait is not searched for, and its
 * event stays without a presenter. So does what waits when the gate stops.
 */
public final class PresenterSearch {
    static final int WAITING_MAX = 256;

    private static final Logger LOG = LoggerFactory.getLogger(PresenterSearch.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** The matcher's own. */
    private static final double TARGET_FPIR = 0;

    private final Books books;
    private final Matcher matcher;
    private final BlockingQueue<Unknown> waiting = new ArrayBlockingQueue<>(WAITING_MAX);

    /** Somebody who said that she was somebody else. */
    private record Unknown(PresenceEvent event, Samples samples) {}

    public PresenterSearch(Books books, Matcher matcher) {
        this.books = books;
        this.matcher = matcher;
    }

    /** Takes note of a finger that was compared and was not the member's. */
    void later(PresenceEvent event, Samples samples) {
        if (!waiting.offer(new Unknown(event, samples))) {
            LOG.info("A finger is not searched for: {} wait already", WAITING_MAX);
        }
    }

    /** Searches for all that wait. If the matcher does not answer, the rest waits on. */
    public void run() {
        for (Unknown next = waiting.peek(); next != null; next = waiting.peek()) {
            try {
                search(next);
            } catch (MatcherUnavailableException e) {
                LOG.info("Fingers of strangers wait until the matcher answers");
                return;
            } catch (SampleRefusedException e) {
                LOG.info("A finger that was compared cannot be searched for");
            }
            waiting.remove(next);
        }
    }

    private void search(Unknown unknown) {
        Identification found = matcher.identify(unknown.samples(), TARGET_FPIR, 1, PATIENCE);
        AuditEvent event = AuditEvent.of(AuditEventType.PRESENTER_SEARCHED, books.now(), Role.ELIGIBILITY.label())
                .with(AuditField.DECISION_ID, unknown.event().eventId())
                .with(
                        AuditField.CANDIDATE_COUNT,
                        Integer.toString(found.candidates().size()));
        Transaction searched = Transaction.auditing(event);
        books.store()
                .commit(found.candidates().stream()
                        .findFirst()
                        .map(MatchCandidate::subject)
                        .map(subject -> searched.putting(
                                EventBodies.PRESENCES, unknown.event().withPresenter(subject.value())))
                        .orElse(searched));
    }
}

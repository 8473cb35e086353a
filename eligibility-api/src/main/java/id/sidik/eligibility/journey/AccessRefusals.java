package id.sidik.eligibility.journey;

import id.sidik.eligibility.access.Identity;
import id.sidik.eligibility.audit.AuditEvent;
import id.sidik.eligibility.audit.AuditEventType;
import id.sidik.eligibility.audit.AuditField;
import id.sidik.eligibility.store.StoreBusyException;
import id.sidik.eligibility.store.StoreStoppedException;
import id.sidik.eligibility.store.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down who was turned away from what, and not whom the call was about: that was never looked at.
 *
 * <p>Nobody may fill the log by knocking. After {@link #LEAVES_PER_WINDOW} in a {@link #WINDOW} refusals are counted, and the next leaf
 * says how many it stands for.
 */
public final class AccessRefusals {
    /** Leaves about refusals in one window. */
    static final int LEAVES_PER_WINDOW = 100;

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final Logger LOG = LoggerFactory.getLogger(AccessRefusals.class);
    private static final String NOBODY = "none";

    private final Books books;
    private Instant windowStart = Instant.EPOCH;
    private int leavesInWindow;
    private long unwritten;

    AccessRefusals(Books books) {
        this.books = books;
    }

    /**
     * Durable when it returns, unless there are too many. Never throws: a refusal stands even if it cannot be written.
     *
     * @param caller empty while nobody knows who it is
     * @param what the gRPC method or the route, without its parameters
     * @param reason the stable reason of the error
     */
    public void record(Optional<Identity> caller, String what, String reason) {
        long count = countForLeaf(books.now());
        if (count == 0) {
            return;
        }
        AuditEvent event = AuditEvent.of(
                        AuditEventType.ACCESS_REFUSED,
                        books.now(),
                        caller.map(known -> known.role().label()).orElse(NOBODY))
                .with(AuditField.OPERATION, what)
                .with(AuditField.ERROR_REASON, reason)
                .with(AuditField.COUNT, Long.toString(count));
        try {
            books.store().commit(Transaction.auditing(withPerson(event, caller)));
        } catch (StoreBusyException | StoreStoppedException e) {
            LOG.warn("A refusal of {} ({}) could not be written into the audit", what, reason, e);
        }
    }

    private static AuditEvent withPerson(AuditEvent event, Optional<Identity> caller) {
        return caller.flatMap(Identity::person)
                .map(person -> event.with(AuditField.PERSON, person))
                .orElse(event);
    }

    /** How many refusals a leaf written now stands for; none when there have been enough. */
    private synchronized long countForLeaf(Instant now) {
        if (!now.isBefore(windowStart.plus(WINDOW))) {
            windowStart = now;
            leavesInWindow = 0;
        }
        unwritten++;
        if (leavesInWindow >= LEAVES_PER_WINDOW) {
            return 0;
        }
        leavesInWindow++;
        long count = unwritten;
        unwritten = 0;
        return count;
    }
}

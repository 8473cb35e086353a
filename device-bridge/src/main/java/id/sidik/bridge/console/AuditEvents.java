package id.sidik.bridge.console;

import id.sidik.eligibility.v1.AuditEvent;
import id.sidik.eligibility.v1.EligibilityServiceGrpc.EligibilityServiceBlockingStub;
import id.sidik.eligibility.v1.ReadAuditRequest;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * Events of the audit log in their order, read as they are asked for, page by page. Each page is a call with its own deadline: a log of
 * millions takes longer than any call should.
 */
public final class AuditEvents implements Iterator<AuditEvent> {
    private static final int PAGE_EVENTS = 50_000;

    private final EligibilityServiceBlockingStub gate;
    private Iterator<AuditEvent> page = Collections.emptyIterator();
    private long next;
    private long left;
    private long missingFromPage;

    /**
     * Reads nothing yet.
     *
     * @param from the index of the first
     * @param limit at most so many; 0 for all that there are
     */
    public AuditEvents(EligibilityServiceBlockingStub gate, long from, long limit) {
        this.gate = gate;
        this.next = from;
        this.left = limit == 0 ? Long.MAX_VALUE : limit;
    }

    @Override
    public boolean hasNext() {
        if (page.hasNext()) {
            return true;
        }
        if (left == 0 || missingFromPage > 0) { // a page that is cut short is the last one
            return false;
        }
        missingFromPage = Math.min(PAGE_EVENTS, left);
        page = gate.withDeadlineAfter(Services.PATIENCE)
                .readAudit(ReadAuditRequest.newBuilder()
                        .setFromIndex(next)
                        .setLimit((int) missingFromPage)
                        .build());
        return page.hasNext();
    }

    @Override
    public AuditEvent next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        next++;
        left--;
        missingFromPage--;
        return page.next();
    }
}

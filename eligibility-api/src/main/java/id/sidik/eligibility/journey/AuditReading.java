package id.sidik.eligibility.journey;

import com.google.protobuf.ByteString;
import id.sidik.eligibility.audit.AuditLeaf;
import id.sidik.eligibility.store.EligibilityStore;
import id.sidik.eligibility.v1.AuditEvent;
import id.sidik.eligibility.v1.GetAuditHeadResponse;
import id.sidik.eligibility.v1.ReadAuditRequest;
import id.sidik.wire.proof.Checkpoint;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;

/** Shows the audit log to those who check it, and the keys that they check with. */
public final class AuditReading {
    private final Books books;

    public AuditReading(Books books) {
        this.books = books;
    }

    /** The log as it is now, signed, and the public keys. */
    public GetAuditHeadResponse head() {
        Checkpoint head = books.store().auditHead();
        return GetAuditHeadResponse.newBuilder()
                .setCheckpoint(books.keys().checkpoints().sign(head))
                .setVerifierKey(books.keys().checkpoints().verifierKey().text())
                .setReceiptPublicKeyPem(books.keys().receipts().publicKeyPem())
                .setSize(head.size())
                .build();
    }

    /**
     * Events in order up to the end of the log as it is now. A page is read when its first event is taken, so that a long log never
     * lies in memory.
     */
    public Iterator<AuditEvent> read(ReadAuditRequest request) {
        long end = end(request, books.store().auditHead().size());
        return LongStream.iterate(
                        request.getFromIndex(), index -> index < end, index -> index + EligibilityStore.AUDIT_PAGE_MAX)
                .mapToObj(index -> page(index, end))
                .flatMap(List::stream)
                .map(AuditReading::event)
                .iterator();
    }

    private List<AuditLeaf> page(long index, long end) {
        return books.store().readAudit(index, (int) Math.min(EligibilityStore.AUDIT_PAGE_MAX, end - index));
    }

    private static long end(ReadAuditRequest request, long size) {
        long from = request.getFromIndex();
        if (from < 0 || from > size) {
            throw RequestRefusedException.invalid(
                    "INDEX_INVALID", "from_index must be 0 to the size of the log, " + size);
        }
        long limit = Integer.toUnsignedLong(request.getLimit());
        return limit == 0 ? size : Math.min(size, from + limit);
    }

    private static AuditEvent event(AuditLeaf leaf) {
        return AuditEvent.newBuilder()
                .setIndex(leaf.index())
                .setLeafHash(ByteString.copyFrom(leaf.hash()))
                .setContent(ByteString.copyFrom(leaf.content()))
                .build();
    }
}

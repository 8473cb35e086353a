package id.sidik.eligibility.store;

import id.sidik.eligibility.audit.AuditLeaf;
import id.sidik.eligibility.audit.TreeHead;
import id.sidik.eligibility.contribution.Contribution;
import id.sidik.eligibility.keys.KeyRing;
import id.sidik.eligibility.member.AdjudicationCase;
import id.sidik.eligibility.member.Member;
import id.sidik.eligibility.member.SubjectId;
import id.sidik.eligibility.nid.Nid;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The books. Reads may come from any thread; writes queue up for one writer, which syncs many of them at once.
 *
 * <p>Every method may throw {@link CorruptRecordException}, and {@link StoreStoppedException} once the store is closed.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class EligibilityStore implements AutoCloseable {
    /** The most leaves that one read returns. */
    public static final int AUDIT_PAGE_MAX = 1000;

    /** The most cases that one read returns. */
    public static final int CASE_PAGE_MAX = 200;

    private EligibilityStore() {}

    /**
     * Opens the books, or begins new ones where there are none, and checks the whole audit log against its head.
     *
     * @param folder of this process; the database, the head file and nothing else are read and written there
     * @throws StoreRefusedException if what lies there is damaged, cut short, or locked by another process
     */
    public static EligibilityStore open(Path folder, KeyRing keys) {
        throw new UnsupportedOperationException();
    }

    /** Carries out a transaction; when it returns {@link CommitResult.Committed}, a power cut cannot undo it. */
    public CommitResult commit(Transaction transaction) {
        throw new UnsupportedOperationException();
    }

    public Optional<Member> findMember(Nid nid) {
        throw new UnsupportedOperationException();
    }

    public Optional<Member> findMember(SubjectId subject) {
        throw new UnsupportedOperationException();
    }

    /** All payments of a member, by programme and then by month. */
    public List<Contribution> contributionsOf(Nid nid) {
        throw new UnsupportedOperationException();
    }

    public Optional<StoredDecision> findDecision(String decisionId) {
        throw new UnsupportedOperationException();
    }

    public Optional<StoredAnswer> findAnswer(String idempotencyKey) {
        throw new UnsupportedOperationException();
    }

    /**
     * Cases, oldest first.
     *
     * @param after the id of the last case of the page before; empty for the first page
     */
    public List<AdjudicationCase> cases(Optional<String> after, int limit) {
        throw new UnsupportedOperationException();
    }

    /** The head of the audit log: everything in it is durable. */
    public TreeHead auditHead() {
        throw new UnsupportedOperationException();
    }

    /** Leaves in order from an index on; fewer than asked for only at the end of the log. */
    public List<AuditLeaf> readAudit(long fromIndex, int limit) {
        throw new UnsupportedOperationException();
    }

    /** Whether the writer still writes. Once false, it stays so: leave the service and restart. */
    public boolean writable() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}

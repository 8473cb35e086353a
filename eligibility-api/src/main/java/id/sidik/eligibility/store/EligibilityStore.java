package id.sidik.eligibility.store;

import id.sidik.eligibility.audit.AuditLeaf;
import id.sidik.eligibility.contribution.Contribution;
import id.sidik.eligibility.contribution.ContributionBody;
import id.sidik.eligibility.keys.KeyRing;
import id.sidik.eligibility.member.Member;
import id.sidik.eligibility.member.MemberBody;
import id.sidik.eligibility.member.SubjectId;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.records.CorruptRecordException;
import id.sidik.eligibility.records.Page;
import id.sidik.eligibility.records.RecordIndex;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.records.RecordKind;
import id.sidik.wire.proof.Checkpoint;
import id.sidik.wire.proof.MerkleFrontier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The books. Reads may come from any thread; writes queue up for one writer, which syncs many of them at once.
 *
 * <p>Every method may throw {@link CorruptRecordException}, and {@link StoreStoppedException} once the store is closed.
 */
public final class EligibilityStore implements AutoCloseable {
    /** The most leaves that one read returns. */
    public static final int AUDIT_PAGE_MAX = 1000;

    /** {@link View#PAGE_MAX} */
    public static final int PAGE_MAX = View.PAGE_MAX;

    /** The most payments of one member: every month of six programmes for a century is 7,200. */
    static final int CONTRIBUTIONS_MAX = 20_000;

    static final String DATABASE_FOLDER = "db";
    /** The signed head of the audit log, outside the database. */
    public static final String HEAD_FILE = "audit-head";

    private final Engine engine;
    private final Records records;
    private final View latest;
    private final BatchWriter writer;

    private EligibilityStore(Engine engine, Records records, BatchWriter writer) {
        this.engine = engine;
        this.records = records;
        this.latest = new View(engine, records);
        this.writer = writer;
    }

    /** Whether there are books in the folder, or anything left of them: then their keys must not be made anew. */
    public static boolean booksExist(Path folder) {
        return Files.exists(folder.resolve(HEAD_FILE))
                || Files.exists(folder.resolve(DATABASE_FOLDER).resolve(RocksEngine.CURRENT_FILE));
    }

    /** As {@link #open(Path, KeyRing, List, long)}, without a reserve. */
    public static EligibilityStore open(Path folder, KeyRing keys, List<RecordKind<?>> kinds) {
        return open(folder, keys, kinds, 0);
    }

    /**
     * Opens the books, or begins new ones where there are none, and checks the whole audit log against its heads.
     *
     * @param folder of this process; the database {@code db} and the file {@code audit-head} are in it
     * @param kinds every kind of record that is kept in them
     * @param diskReserveBytes that transactions may not use: with less left on the disk they are refused
     * @throws StoreRefusedException if what lies there is damaged, cut short, or held by another process
     */
    public static EligibilityStore open(Path folder, KeyRing keys, List<RecordKind<?>> kinds, long diskReserveBytes) {
        HeadFile headFile = new HeadFile(folder.resolve(HEAD_FILE), keys.checkpoints());
        Optional<Checkpoint> outside = headFile.read();
        Engine engine = RocksEngine.open(databaseFolder(folder), Table.all(kinds), outside.isEmpty());
        try {
            RecordCipher cipher = new RecordCipher(keys.records());
            Records records = new Records(keys.nidHasher(), cipher);
            String origin = keys.checkpoints().verifierKey().name();
            MerkleFrontier tree = new AuditCheck(engine, cipher, origin).rebuild(records.head(engine), outside);
            new Indexes(engine, records).complete(kinds);
            headFile.write(Checkpoint.of(origin, tree));
            DiskRoom room = DiskRoom.of(folder, diskReserveBytes);
            return new EligibilityStore(
                    engine, records, new BatchWriter(engine, records, headFile, origin, tree, room));
        } catch (IOException e) {
            engine.close();
            throw new StoreRefusedException("the books in " + folder + " cannot be written: free or mend the disk", e);
        } catch (CorruptRecordException e) {
            engine.close();
            throw new StoreRefusedException("the audit log does not read: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            engine.close();
            throw e;
        }
    }

    private static Path databaseFolder(Path folder) {
        try {
            return Files.createDirectories(folder.resolve(DATABASE_FOLDER));
        } catch (IOException e) {
            throw new StoreRefusedException("no database folder can be made in " + folder, e);
        }
    }

    /**
     * Carries out a transaction; when this returns {@link CommitResult.Committed}, a power cut cannot undo it.
     *
     * @throws StoreBusyException if too many wait already; nothing happened
     * @throws StoreFullException if the disk is full; whether it happened is known when the same is asked again
     * @throws StoreStoppedException if the disk refused; whether it happened is unknown until the process restarts
     */
    public CommitResult commit(Transaction transaction) {
        return writer.commit(transaction);
    }

    /** {@link View#find(RecordKind, RecordKey)} as of now. */
    public <T> Optional<T> find(RecordKind<T> kind, RecordKey key) {
        return latest.find(kind, key);
    }

    /** {@link View#find(RecordKind, RecordIndex, RecordKey)} as of now. */
    public <T> Optional<T> find(RecordKind<T> kind, RecordIndex<T> index, RecordKey key) {
        return asOfNow(view -> view.find(kind, index, key));
    }

    /** {@link View#page(RecordKind, RecordKey, Optional, int)} as of now. */
    public <T> Page<T> page(RecordKind<T> kind, RecordKey prefix, Optional<String> token, int limit) {
        return latest.page(kind, prefix, token, limit);
    }

    /** {@link View#page(RecordKind, RecordIndex, RecordKey, Optional, int)} as of now. */
    public <T> Page<T> page(
            RecordKind<T> kind, RecordIndex<T> index, RecordKey prefix, Optional<String> token, int limit) {
        return asOfNow(view -> view.page(kind, index, prefix, token, limit));
    }

    /** {@link View#list(RecordKind, RecordKey, int)} as of now. */
    public <T> List<T> list(RecordKind<T> kind, RecordKey prefix, int max) {
        return latest.list(kind, prefix, max);
    }

    /** {@link View#visit(RecordKind, RecordKey, Predicate)} as of now. */
    public <T> void visit(RecordKind<T> kind, RecordKey prefix, Predicate<T> visitor) {
        latest.visit(kind, prefix, visitor);
    }

    /** What a reader finds if nothing changes while it reads: totals over many kinds agree with one another. Closing waits for it. */
    public <T> T asOfNow(Function<View, T> reader) {
        return engine.asOfNow(reading -> reader.apply(new View(reading, records)));
    }

    /** The member with this NID. */
    public Optional<Member> findMember(Nid nid) {
        return find(MemberBody.KIND, RecordKey.of(nid));
    }

    /** The member whom the matcher calls so. */
    public Optional<Member> findMember(SubjectId subject) {
        return find(MemberBody.KIND, MemberBody.BY_SUBJECT, RecordKey.of(subject.value()));
    }

    /** All payments of a member, by programme and then by month. */
    public List<Contribution> contributionsOf(Nid nid) {
        return list(ContributionBody.KIND, RecordKey.of(nid), CONTRIBUTIONS_MAX);
    }

    /** What was answered under this key, whatever the request was: see {@link Answer#answers}. */
    public Optional<StoredAnswer> findAnswer(String idempotencyKey) {
        return latest.find(AnswerBody.KIND, RecordKey.of(idempotencyKey));
    }

    /** The head of the audit log: everything in it is durable. */
    public Checkpoint auditHead() {
        return writer.head();
    }

    /**
     * Leaves in order from an index on; fewer than asked for only at the end of the log.
     *
     * @param limit 1 to {@link #AUDIT_PAGE_MAX}
     */
    public List<AuditLeaf> readAudit(long fromIndex, int limit) {
        requireLimit(limit, AUDIT_PAGE_MAX);
        List<AuditLeaf> leaves = new ArrayList<>();
        engine.scan(Table.AUDIT, new byte[0], Records.leafKey(fromIndex), (key, record) -> {
            leaves.add(new AuditLeaf(ByteBuffer.wrap(key).getLong(), records.leaf(key, record)));
            return leaves.size() < limit;
        });
        return List.copyOf(leaves);
    }

    /**
     * Copies the books, with nothing of their keys, while they are read and written: {@code db} and {@code audit-head}, which is the head of
     * exactly the leaves in the copy. Everything that was acknowledged before this call is in it, and every transaction is in it wholly or
     * not at all. Writing waits for a flush; files that do not change are shared with the copy.
     *
     * @param folder that is there and empty, on the disk of the books
     * @throws UncheckedIOException if the disk refused the copy; the books go on
     */
    public Checkpoint copyTo(Path folder) {
        return writer.copyTo(folder);
    }

    /** How often the disk was synced since the start, for measurements: many transactions share one. */
    public long syncs() {
        return writer.syncs();
    }

    /** Whether a transaction would be written now. False while the disk is full, and for good once it has refused for another reason. */
    public boolean writable() {
        return writer.writes();
    }

    @Override
    public void close() {
        writer.close();
        engine.close();
    }

    private static void requireLimit(int limit, int max) {
        if (limit < 1 || limit > max) {
            throw new IllegalArgumentException("a page has 1 to " + max + " entries, not " + limit);
        }
    }
}

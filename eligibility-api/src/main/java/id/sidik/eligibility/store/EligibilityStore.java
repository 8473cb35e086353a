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
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.records.RecordKind;
import id.sidik.wire.proof.Checkpoint;
import id.sidik.wire.proof.MerkleFrontier;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * The books. Reads may come from any thread; writes queue up for one writer, which syncs many of them at once.
 *
 * <p>Every method may throw {@link CorruptRecordException}, and {@link StoreStoppedException} once the store is closed.
 */
public final class EligibilityStore implements AutoCloseable {
    /** The most leaves that one read returns. */
    public static final int AUDIT_PAGE_MAX = 1000;

    /** The most records that one page has. */
    public static final int PAGE_MAX = 200;

    /** The most payments of one member: every month of six programmes for a century is 7,200. */
    static final int CONTRIBUTIONS_MAX = 20_000;

    private static final String DATABASE_FOLDER = "db";
    private static final String HEAD_FILE = "audit-head";
    private static final String ROCKSDB_CURRENT_FILE = "CURRENT";

    private final Database database;
    private final Records records;
    private final BatchWriter writer;

    private EligibilityStore(Database database, Records records, BatchWriter writer) {
        this.database = database;
        this.records = records;
        this.writer = writer;
    }

    /** Whether there are books in the folder, or anything left of them: then their keys must not be made anew. */
    public static boolean booksExist(Path folder) {
        return Files.exists(folder.resolve(HEAD_FILE))
                || Files.exists(folder.resolve(DATABASE_FOLDER).resolve(ROCKSDB_CURRENT_FILE));
    }

    /**
     * Opens the books, or begins new ones where there are none, and checks the whole audit log against its heads.
     *
     * @param folder of this process; the database {@code db} and the file {@code audit-head} are in it
     * @param kinds every kind of record that is kept in them
     * @throws StoreRefusedException if what lies there is damaged, cut short, or held by another process
     */
    public static EligibilityStore open(Path folder, KeyRing keys, List<RecordKind<?>> kinds) {
        HeadFile headFile = new HeadFile(folder.resolve(HEAD_FILE), keys.checkpoints());
        Optional<Checkpoint> outside = headFile.read();
        Database database = Database.open(databaseFolder(folder), Table.all(kinds), outside.isEmpty());
        try {
            RecordCipher cipher = new RecordCipher(keys.records());
            Records records = new Records(keys.nidHasher(), cipher);
            String origin = keys.checkpoints().verifierKey().name();
            MerkleFrontier tree =
                    new AuditCheck(database, cipher, origin).rebuild(records.head(database::get), outside);
            headFile.write(Checkpoint.of(origin, tree));
            return new EligibilityStore(database, records, new BatchWriter(database, records, headFile, origin, tree));
        } catch (IOException e) {
            database.close();
            throw new StoreRefusedException("the head of the audit log cannot be written into " + folder, e);
        } catch (CorruptRecordException e) {
            database.close();
            throw new StoreRefusedException("the audit log does not read: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            database.close();
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
     * @throws StoreStoppedException if the disk refused; whether it happened is unknown until the process restarts
     */
    public CommitResult commit(Transaction transaction) {
        return writer.commit(transaction);
    }

    /** The record of a kind with this key. */
    public <T> Optional<T> find(RecordKind<T> kind, RecordKey key) {
        return records.find(database::get, kind, key);
    }

    /**
     * One page of the records of a kind whose keys begin with a prefix, in the order of keys.
     *
     * @param prefix {@link RecordKey#ANY} for all of them
     * @param token of the page before; empty for the first page
     * @param limit 1 to {@link #PAGE_MAX}
     * @throws IllegalArgumentException if the token is not one of ours for this prefix, or the limit out of bounds
     */
    public <T> Page<T> page(RecordKind<T> kind, RecordKey prefix, Optional<String> token, int limit) {
        requireLimit(limit, PAGE_MAX);
        byte[] begins = records.prefix(prefix);
        byte[] from = token.map(HexFormat.of()::parseHex).orElse(begins);
        if (!startsWith(from, begins)) {
            throw new IllegalArgumentException("a page token of another list");
        }
        List<T> entries = new ArrayList<>();
        List<byte[]> next = new ArrayList<>();
        scan(kind, begins, from, (key, record) -> {
            if (entries.size() == limit) {
                next.add(key);
                return false;
            }
            return entries.add(record);
        });
        return new Page<>(entries, next.stream().findFirst().map(HexFormat.of()::formatHex));
    }

    /**
     * All records of a kind whose keys begin with a prefix, in the order of keys.
     *
     * @param max the most that there can be
     * @throws IllegalStateException if there are more
     */
    public <T> List<T> list(RecordKind<T> kind, RecordKey prefix, int max) {
        List<T> entries = new ArrayList<>();
        visit(kind, prefix, record -> {
            if (entries.size() == max) {
                throw new IllegalStateException("more than " + max + " of " + kind + " begin with " + prefix
                        + ": look for a channel that repeats itself");
            }
            return entries.add(record);
        });
        return List.copyOf(entries);
    }

    /**
     * Walks through the records of a kind whose keys begin with a prefix, in the order of keys, as they are at this moment: what is
     * written meanwhile is not seen. For reports; closing waits for it.
     *
     * @param visitor says whether to go on
     */
    public <T> void visit(RecordKind<T> kind, RecordKey prefix, Predicate<T> visitor) {
        byte[] begins = records.prefix(prefix);
        scan(kind, begins, begins, (_, record) -> visitor.test(record));
    }

    private <T> void scan(RecordKind<T> kind, byte[] prefix, byte[] from, BiPredicate<byte[], T> visitor) {
        database.scan(
                Table.of(kind),
                from,
                (key, record) -> startsWith(key, prefix) && visitor.test(key, records.read(kind, key, record)));
    }

    private static boolean startsWith(byte[] key, byte[] prefix) {
        return key.length >= prefix.length && Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length);
    }

    /** The member with this NID. */
    public Optional<Member> findMember(Nid nid) {
        return find(MemberBody.KIND, RecordKey.of(nid));
    }

    /** The member whom the matcher calls so. */
    public Optional<Member> findMember(SubjectId subject) {
        return records.member(database::get, subject);
    }

    /** All payments of a member, by programme and then by month. */
    public List<Contribution> contributionsOf(Nid nid) {
        return list(ContributionBody.KIND, RecordKey.of(nid), CONTRIBUTIONS_MAX);
    }

    /** What was answered under this key, whatever the request was: see {@link Answer#answers}. */
    public Optional<StoredAnswer> findAnswer(String idempotencyKey) {
        return find(AnswerBody.KIND, RecordKey.of(idempotencyKey));
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
        database.scan(Table.AUDIT, Records.leafKey(fromIndex), (key, record) -> {
            leaves.add(new AuditLeaf(ByteBuffer.wrap(key).getLong(), records.leaf(key, record)));
            return leaves.size() < limit;
        });
        return List.copyOf(leaves);
    }

    /** Whether the writer still writes. Once false, it stays so: leave the service and restart. */
    public boolean writable() {
        return writer.running();
    }

    @Override
    public void close() {
        writer.close();
        database.close();
    }

    private static void requireLimit(int limit, int max) {
        if (limit < 1 || limit > max) {
            throw new IllegalArgumentException("a page has 1 to " + max + " entries, not " + limit);
        }
    }
}

package id.sidik.eligibility.transparency;

import id.sidik.eligibility.audit.AuditLeaf;
import id.sidik.eligibility.audit.CheckpointSigner;
import id.sidik.eligibility.store.EligibilityStore;
import id.sidik.wire.proof.Checkpoint;
import id.sidik.wire.proof.MerkleHash;
import id.sidik.wire.proof.MerkleProof;
import id.sidik.wire.proof.ProofRefusedException;
import id.sidik.wire.proof.SignedNote;
import id.sidik.wire.tlog.LogProof;
import id.sidik.wire.tlog.Tile;
import id.sidik.wire.tlog.TileCheck;
import id.sidik.wire.tlog.TileFolder;
import id.sidik.wire.tlog.TileMissingException;
import id.sidik.wire.tlog.TiledTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log's tiles, which follow the books: events are durable in the books first, then come into tiles, then a head over them is
 * published. So tiles may lag behind and are never ahead; whatever a crash leaves of them is made anew from the books, which are
 * the truth. A proof reads O(log size) tiles and is checked before it leaves.
 *
 * <pre>
 * tile/..., growing/...   see {@link TileFolder}
 * published               the head over all synced tiles, signed
 * witnessed               the newest head with as many cosignatures as are asked for
 * </pre>
 */
public final class PublishedLog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PublishedLog.class);

    private final EligibilityStore store;
    private final CheckpointSigner signer;
    private final TileFolder tiles;
    private final TileCheck check;
    private final NoteFile publishedFile;
    private final NoteFile witnessedFile;
    private volatile String published;
    private volatile Optional<String> witnessed;

    private PublishedLog(Path folder, EligibilityStore store, CheckpointSigner signer) throws IOException {
        this.store = store;
        this.signer = signer;
        this.publishedFile = new NoteFile(folder.resolve("published"));
        this.witnessedFile = new NoteFile(folder.resolve("witnessed"));
        this.published = publishedFile.read().orElseGet(() -> signer.sign(emptyHead(signer)));
        this.witnessed = witnessedFile.read();
        this.tiles = TileFolder.open(folder, requireInBooks(published));
        this.check = new TileCheck(tiles, this::entries);
        witnessed.ifPresent(this::requireInBooks);
    }

    /**
     * Opens the tiles and completes them.
     *
     * @throws LogRefusedException if a head was published, or witnessed, that the books do not go on from
     */
    public static PublishedLog open(Path folder, EligibilityStore store, CheckpointSigner signer) {
        try {
            Files.createDirectories(folder);
            PublishedLog log = new PublishedLog(folder, store, signer);
            log.requireSameHistory();
            log.catchUp();
            return log;
        } catch (IOException e) {
            throw new LogRefusedException("the published log in " + folder + " cannot be read or written", e);
        } catch (ProofRefusedException e) {
            throw new LogRefusedException(
                    "a head in " + folder + " is not one that we signed (" + e.getMessage()
                            + "): restore it from a backup",
                    e);
        }
    }

    /**
     * Brings all that is in the books into tiles and publishes the head over them. Its work is what came since the last time.
     *
     * @throws UncheckedIOException if the disk refuses; what was published stays as it was
     */
    public synchronized Checkpoint catchUp() {
        Checkpoint head = store.auditHead();
        if (head.size() == head(published).size()) {
            return head;
        }
        try {
            while (tiles.appended() < head.size()) {
                int count = (int) Math.min(EligibilityStore.AUDIT_PAGE_MAX, head.size() - tiles.appended());
                for (AuditLeaf leaf : store.readAudit(tiles.appended(), count)) {
                    tiles.append(leaf.content());
                }
            }
            tiles.sync();
            requireRoot(head);
            String note = signer.sign(head);
            publishedFile.write(note);
            published = note;
            return head;
        } catch (IOException e) {
            throw new UncheckedIOException("the tiles of the audit log cannot be written", e);
        }
    }

    /** What the log shows: the newest witnessed head where there is one, else the newest. */
    public String checkpoint() {
        return witnessed.orElse(published);
    }

    /** The newest head, witnessed or not. */
    String newest() {
        return published;
    }

    /** Shows a head with its cosignatures from now on. */
    void witnessed(String note) throws IOException {
        witnessedFile.write(note);
        witnessed = Optional.of(note);
    }

    /**
     * One tile; a damaged one is made anew first.
     *
     * @throws TileMissingException if the log has not grown so far
     */
    public byte[] tile(Tile tile) {
        try {
            return tiles.read(tile);
        } catch (TileMissingException e) {
            if (!tile.within(tiles.size())) {
                throw e;
            }
            mend(Set.of(tile));
            return tiles.read(tile);
        }
    }

    /**
     * A proof that an event is in the log; its extra is the event. It leads to the witnessed head if that has the event, else to the
     * newest.
     *
     * @param index below the size of the books
     */
    public LogProof proof(long index) {
        if (index >= head(published).size()) {
            var _ = catchUp();
        }
        String note = witnessed.filter(seen -> head(seen).size() > index).orElse(published);
        Checkpoint head = head(note);
        byte[] entry = entries(index, 1).getFirst();
        List<byte[]> path = trusted(
                head,
                tree -> tree.inclusionPath(index),
                hashes -> MerkleProof.includes(index, head.size(), MerkleHash.leaf(entry), hashes, head.rootHash()));
        return new LogProof(
                index,
                Optional.of(Base64.getEncoder().encodeToString(entry)),
                path.stream().map(MerkleHash::text).toList(),
                note);
    }

    /** That a head goes on from an older one, for a witness. */
    List<byte[]> consistency(long oldSize, Checkpoint head) {
        if (oldSize == 0) {
            return List.of();
        }
        return trusted(
                head,
                tree -> tree.consistencyProof(oldSize),
                hashes -> MerkleProof.consistent(
                        oldSize, head.size(), new TiledTree(tiles, oldSize).root(), head.rootHash(), hashes));
    }

    /** Checks all tiles against the books, bundle by bundle so that the log goes on growing, and makes damaged ones anew. */
    public void checkTiles() {
        long found = 0;
        for (long index = 0; index < check.bundles(); index++) {
            found += checkBundle(index);
        }
        found += checkUpperLevels();
        LOG.info(
                "Checked {} bundles of the published log and what is above them: {} tiles made anew",
                check.bundles(),
                found);
    }

    private synchronized int checkBundle(long index) {
        try {
            return told(check.checkBundle(index));
        } catch (IOException e) {
            throw new UncheckedIOException("a damaged tile cannot be written anew", e);
        }
    }

    private synchronized int checkUpperLevels() {
        try {
            return told(check.checkUpperLevels());
        } catch (IOException e) {
            throw new UncheckedIOException("a damaged tile cannot be written anew", e);
        }
    }

    private static int told(List<Tile> damaged) {
        damaged.forEach(tile -> LOG.warn("{} of the published log was damaged, and was made anew", tile.path()));
        return damaged.size();
    }

    /** How a proof is computed, and how it is held against the head. */
    private interface Question {
        List<byte[]> ask(TiledTree tree);
    }

    private interface Answer {
        boolean holds(List<byte[]> hashes);
    }

    /**
     * A proof that holds. If the first does not, one of its tiles is damaged: those are checked, and if that does not help, all; neither
     * happens while the disk is whole.
     */
    private List<byte[]> trusted(Checkpoint head, Question question, Answer answer) {
        for (int attempt = 0; attempt < 3; attempt++) {
            TiledTree tree = new TiledTree(tiles, head.size());
            try {
                List<byte[]> hashes = question.ask(tree);
                if (answer.holds(hashes)) {
                    return hashes;
                }
            } catch (TileMissingException e) {
                LOG.warn("A proof needs a tile that does not read: {}", e.getMessage());
            }
            if (attempt > 0) {
                checkTiles();
            } else {
                mend(tree.asked());
            }
        }
        throw new IllegalStateException(
                "a proof for the head at " + head.size() + " does not hold, with all tiles whole");
    }

    private synchronized void mend(Set<Tile> suspects) {
        List<Tile> lowestFirst =
                suspects.stream().sorted(Comparator.comparingInt(Tile::level)).toList();
        for (Tile suspect : lowestFirst) {
            try {
                var _ = told(check.check(suspect));
            } catch (IOException e) {
                throw new UncheckedIOException("a damaged tile cannot be written anew", e);
            }
        }
    }

    private void requireRoot(Checkpoint head) {
        if (!rootIs(head)) {
            checkTiles();
            if (!rootIs(head)) {
                throw new LogRefusedException(
                        "the tiles give another root over " + head.size() + " events than the books");
            }
        }
    }

    /** At start: tiles that a crash damaged are made anew; a head that was published is what the books begin with. */
    private void requireSameHistory() {
        Checkpoint head = head(published);
        if (!rootIs(head)) {
            checkTiles();
            if (!rootIs(head)) {
                throw new LogRefusedException("the books do not begin with the " + head.size()
                        + " events that were published: somebody changed them. Restore them from a backup");
            }
        }
        witnessed.map(this::head).filter(seen -> !rootIs(seen)).ifPresent(seen -> {
            throw new LogRefusedException("the books do not begin with the " + seen.size()
                    + " events that were witnessed: somebody changed them. Restore them from a backup");
        });
    }

    private boolean rootIs(Checkpoint head) {
        try {
            return MessageDigest.isEqual(new TiledTree(tiles, head.size()).root(), head.rootHash());
        } catch (TileMissingException damaged) {
            return false;
        }
    }

    /** The size of a head that the books must have. */
    private long requireInBooks(String note) {
        long size = signer.open(note).size();
        if (size > store.auditHead().size()) {
            throw new LogRefusedException("a head over " + size + " events was published, and the books have "
                    + store.auditHead().size() + ": restore them from a backup that has all");
        }
        return size;
    }

    private List<byte[]> entries(long from, int count) {
        List<byte[]> entries =
                store.readAudit(from, count).stream().map(AuditLeaf::content).toList();
        if (entries.size() != count) {
            throw new IllegalStateException("the books have no " + count + " events from " + from + " on");
        }
        return entries;
    }

    private Checkpoint head(String note) {
        return Checkpoint.read(SignedNote.text(note));
    }

    private static Checkpoint emptyHead(CheckpointSigner signer) {
        return new Checkpoint(signer.verifierKey().name(), 0, MerkleHash.text(MerkleHash.emptyRoot()));
    }

    @Override
    public synchronized void close() {
        try {
            tiles.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the tiles of the audit log do not close", e);
        }
    }
}

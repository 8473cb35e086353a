package id.sidik.bridge.journal;

import id.sidik.bridge.offline.OfflineRules;
import id.sidik.bridge.offline.PastCheck;
import id.sidik.bridge.vault.SealBrokenException;
import id.sidik.bridge.vault.Vault;
import id.sidik.wire.files.DurableFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Answers that were given without a network, in one encrypted file that only grows until the gate has them. What {@link #append} returned
 * from is on the disk. Answers that the gate has are kept for a day without number and templates, because they bound what comes; then the
 * file is written anew, and takes the old one's name when it is whole. Safe for many threads.
 */
public final class Journal implements AutoCloseable {
    /** Answers that the gate has not seen. More would fill memory, and no site may be alone for so long. */
    public static final int WAITING_MAX = 5_000;

    private static final String FILE = "journal";
    private static final long FILE_BYTES_MAX = Integer.MAX_VALUE - 16L;

    private final Path folder;
    private final Vault vault;
    private final FileChannel lockFile;
    private final Map<String, JournalEntry> byCapture = new LinkedHashMap<>();
    private final List<JournalEntry> waiting = new ArrayList<>();
    private JournalHead head;
    private FileChannel file;
    private long end;
    private int frames;
    private byte[] lastHash;
    private boolean broken;
    private final int cutBytes;

    private Journal(Path folder, Vault vault, RandomGenerator random, FileChannel lockFile) throws IOException {
        this.folder = folder;
        this.vault = vault;
        this.lockFile = lockFile;
        if (!exists(folder)) {
            byte[] id = new byte[JournalHead.ID_BYTES];
            random.nextBytes(id);
            writeAnew(JournalHead.first(id), List.of());
        }
        byte[] bytes = read(folder.resolve(FILE));
        FrameLayout.Frames found = FrameLayout.decode(bytes);
        head = head(found);
        lastHash = head.hash();
        frames = 1;
        for (FrameLayout.Frame frame : found.whole().subList(1, found.whole().size())) {
            take(entry(frame, frames));
            frames++;
        }
        file = FileChannel.open(folder.resolve(FILE), StandardOpenOption.WRITE);
        end = found.end();
        cutBytes = bytes.length - found.end();
        cut();
    }

    /** Whether there is a journal in the folder. */
    public static boolean exists(Path folder) {
        return Files.exists(folder.resolve(FILE));
    }

    /**
     * Goes on with the journal in the folder, or begins one.
     *
     * @param folder is there
     * @param random cryptographically strong, for the name of a new journal
     * @throws JournalDamagedException when something else is wrong with it than an entry that was being written
     * @throws JournalFailedException when the disk refuses, or another process has it open
     */
    public static Journal open(Path folder, Vault vault, RandomGenerator random) {
        FileChannel lock = null;
        try {
            lock = FileChannel.open(
                    folder.resolve(FILE + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock held = lock.tryLock();
            if (held == null) {
                throw new IOException("another process has it open");
            }
            return new Journal(folder, vault, random, lock);
        } catch (IOException e) {
            closeQuietly(lock);
            throw new JournalFailedException("the journal in " + folder + " cannot be opened: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            closeQuietly(lock);
            throw e;
        }
    }

    /** What the gate knows this journal by. */
    public String id() {
        return head.id();
    }

    /** Bytes of an entry that was being written when the process ended, and that nobody was told of. */
    public int cutBytes() {
        return cutBytes;
    }

    /** The number of the next entry. */
    public synchronized long nextSequence() {
        return head.nextSequence() + waiting.size();
    }

    /** SHA-256 of what is sent of the entry before the next; zeros before the first. */
    public synchronized byte[] previousHash() {
        return lastHash.clone();
    }

    /** The answer that was given to this capture, if it is not too long ago. */
    public synchronized Optional<JournalEntry> find(String captureId) {
        return Optional.ofNullable(byCapture.get(captureId));
    }

    /** All answers that may bound the next. */
    public synchronized List<PastCheck> past() {
        return byCapture.values().stream().map(JournalEntry::past).toList();
    }

    /** Answers that the gate has not seen, in their order. */
    public synchronized List<JournalEntry> waiting(int max) {
        return List.copyOf(waiting.subList(0, Math.min(max, waiting.size())));
    }

    public synchronized int waitingCount() {
        return waiting.size();
    }

    /** Whether an answer could be taken. */
    public synchronized boolean takes() {
        return !broken && waiting.size() < WAITING_MAX;
    }

    /**
     * Writes an answer down. It may be told when this returns.
     *
     * @param entry the next in the sequence, for a capture that is not here
     * @throws JournalFailedException when it is not certain that it is on the disk
     */
    public synchronized void append(JournalEntry entry) {
        if (entry.sequence() != nextSequence() || entry.upload().isNone() || byCapture.containsKey(entry.captureId())) {
            throw new IllegalArgumentException("entry " + nextSequence() + " comes next, with something to send, once");
        }
        if (!takes()) {
            throw new JournalFailedException("the journal takes nothing more");
        }
        byte[] frame = FrameLayout.encode(FrameLayout.ENTRY, vault.seal(EntryLayout.encode(entry), head.place(frames)));
        write(frame);
        end += frame.length;
        frames++;
        take(entry);
    }

    private void write(byte[] frame) {
        try {
            file.position(end);
            DurableFiles.writeWhole(file, ByteBuffer.wrap(frame));
        } catch (IOException e) {
            cutAfterFailure();
            throw new JournalFailedException("an answer could not be written down: " + e.getMessage(), e);
        }
        try {
            file.force(true);
        } catch (IOException e) {
            broken = true; // what is on the disk nobody knows, and a second sync would say that all is well
            throw new JournalFailedException("an answer could not be synced: " + e.getMessage(), e);
        }
    }

    /** The disk was full: what was written of the frame must not stand before the next one. */
    private void cutAfterFailure() {
        try {
            cut();
        } catch (IOException e) {
            broken = true;
        }
    }

    private void cut() throws IOException {
        file.truncate(end);
        file.force(true);
    }

    private void take(JournalEntry entry) {
        byCapture.put(entry.captureId(), entry);
        if (!entry.upload().isNone()) {
            if (entry.sequence() != nextSequence()) {
                throw new JournalDamagedException(
                        "entry " + nextSequence() + " is missing, entry " + entry.sequence() + " is there");
            }
            waiting.add(entry);
            lastHash = entry.upload().hash();
        }
    }

    /**
     * The gate has all entries up to this one. What they hold of a person leaves the disk; what bounds later answers stays for a day.
     *
     * @param now decides how much of the past still counts
     * @throws JournalFailedException when the disk refuses; the gate is asked again, and knows them
     */
    public synchronized void acknowledge(long throughSequence, Instant now) {
        List<JournalEntry> left = waiting.stream()
                .filter(entry -> entry.sequence() > throughSequence)
                .toList();
        if (left.size() == waiting.size()) {
            return;
        }
        JournalEntry lastSeen = waiting.get(waiting.size() - left.size() - 1);
        List<JournalEntry> kept = new ArrayList<>(counting(byCapture.values(), throughSequence, now));
        kept.addAll(left);
        try {
            rewrite(head.next(lastSeen.sequence() + 1, lastSeen.upload().hash()), kept);
        } catch (IOException e) {
            throw new JournalFailedException("the journal could not be written anew: " + e.getMessage(), e);
        }
    }

    private static List<JournalEntry> counting(Collection<JournalEntry> all, long throughSequence, Instant now) {
        Instant begin = now.minus(OfflineRules.DAY);
        return all.stream()
                .filter(entry -> entry.sequence() <= throughSequence)
                .filter(entry -> entry.at().isAfter(begin))
                .map(JournalEntry::settled)
                .toList();
    }

    private void rewrite(JournalHead next, List<JournalEntry> kept) throws IOException {
        long written = writeAnew(next, kept);
        FileChannel former = file;
        try {
            file = FileChannel.open(folder.resolve(FILE), StandardOpenOption.WRITE);
        } catch (IOException e) {
            broken = true; // the open file has no name any more
            throw e;
        }
        former.close();
        head = next;
        end = written;
        frames = 1 + kept.size();
        lastHash = next.hash();
        byCapture.clear();
        waiting.clear();
        kept.forEach(this::take);
    }

    /** Whole and durable before it has its name. */
    private long writeAnew(JournalHead next, List<JournalEntry> kept) throws IOException {
        Path unfinished = folder.resolve(FILE + ".next");
        long size;
        try (FileChannel channel = FileChannel.open(
                unfinished,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
            write(channel, FrameLayout.encode(FrameLayout.HEAD, vault.seal(next.encode(), JournalHead.ownPlace())));
            for (int i = 0; i < kept.size(); i++) {
                byte[] sealed = vault.seal(EntryLayout.encode(kept.get(i)), next.place(i + 1));
                write(channel, FrameLayout.encode(FrameLayout.ENTRY, sealed));
            }
            channel.force(true);
            size = channel.size();
        }
        Files.move(unfinished, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
        DurableFiles.syncFolder(folder);
        return size;
    }

    private static void write(FileChannel channel, byte[] frame) throws IOException {
        DurableFiles.writeWhole(channel, ByteBuffer.wrap(frame));
    }

    private static byte[] read(Path path) throws IOException {
        if (Files.size(path) > FILE_BYTES_MAX) {
            throw new JournalDamagedException(path + " is longer than a journal can be");
        }
        return Files.readAllBytes(path);
    }

    private JournalHead head(FrameLayout.Frames found) {
        if (found.whole().isEmpty() || found.whole().getFirst().kind() != FrameLayout.HEAD) {
            throw new JournalDamagedException("the journal has no head");
        }
        return JournalHead.decode(opened(found.whole().getFirst(), JournalHead.ownPlace(), 0));
    }

    private JournalEntry entry(FrameLayout.Frame frame, int number) {
        if (frame.kind() != FrameLayout.ENTRY) {
            throw new JournalDamagedException("frame " + number + " of the journal is no entry");
        }
        try {
            return EntryLayout.decode(opened(frame, head.place(number), number));
        } catch (IOException e) {
            throw new JournalDamagedException("frame " + number + " of the journal cannot be read", e);
        }
    }

    private byte[] opened(FrameLayout.Frame frame, byte[] place, int number) {
        try {
            return vault.open(frame.payload(), place);
        } catch (SealBrokenException e) {
            throw new JournalDamagedException("the seal of frame " + number + " of the journal does not open", e);
        }
    }

    @Override
    public synchronized void close() {
        closeQuietly(file);
        closeQuietly(lockFile);
    }

    /** What was acknowledged was synced, so an error of closing says nothing that anybody could act on. */
    private static void closeQuietly(@Nullable FileChannel channel) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                org.slf4j.LoggerFactory.getLogger(Journal.class).debug("a file of the journal did not close", e);
            }
        }
    }
}

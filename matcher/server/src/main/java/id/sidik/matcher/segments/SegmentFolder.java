package id.sidik.matcher.segments;

import id.sidik.engine.gallery.KeptSegments;
import id.sidik.engine.gallery.MemoryPages;
import id.sidik.engine.gallery.SegmentKeeper;
import id.sidik.matcher.crypto.RecordSeal;
import id.sidik.matcher.crypto.SealBrokenException;
import id.sidik.wire.files.DurableFiles;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder beside the store with one file a segment, sealed with the store's key. A file is written whole beside its name and then
 * put under it. A withdrawal deletes the file of each segment that the subject was in, before it is acknowledged, as the store does
 * with its own; the segment is copied again when it has been laid out without the subject.
 *
 * <p>Sealed bytes can not be mapped, so a file is opened into memory outside the heap. Safe for many threads.
 */
public final class SegmentFolder implements SegmentKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(SegmentFolder.class);
    private static final String DRAFT_SUFFIX = ".draft";

    private final Path folder;
    private final RecordSeal seal;
    private final MemoryPages pages;
    private final Set<Long> forgotten = new HashSet<>();
    private final AtomicInteger opened = new AtomicInteger();

    /**
     * Over copies from before, if there are any.
     *
     * @param folder made when it is not there
     * @param pages that opened copies lie in
     */
    public SegmentFolder(Path folder, RecordSeal seal, MemoryPages pages) {
        this.folder = folder;
        this.seal = seal;
        this.pages = pages;
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + folder + " can not be made", e);
        }
    }

    /**
     * Opens what is there. A file that is not whole, not sealed with this key or not of this version is deleted: its rows are laid
     * out again from the store.
     *
     * @param threadCount at least 1: opening seals costs processor time
     */
    public KeptSegments open(int threadCount) {
        KeptSegments kept = new KeptSegments(pages);
        try (Stream<Path> listing = Files.list(folder);
                ExecutorService threads = Executors.newFixedThreadPool(threadCount)) {
            List<Path> files = listing.toList();
            files.forEach(file -> threads.execute(() -> open(file, kept)));
        } catch (IOException e) {
            LOG.warn("The segments in {} can not be listed, and are laid out anew: {}", folder, e.getMessage());
        }
        LOG.info("Opened {} segments, to be compared with the store", kept.count());
        return kept;
    }

    private void open(Path file, KeptSegments kept) {
        OptionalLong number = SegmentFileLayout.numberOf(String.valueOf(file.getFileName()));
        number.ifPresent(kept::skipNumber);
        try {
            if (number.isEmpty()) {
                throw new IllegalArgumentException("no segment has such a name");
            }
            read(file, number.getAsLong(), kept);
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("{} is not used, and its rows are laid out anew: {}", file, e.getMessage());
            delete(file);
        }
        opened.incrementAndGet();
    }

    /** How many files {@link #open} has been through; for whoever waits for it. */
    public int opened() {
        return opened.get();
    }

    private void read(Path file, long number, KeptSegments kept) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            byte[] header = read(channel, SegmentFileLayout.HEADER_BYTES);
            long imageBytes = SegmentFileLayout.imageBytes(number, header);
            if (channel.size() != SegmentFileLayout.fileBytes(imageBytes)) {
                throw new IllegalArgumentException("it is cut off, or too long");
            }
            SealedPieces pieces = new SealedPieces(channel, header, imageBytes);
            kept.take(number, imageBytes, pieces);
        }
    }

    /** Opens the pieces of one file, one after the other. */
    private final class SealedPieces implements KeptSegments.Filling {
        private final FileChannel channel;
        private final byte[] header;
        private final long imageBytes;

        SealedPieces(FileChannel channel, byte[] header, long imageBytes) {
            this.channel = channel;
            this.header = header;
            this.imageBytes = imageBytes;
        }

        @Override
        public void fill(MemorySegment image) throws IOException {
            for (long piece = 0; piece < SegmentFileLayout.pieces(imageBytes); piece++) {
                long at = piece * SegmentFileLayout.PIECE_BYTES;
                int length = (int) Math.min(SegmentFileLayout.PIECE_BYTES, imageBytes - at);
                byte[] plain = opened(read(channel, length + SegmentFileLayout.SEAL_BYTES), piece);
                MemorySegment.copy(plain, 0, image, ValueLayout.JAVA_BYTE, at, length);
            }
        }

        private byte[] opened(byte[] sealed, long piece) throws IOException {
            try {
                return seal.open(sealed, SegmentFileLayout.place(header, piece));
            } catch (SealBrokenException e) {
                throw new IOException(e.getMessage(), e);
            }
        }
    }

    private static byte[] read(FileChannel channel, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes) < 0) {
                throw new EOFException("it is cut off");
            }
        }
        return bytes.array();
    }

    @Override
    public void keep(long number, List<MemorySegment> parts) {
        Path draft = draft(number);
        try {
            write(draft, number, parts);
            adopt(draft, number);
        } catch (IOException e) {
            LOG.warn("Segment {} is not kept, and is laid out anew at the next start: {}", number, e.getMessage());
            delete(draft);
        }
    }

    private Path draft(long number) {
        return folder.resolve(SegmentFileLayout.name(number) + DRAFT_SUFFIX);
    }

    private void write(Path draft, long number, List<MemorySegment> parts) throws IOException {
        Files.deleteIfExists(draft);
        long imageBytes = parts.stream().mapToLong(MemorySegment::byteSize).sum();
        byte[] header = SegmentFileLayout.header(number, imageBytes);
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(
                draft, options, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            DurableFiles.writeWhole(channel, ByteBuffer.wrap(header));
            for (long piece = 0; piece < SegmentFileLayout.pieces(imageBytes); piece++) {
                long at = piece * SegmentFileLayout.PIECE_BYTES;
                int length = (int) Math.min(SegmentFileLayout.PIECE_BYTES, imageBytes - at);
                byte[] plain = bytes(parts, at, length);
                byte[] sealed = seal.seal(plain, SegmentFileLayout.place(header, piece));
                DurableFiles.writeWhole(channel, ByteBuffer.wrap(sealed));
            }
            channel.force(true);
        }
    }

    /** A stretch of parts that lie one after the other. */
    private static byte[] bytes(List<MemorySegment> parts, long from, int length) {
        byte[] bytes = new byte[length];
        long begin = 0;
        for (MemorySegment part : parts) {
            long end = begin + part.byteSize();
            long first = Math.max(begin, from);
            long last = Math.min(end, from + length);
            if (first < last) {
                MemorySegment.copy(
                        part, ValueLayout.JAVA_BYTE, first - begin, bytes, (int) (first - from), (int) (last - first));
            }
            begin = end;
        }
        return bytes;
    }

    /** Whoever withdrew while the file was written has forbidden it. */
    private synchronized void adopt(Path draft, long number) throws IOException {
        if (forgotten.contains(number)) {
            Files.deleteIfExists(draft);
        } else {
            Files.move(draft, folder.resolve(SegmentFileLayout.name(number)), StandardCopyOption.ATOMIC_MOVE);
        }
        DurableFiles.syncFolder(folder);
    }

    @Override
    public synchronized void forget(long number) {
        forgotten.add(number);
        try {
            boolean wasKept = Files.deleteIfExists(folder.resolve(SegmentFileLayout.name(number)));
            boolean wasBeingKept = Files.deleteIfExists(draft(number));
            if (wasKept || wasBeingKept) {
                DurableFiles.syncFolder(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the copy of segment " + number + " can not be destroyed", e);
        }
    }

    private void delete(Path file) {
        try {
            Files.deleteIfExists(file);
            DurableFiles.syncFolder(folder);
        } catch (IOException e) {
            LOG.warn("{} can not be deleted; do so by hand: {}", file, e.getMessage());
        }
    }
}

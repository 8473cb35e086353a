package id.sidik.matcher.store;

import id.sidik.matcher.crypto.RecordSeal;
import id.sidik.wire.files.DurableFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A job of de-duplication at rest: its terms, how far it is, and the pairs found so far, in one file that only grows. A step that
 * {@link #append} returned from is on the disk; one that was being written when the process was killed is gone as a whole. For one
 * thread.
 */
public final class DuplicateJob implements AutoCloseable {
    /** More pairs are no answer to anything: the target rate was too high. */
    public static final int PAIRS_MAX = 100_000;

    private static final int LENGTH_OFFSET = 5;

    private final DuplicateJobLayout layout;
    private final FileChannel file;
    private final DuplicateJobTerms terms;
    private final List<DuplicatePair> pairs = new ArrayList<>();
    private DuplicateJobStep last = DuplicateJobStep.NONE;
    private int steps;

    private DuplicateJob(DuplicateJobLayout layout, FileChannel file, DuplicateJobTerms terms) {
        this.layout = layout;
        this.file = file;
        this.terms = terms;
    }

    /** Goes on with a job that lies in the file, or begins one there. */
    static DuplicateJob open(Path path, String jobId, RecordSeal seal, DuplicateJobTerms termsIfNew)
            throws IOException {
        DuplicateJobLayout layout = new DuplicateJobLayout(jobId, seal);
        FileChannel file =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            List<byte[]> frames = wholeFrames(file);
            if (frames.isEmpty()) {
                write(file, layout.encode(termsIfNew));
                return new DuplicateJob(layout, file, termsIfNew);
            }
            DuplicateJob job = new DuplicateJob(layout, file, layout.terms(frames.getFirst()));
            for (byte[] frame : frames.subList(1, frames.size())) {
                job.take(layout.step(job.steps + 1, frame));
            }
            return job;
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** All frames but one at the end that was not wholly written: that one is cut off, for nobody was told of it. */
    private static List<byte[]> wholeFrames(FileChannel file) throws IOException {
        ByteBuffer all = ByteBuffer.allocate(Math.toIntExact(file.size()));
        while (all.hasRemaining() && file.read(all, all.position()) >= 0) {
            // reads on
        }
        all.flip();
        List<byte[]> frames = new ArrayList<>();
        while (all.remaining() >= RecordLayout.OVERHEAD_BYTES) {
            int length = all.getInt(all.position() + LENGTH_OFFSET);
            if (length < 0 || length > all.remaining() - RecordLayout.OVERHEAD_BYTES) {
                break;
            }
            byte[] frame = new byte[length + RecordLayout.OVERHEAD_BYTES];
            all.get(frame);
            if (!all.hasRemaining() && !RecordLayout.isWhole(frame)) {
                all.position(all.position() - frame.length);
                break;
            }
            frames.add(frame);
        }
        file.truncate(all.position());
        file.position(all.position());
        return frames;
    }

    public DuplicateJobTerms terms() {
        return terms;
    }

    /** How far the job is. */
    public DuplicateJobStep last() {
        return last;
    }

    public int pairCount() {
        return pairs.size();
    }

    /** All of them, in the order in which they were found. */
    public List<DuplicatePair> pairs() {
        return List.copyOf(pairs);
    }

    /**
     * Takes a step, and returns when it is on the disk.
     *
     * @throws StoreFailedException when the disk refuses
     */
    public void append(DuplicateJobStep step) {
        try {
            write(file, layout.encode(steps + 1, step));
        } catch (IOException e) {
            throw new StoreFailedException(
                    layout.recordName(steps + 1) + " could not be written: " + e.getMessage(), e);
        }
        take(step);
    }

    private void take(DuplicateJobStep step) {
        steps++;
        last = step;
        pairs.addAll(step.pairs());
    }

    private static void write(FileChannel file, byte[] frame) throws IOException {
        DurableFiles.writeWhole(file, ByteBuffer.wrap(frame));
        file.force(true);
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new StoreFailedException("a job's file could not be closed: " + e.getMessage(), e);
        }
    }
}

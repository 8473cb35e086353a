package id.sidik.matcher.store;

import id.sidik.engine.template.FingerPosition;
import id.sidik.matcher.crypto.RecordSeal;
import id.sidik.matcher.crypto.SealBrokenException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The journal of one job: {@link RecordLayout} frames one after the other, the terms first, then a step for each batch. Each payload
 * is sealed and bound to the job and to its number in the journal, so that frames can neither be moved nor left out.
 *
 * <pre>
 *  terms                                          step
 *  offset  size  field                            offset  size  field
 *  0       8     started at, ms since 1970        0       8     subjects done
 *  8       8     target FPIR, IEEE 754            8       1     1 if finished
 *  16      1     1 if same finger only            9       1+c   cursor, length and ASCII
 *                                                 10+c    4     number of pairs
 *                                                 14+c    ...   pairs: subject and other (length and ASCII each),
 *                                                               FMR 8, FPIR 8, finger 1
 * </pre>
 */
final class DuplicateJobLayout {
    static final int MAGIC = 0x534A4F42; // "SJOB"
    static final byte VERSION = 1;

    private static final int TERMS_BYTES = 17;
    private static final int STEP_FIXED_BYTES = 13;
    private static final int PAIR_FIXED_BYTES = 17;

    private final String jobId;
    private final RecordSeal seal;

    DuplicateJobLayout(String jobId, RecordSeal seal) {
        this.jobId = jobId;
        this.seal = seal;
    }

    byte[] encode(DuplicateJobTerms terms) {
        byte[] plain = ByteBuffer.allocate(TERMS_BYTES)
                .putLong(terms.startedAt().toEpochMilli())
                .putDouble(terms.targetFpir())
                .put((byte) (terms.sameFingerOnly() ? 1 : 0))
                .array();
        return frame(0, plain);
    }

    /** @param number of the step, from 1 */
    byte[] encode(int number, DuplicateJobStep step) {
        int pairBytes = step.pairs().stream()
                .mapToInt(pair -> ShortText.bytesOf(pair.subjectId())
                        + ShortText.bytesOf(pair.otherSubjectId())
                        + PAIR_FIXED_BYTES)
                .sum();
        ByteBuffer out = ByteBuffer.allocate(STEP_FIXED_BYTES + ShortText.bytesOf(step.cursor()) + pairBytes)
                .putLong(step.subjectsDone())
                .put((byte) (step.finished() ? 1 : 0));
        ShortText.put(out, step.cursor());
        out.putInt(step.pairs().size());
        for (DuplicatePair pair : step.pairs()) {
            ShortText.put(out, pair.subjectId());
            ShortText.put(out, pair.otherSubjectId());
            out.putDouble(pair.fmr()).putDouble(pair.fpir()).put((byte)
                    pair.finger().isoNumber());
        }
        return frame(number, out.array());
    }

    private byte[] frame(int number, byte[] plain) {
        return RecordLayout.frame(MAGIC, VERSION, seal.seal(plain, place(number)));
    }

    /** @throws CorruptStoreException when the frame is not the one that was written there */
    DuplicateJobTerms terms(byte[] frame) {
        return opened(
                0,
                frame,
                in -> new DuplicateJobTerms(Instant.ofEpochMilli(in.getLong()), in.getDouble(), in.get() != 0));
    }

    /** @throws CorruptStoreException as above */
    DuplicateJobStep step(int number, byte[] frame) {
        return opened(number, frame, in -> {
            long subjectsDone = in.getLong();
            boolean finished = in.get() != 0;
            String cursor = ShortText.get(in);
            int count = in.getInt();
            List<DuplicatePair> pairs = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                pairs.add(new DuplicatePair(
                        ShortText.get(in),
                        ShortText.get(in),
                        in.getDouble(),
                        in.getDouble(),
                        FingerPosition.ofIsoNumber(in.get())));
            }
            return new DuplicateJobStep(cursor, subjectsDone, finished, pairs);
        });
    }

    private <T> T opened(int number, byte[] frame, Function<ByteBuffer, T> reading) {
        ByteBuffer payload = RecordLayout.payload(MAGIC, VERSION, frame, () -> recordName(number));
        byte[] sealed = new byte[payload.remaining()];
        payload.get(sealed);
        try {
            return reading.apply(ByteBuffer.wrap(seal.open(sealed, place(number))));
        } catch (SealBrokenException e) {
            throw new CorruptStoreException(recordName(number), "its seal does not open", e);
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new CorruptStoreException(recordName(number), "its content can not be read", e);
        }
    }

    String recordName(int number) {
        return "jobs/" + jobId + "/" + number;
    }

    private byte[] place(int number) {
        byte[] job = jobId.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(Integer.BYTES + 1 + job.length + Integer.BYTES)
                .putInt(MAGIC)
                .put(VERSION)
                .put(job)
                .putInt(number)
                .array();
    }
}

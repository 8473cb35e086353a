package id.sidik.matcher.register;

import id.sidik.matcher.limits.LockStripes;
import id.sidik.matcher.limits.Patience;
import id.sidik.matcher.store.IdempotentRequest;
import id.sidik.matcher.store.RecordedAnswer;
import java.util.Optional;
import java.util.concurrent.locks.Lock;

/**
 * Lets a write happen once however often it is asked for. Of two equal requests at the same time one works and the other waits for
 * its answer; an answer is recorded in the same batch as the write, so it outlives the process.
 */
public final class AnswersOnce {
    private static final String STEP = "an earlier request with the same idempotency key ended";

    private final Register register;
    private final LockStripes locks = new LockStripes();

    public AnswersOnce(Register register) {
        this.register = register;
    }

    /** Does the write and records its answer, which it returns. */
    @FunctionalInterface
    public interface Work {
        byte[] run() throws InterruptedException;
    }

    /**
     * The answer to the request: recorded, or fresh from {@code work}. What {@code work} throws is not recorded, so that the
     * request may be tried again.
     *
     * @throws IdempotencyKeyReusedException when the key belongs to another request
     */
    public byte[] answer(IdempotentRequest request, Patience patience, Work work) throws InterruptedException {
        Lock lock = locks.of(request.key());
        patience.lock(lock, STEP);
        try {
            Optional<RecordedAnswer> earlier = register.answerTo(request.key());
            if (earlier.isEmpty()) {
                return work.run();
            }
            if (!earlier.get().request().equals(request)) {
                throw new IdempotencyKeyReusedException(request.key());
            }
            return earlier.get().response();
        } finally {
            lock.unlock();
        }
    }
}

package id.sidik.engine.gallery;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;

/** How a gallery compares with one subject, on threads of its own and within a time, whatever it keeps subjects in. */
final class Verification {
    private Verification() {}

    /**
     * Compares, if the subject's partition vouches.
     *
     * @param comparing run on one of the threads
     * @throws InterruptedException if the caller was interrupted
     */
    static VerificationResult within(
            Duration timeLimit,
            ComparisonPool threads,
            Gallery gallery,
            String subjectId,
            Callable<VerificationResult> comparing)
            throws InterruptedException {
        int partition = gallery.partitionOf(subjectId);
        if (!gallery.isReady(partition)) {
            return new VerificationResult.Loading(partition);
        }
        Future<VerificationResult> result =
                threads.runAll(List.of(comparing), timeLimit).getFirst();
        return TaskAnswers.isDone(result) ? result.resultNow() : new VerificationResult.TimedOut();
    }
}

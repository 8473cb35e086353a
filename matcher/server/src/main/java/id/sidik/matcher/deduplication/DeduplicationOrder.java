package id.sidik.matcher.deduplication;

import java.util.OptionalDouble;

/**
 * What is asked of a job.
 *
 * @param targetFpir of a pair; empty for the job's own, or the server's
 * @param pairsReceived which the caller holds already
 */
public record DeduplicationOrder(
        String jobId, OptionalDouble targetFpir, double serversFpir, boolean sameFingerOnly, long pairsReceived) {
    /** The rate of a job that begins with this order. */
    double fpirOfNewJob() {
        return targetFpir.orElse(serversFpir);
    }
}

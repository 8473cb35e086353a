package id.sidik.eligibility.matching;

/**
 * A job of de-duplication, as it is asked for; the matcher says what of it makes no sense.
 *
 * @param targetFpir in (0, 1); 0 means the job's own, or the matcher's
 * @param pairsReceived which are not said again
 */
public record DuplicateJob(String jobId, double targetFpir, boolean sameFingerOnly, long pairsReceived) {}

package id.sidik.matcher.store;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Where the store lies and how much it takes on.
 *
 * @param folder of the database; made when it is not there
 * @param partitionCount fixed when the store is made, 1 to 4,096
 * @param queuedWritesMax writes that may wait for the disk before callers are turned away
 * @param reserveBytes of the disk that new references may not use, so that withdrawals and compactions still can
 * @param answersKept how long a repeated request is recognised
 */
public record StoreSettings(
        Path folder, int partitionCount, int queuedWritesMax, long reserveBytes, Duration answersKept) {
    static final int PARTITIONS_MAX = 4_096;

    public StoreSettings {
        if (partitionCount < 1 || partitionCount > PARTITIONS_MAX) {
            throw new IllegalArgumentException("partitions must be 1 to 4096: " + partitionCount);
        }
        if (queuedWritesMax < 1 || queuedWritesMax > 100_000) {
            throw new IllegalArgumentException("queued-writes-max must be 1 to 100000: " + queuedWritesMax);
        }
        if (reserveBytes < 0) {
            throw new IllegalArgumentException("disk-reserve-bytes must not be negative: " + reserveBytes);
        }
        if (answersKept.compareTo(Duration.ofHours(1)) < 0 || answersKept.compareTo(Duration.ofDays(365)) > 0) {
            throw new IllegalArgumentException("answers-kept must be PT1H to P365D: " + answersKept);
        }
    }

    /** Beside the database, so that neither can be lost or put back without the other telling. */
    Path headFile() {
        return folder.resolveSibling(CommitHead.FILE_NAME);
    }
}

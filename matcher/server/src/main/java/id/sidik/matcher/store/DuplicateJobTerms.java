package id.sidik.matcher.store;

import java.time.Instant;

/**
 * What a job of de-duplication began with, and keeps to its end.
 *
 * @param targetFpir of a pair, in (0, 1)
 * @param sameFingerOnly whether fingers of different names are not compared
 */
public record DuplicateJobTerms(Instant startedAt, double targetFpir, boolean sameFingerOnly) {}

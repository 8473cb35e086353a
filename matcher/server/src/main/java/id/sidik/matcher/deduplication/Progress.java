package id.sidik.matcher.deduplication;

import java.time.Duration;
import java.util.Optional;

/**
 * How far a job is.
 *
 * @param subjectsTotal enrolled now
 * @param pairs found so far
 * @param remaining estimated from the pace of this run; empty before its first batch
 */
public record Progress(
        long subjectsDone,
        long subjectsTotal,
        long pairs,
        Optional<Duration> remaining,
        boolean finished,
        long galleryVersion) {}

package id.sidik.eligibility.matching;

import id.sidik.eligibility.member.SubjectId;
import java.time.Duration;
import java.util.Optional;

/** What a job of de-duplication says, one after the other. */
public sealed interface DuplicateFinding {

    /**
     * How far the job is.
     *
     * @param pairs found so far
     * @param remaining estimated; empty before the first batch
     * @param finished whether this is the last that is said
     */
    record Progress(long subjectsDone, long subjectsTotal, long pairs, Optional<Duration> remaining, boolean finished)
            implements DuplicateFinding {}

    /**
     * Two subjects who may be one person.
     *
     * @param number in the job, from 1
     */
    record Pair(long number, SubjectId subject, SubjectId other, double fmr, double fpir) implements DuplicateFinding {}
}

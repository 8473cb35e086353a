package id.sidik.eligibility.matching;

import id.sidik.eligibility.member.SubjectId;
import java.time.Duration;

/**
 * Compares, searches and keeps fingers. No call waits longer than its {@code patience}, and none is cut short because
 * the caller's caller went away: what the matcher did must be known.
 *
 * <p>All of them throw {@link MatcherUnavailableException}, and those with samples {@link SampleRefusedException}.
 */
public interface Matcher {

    /**
     * Compares probes with the references of one subject.
     *
     * @param targetFmr in (0, 1); 0 means the matcher's own
     */
    Verification verify(SubjectId subject, Samples probes, double targetFmr, Duration patience);

    /**
     * Searches everybody.
     *
     * @param targetFpir in (0, 1); 0 means the matcher's own
     * @param candidatesMax 1 to 100; 0 means 10
     */
    Identification identify(Samples probes, double targetFpir, int candidatesMax, Duration patience);

    /**
     * Searches everybody else first, and stores the samples if nobody looks like the same person.
     *
     * @param key the same key with the same samples gives the first answer again
     */
    Enrolment enrol(String key, SubjectId subject, Samples samples, Duration patience);

    /** Destroys the subject's references, and says how many; none is no error. */
    int withdraw(String key, SubjectId subject, Duration patience);

    /** Whether it would answer now. Never throws. */
    boolean isServing();
}

package id.sidik.eligibility.matching;

import id.sidik.biometrics.v1.FingerPosition;
import id.sidik.eligibility.member.HeldPrints;
import id.sidik.eligibility.member.SubjectId;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

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

    /** Searches everybody whom the terms can mean. */
    Identification identify(Samples probes, SearchTerms terms, Duration patience);

    /**
     * Searches everybody else first, and stores the samples if nobody looks like the same person.
     *
     * @param key the same key with the same samples and traits gives the first answer again
     * @param traits are kept with the samples; they cut no duplicate search short
     */
    Enrolment enrol(String key, SubjectId subject, SubjectTraits traits, Samples samples, Duration patience);

    /** Stores the samples without a search: officers have found that whoever looks alike is somebody else. */
    Enrolment enrolUnsearched(String key, SubjectId subject, SubjectTraits traits, Samples samples, Duration patience);

    /** Destroys the subject's references, and says how many; none is no error. */
    int withdraw(String key, SubjectId subject, Duration patience);

    /**
     * Looks for subjects who may be one person. Unlike the other calls it ends when the caller's caller goes away: the job is the
     * matcher's, and is gone on with by asking for it again.
     *
     * @return what it finds, as it finds it; taking the next may wait, and throw as the calls above, or {@link JobRefusedException}
     */
    Iterator<DuplicateFinding> deduplicate(DuplicateJob job);

    /**
     * Copies its store beside it, durably, as {@code copies/<copyId>} of its folder.
     *
     * @param copyId 32 hexadecimal digits
     * @return references in the copy
     */
    long copyReferences(String copyId, Duration patience);

    /**
     * Templates of subjects, in their order, for a place that must compare without a network. Whoever asks has written down for whom.
     *
     * @param subjects any number; they are asked for 100 at a time
     */
    List<ReleasedTemplates> release(List<SubjectId> subjects, Duration patience);

    /**
     * Seals the fingers of somebody who is held up, so that she can be looked at beside others. Nothing is stored.
     *
     * @return empty when no sample was good enough to compare with
     */
    Optional<HeldPrints> hold(String caseId, Samples samples, Duration patience);

    /**
     * Lays one finger of somebody over one of a subject, for an officer. Whoever asks writes down for whom before it is shown.
     *
     * @param finger of the reference; unspecified: of all fingers of both the two that look most alike
     */
    PrintReview review(ProbePrints probe, SubjectId reference, FingerPosition finger, Duration patience);

    /** How it is now. Never throws. */
    MatcherStanding standing();
}

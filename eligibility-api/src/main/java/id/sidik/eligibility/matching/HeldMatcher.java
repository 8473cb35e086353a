package id.sidik.eligibility.matching;

import id.sidik.biometrics.v1.FingerPosition;
import id.sidik.eligibility.matching.MatcherUnavailableException.Why;
import id.sidik.eligibility.member.HeldPrints;
import id.sidik.eligibility.member.SubjectId;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * A matcher whose references can be held still for a moment, so that a copy of them and a copy of the books belong together. Enrolments and
 * withdrawals wait meanwhile, no longer than their own patience; everything else goes on.
 */
public final class HeldMatcher implements Matcher {
    private final Matcher matcher;
    private final ReadWriteLock still = new ReentrantReadWriteLock(true);

    public HeldMatcher(Matcher matcher) {
        this.matcher = matcher;
    }

    /** Does something while no reference comes or goes; empty if those who enrol did not end within the patience. */
    public <T> Optional<T> whileStill(Duration patience, Supplier<T> something) {
        return within(still.writeLock(), patience, something);
    }

    @Override
    public Enrolment enrol(String key, SubjectId subject, SubjectTraits traits, Samples samples, Duration patience) {
        return changing(patience, () -> matcher.enrol(key, subject, traits, samples, patience));
    }

    @Override
    public Enrolment enrolUnsearched(
            String key, SubjectId subject, SubjectTraits traits, Samples samples, Duration patience) {
        return changing(patience, () -> matcher.enrolUnsearched(key, subject, traits, samples, patience));
    }

    @Override
    public int withdraw(String key, SubjectId subject, Duration patience) {
        return changing(patience, () -> matcher.withdraw(key, subject, patience));
    }

    private <T> T changing(Duration patience, Supplier<T> change) {
        return within(still.readLock(), patience, change)
                .orElseThrow(() -> new MatcherUnavailableException("the references are being copied", Why.NO_ANSWER));
    }

    private static <T> Optional<T> within(Lock lock, Duration patience, Supplier<T> something) {
        try {
            if (!lock.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            return Optional.of(something.get());
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Optional<HeldPrints> hold(String caseId, Samples samples, Duration patience) {
        return matcher.hold(caseId, samples, patience);
    }

    @Override
    public PrintReview review(ProbePrints probe, SubjectId reference, FingerPosition finger, Duration patience) {
        return matcher.review(probe, reference, finger, patience);
    }

    @Override
    public Verification verify(SubjectId subject, Samples probes, double targetFmr, Duration patience) {
        return matcher.verify(subject, probes, targetFmr, patience);
    }

    @Override
    public Identification identify(Samples probes, SearchTerms terms, Duration patience) {
        return matcher.identify(probes, terms, patience);
    }

    @Override
    public Iterator<DuplicateFinding> deduplicate(DuplicateJob job) {
        return matcher.deduplicate(job);
    }

    @Override
    public long copyReferences(String copyId, Duration patience) {
        return matcher.copyReferences(copyId, patience);
    }

    @Override
    public List<ReleasedTemplates> release(List<SubjectId> subjects, Duration patience) {
        return matcher.release(subjects, patience);
    }

    @Override
    public MatcherStanding standing() {
        return matcher.standing();
    }
}

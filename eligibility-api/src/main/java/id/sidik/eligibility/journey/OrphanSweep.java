package id.sidik.eligibility.journey;

import id.sidik.eligibility.matching.Matcher;
import id.sidik.eligibility.matching.MatcherUnavailableException;
import id.sidik.eligibility.member.Member;
import id.sidik.eligibility.member.SubjectId;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Withdraws fingers that the matcher holds for nobody: those of enrolments that ended between the matcher and the books. */
public final class OrphanSweep {
    private static final Logger LOG = LoggerFactory.getLogger(OrphanSweep.class);
    private static final Duration WITHDRAWAL_PATIENCE = Duration.ofSeconds(5);

    private final EnrolmentIntents intents;
    private final Books books;
    private final Matcher matcher;

    public OrphanSweep(EnrolmentIntents intents, Books books, Matcher matcher) {
        this.intents = intents;
        this.books = books;
        this.matcher = matcher;
    }

    /** Looks at every abandoned enrolment once; what the matcher does not answer for now stays for the next time. */
    public void run() {
        try {
            intents.open().forEach(this::settleUnlessUnderWay);
        } catch (MatcherUnavailableException e) {
            LOG.info("Abandoned enrolments wait until the matcher answers");
        }
    }

    private void settleUnlessUnderWay(SubjectId subject) {
        if (intents.claim(subject)) {
            try {
                settle(subject);
            } finally {
                intents.release(subject);
            }
        }
    }

    /** Makes the matcher agree with the books about a subject that the caller has claimed. */
    void settle(SubjectId subject) {
        boolean answeredFor =
                books.store().findMember(subject).map(Member::fingersEnrolled).orElse(false);
        if (!answeredFor) {
            int withdrawn = matcher.withdraw(books.newId(), subject, WITHDRAWAL_PATIENCE);
            LOG.info("Withdrew {} references of an abandoned enrolment", withdrawn);
        }
        intents.strikeOut(subject);
    }
}

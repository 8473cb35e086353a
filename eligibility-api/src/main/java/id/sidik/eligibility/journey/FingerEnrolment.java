package id.sidik.eligibility.journey;

import id.sidik.eligibility.matching.Enrolment;
import id.sidik.eligibility.matching.MatchCandidate;
import id.sidik.eligibility.matching.Matcher;
import id.sidik.eligibility.matching.MatcherUnavailableException;
import id.sidik.eligibility.matching.Samples;
import id.sidik.eligibility.matching.SubjectTraits;
import id.sidik.eligibility.member.AdjudicationCase;
import id.sidik.eligibility.member.HeldPrints;
import id.sidik.eligibility.member.SubjectId;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.store.Transaction;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The part of an enrolment that spans the matcher and the books, so that a crash between them leaves nothing unknown behind. */
final class FingerEnrolment {
    private static final Logger LOG = LoggerFactory.getLogger(FingerEnrolment.class);

    private final Books books;
    private final Matcher matcher;
    private final EnrolmentIntents intents;
    private final OrphanSweep orphans;

    FingerEnrolment(Books books, Matcher matcher, EnrolmentIntents intents, OrphanSweep orphans) {
        this.books = books;
        this.matcher = matcher;
        this.intents = intents;
        this.orphans = orphans;
    }

    /** Who is enrolled, as far as the matcher may know. */
    record Enrollee(SubjectId subject, SubjectTraits traits) {}

    /**
     * Enrols at the matcher, then records what became of it. An enrolment that the record does not confirm is withdrawn: at once, or
     * by the sweep if {@code record} throws.
     *
     * @param requestKey the idempotency key of the caller's request
     */
    <T> T enrol(
            Enrollee enrollee, String requestKey, Samples samples, Patience patience, Function<Enrolment, T> record) {
        return enrol(enrollee, requestKey, samples, _ -> false, patience, record);
    }

    /**
     * As above, and whoever is known already holds nobody up.
     *
     * @param known subjects that officers have found to be somebody else, or the same person's other number
     */
    <T> T enrol(
            Enrollee enrollee,
            String requestKey,
            Samples samples,
            Predicate<SubjectId> known,
            Patience patience,
            Function<Enrolment, T> record) {
        SubjectId subject = enrollee.subject();
        if (!intents.claim(subject)) {
            throw new RequestRefusedException(
                    RequestRefusedException.Kind.OVERLOADED,
                    "OVERLOADED",
                    "An earlier enrolment of this member is being cleared away; try again");
        }
        try {
            intents.begin(subject);
            Enrolment enrolment = unlessKnown(
                    enrolled(enrollee, requestKey, samples, patience), known, enrollee, requestKey, samples, patience);
            T answer = record.apply(enrolment);
            switch (enrolment) {
                case Enrolment.Enrolled _ -> orphans.settle(subject);
                case Enrolment.DuplicatesSuspected _, Enrolment.TooPoor _ -> intents.strikeOut(subject);
            }
            return answer;
        } finally {
            intents.release(subject);
        }
    }

    /** Looks again without the orphans, when the search found one: a person must not be held up by their own broken attempt. */
    private Enrolment enrolled(Enrollee enrollee, String requestKey, Samples samples, Patience patience) {
        Enrolment first = searched(enrollee, requestKey, samples, patience);
        if (!(first instanceof Enrolment.DuplicatesSuspected suspected) || !anyAbandoned(suspected)) {
            return first;
        }
        orphans.run();
        return searched(enrollee, requestKey + "/again", samples, patience);
    }

    private Enrolment searched(Enrollee enrollee, String requestKey, Samples samples, Patience patience) {
        return matcher.enrol(
                keyOf(enrollee.subject(), requestKey),
                enrollee.subject(),
                enrollee.traits(),
                samples,
                patience.leftAfter(EligibilityJourney.RECORDING_RESERVE));
    }

    private Enrolment unlessKnown(
            Enrolment found,
            Predicate<SubjectId> known,
            Enrollee enrollee,
            String requestKey,
            Samples samples,
            Patience patience) {
        if (!(found instanceof Enrolment.DuplicatesSuspected suspected)) {
            return found;
        }
        List<MatchCandidate> unknown = suspected.candidates().stream()
                .filter(candidate -> !known.test(candidate.subject()))
                .toList();
        return unknown.isEmpty()
                ? matcher.enrolUnsearched(
                        keyOf(enrollee.subject(), requestKey + "/known"),
                        enrollee.subject(),
                        enrollee.traits(),
                        samples,
                        patience.leftAfter(EligibilityJourney.RECORDING_RESERVE))
                : new Enrolment.DuplicatesSuspected(unknown);
    }

    private boolean anyAbandoned(Enrolment.DuplicatesSuspected suspected) {
        Set<SubjectId> open = new HashSet<>(intents.open());
        return suspected.candidates().stream().map(MatchCandidate::subject).anyMatch(open::contains);
    }

    /** The same for the same attempt, never the caller's own: the matcher has one space of keys for all who call us. */
    static String keyOf(SubjectId subject, String requestKey) {
        return UUID.nameUUIDFromBytes((subject.value() + "/" + requestKey).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /**
     * Keeps the fingers of somebody who is held up beside the case. Without a matcher the case waits all the same, and officers decide
     * it by what else is known.
     */
    Transaction keeping(Transaction opening, AdjudicationCase held, Samples samples, Patience patience) {
        if (samples.isEmpty()) {
            return opening;
        }
        try {
            return matcher.hold(held.caseId(), samples, patience.leftAfter(EligibilityJourney.RECORDING_RESERVE))
                    .map(prints -> opening.adding(HeldPrints.KIND, prints))
                    .orElse(opening);
        } catch (MatcherUnavailableException gone) {
            LOG.warn("The prints of case {} are not kept: {}", held.caseId(), gone.why());
            return opening;
        }
    }

    AdjudicationCase newCase(Nid applicant, String applicantName, Enrolment.DuplicatesSuspected suspected) {
        return new AdjudicationCase(
                books.newId(),
                applicant,
                applicantName,
                suspected.candidates().stream()
                        .limit(AdjudicationCase.CANDIDATES_MAX)
                        .map(candidate ->
                                new AdjudicationCase.Candidate(candidate.subject(), candidate.fmr(), candidate.fpir()))
                        .toList(),
                books.now());
    }
}

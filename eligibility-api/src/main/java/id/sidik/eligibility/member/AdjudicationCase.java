package id.sidik.eligibility.member;

import id.sidik.eligibility.nid.Nid;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Somebody looks like members we have. Nothing of an application is registered until officers decide.
 *
 * @param caseId 1 to 64 of [A-Za-z0-9._-]
 * @param applicant a number that nobody is registered under, or a member who gave fingers later or was reported
 * @param candidates who the applicant looks like, best first; 1 to 100
 * @param application what the applicant said, where nobody is registered under the number
 */
public record AdjudicationCase(
        String caseId,
        Nid applicant,
        String applicantName,
        List<Candidate> candidates,
        Instant openedAt,
        CaseOrigin origin,
        Optional<Application> application) {

    /** The most candidates that a case carries; an officer never gets further. */
    public static final int CANDIDATES_MAX = 100;

    private static final Pattern CASE_ID_FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    public AdjudicationCase {
        if (!CASE_ID_FORM.matcher(caseId).matches()) {
            throw new IllegalArgumentException("a case id is 1 to 64 of [A-Za-z0-9._-]");
        }
        if (!Member.isFullName(applicantName)) {
            throw new IllegalArgumentException("a full name is 1 to 120 characters without control characters");
        }
        candidates = List.copyOf(candidates);
        if (candidates.isEmpty() || candidates.size() > CANDIDATES_MAX) {
            throw new IllegalArgumentException("a case has 1 to 100 candidates, not " + candidates.size());
        }
    }

    /** A case of fingers that look like others', about a member or an applicant who said no more than a name. */
    public AdjudicationCase(
            String caseId, Nid applicant, String applicantName, List<Candidate> candidates, Instant openedAt) {
        this(caseId, applicant, applicantName, candidates, openedAt, CaseOrigin.FINGERS_ALIKE, Optional.empty());
    }

    /**
     * A member whom the applicant looks like.
     *
     * @param fmr how often two strangers' fingers look at least this alike in one comparison, in [0, 1]; 1 where fingers say nothing
     * @param fpir how often a search of everybody finds such a stranger, in [0, 1]; 1 where fingers say nothing
     * @param likeness of name and birth date, in [0, 1]; 0 where they were not compared
     */
    public record Candidate(SubjectId subject, double fmr, double fpir, double likeness) {
        public Candidate {
            if (!(fmr >= 0 && fmr <= 1) || !(fpir >= 0 && fpir <= 1)) {
                throw new IllegalArgumentException("error rates lie in [0, 1]: fmr " + fmr + ", fpir " + fpir);
            }
            if (!(likeness >= 0 && likeness <= 1)) {
                throw new IllegalArgumentException("a likeness lies in [0, 1]: " + likeness);
            }
        }

        /** Whose fingers are alike. */
        public Candidate(SubjectId subject, double fmr, double fpir) {
            this(subject, fmr, fpir, 0);
        }

        /** Whose name and birth date are alike. */
        public static Candidate byData(SubjectId subject, double likeness) {
            return new Candidate(subject, 1, 1, likeness);
        }
    }

    @Override
    public String toString() {
        return "AdjudicationCase[" + caseId + ", " + applicant.masked() + ", " + candidates.size() + " candidates]";
    }
}

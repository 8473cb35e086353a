package id.sidik.eligibility.member;

import id.sidik.eligibility.nid.Nid;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Somebody who applied looks like members we have. Nothing of the application is registered until an officer decides.
 *
 * @param caseId 1 to 64 of [A-Za-z0-9._-]
 * @param candidates who the applicant looks like, best first; 1 to 100
 */
public record AdjudicationCase(
        String caseId, Nid applicant, String applicantName, List<Candidate> candidates, Instant openedAt) {

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

    /**
     * A member whom the applicant looks like.
     *
     * @param fmr how often two strangers look at least this alike in one comparison, in [0, 1]
     * @param fpir how often a search of everybody finds such a stranger, in [0, 1]
     */
    public record Candidate(SubjectId subject, double fmr, double fpir) {
        public Candidate {
            if (!(fmr >= 0 && fmr <= 1) || !(fpir >= 0 && fpir <= 1)) {
                throw new IllegalArgumentException("error rates lie in [0, 1]: fmr " + fmr + ", fpir " + fpir);
            }
        }
    }

    @Override
    public String toString() {
        return "AdjudicationCase[" + caseId + ", " + applicant.masked() + ", " + candidates.size() + " candidates]";
    }
}

package id.sidik.eligibility.member;

import id.sidik.eligibility.nid.Nid;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A case and what became of it.
 *
 * @param counterpart whom the applicant is the same as, exactly if she is
 * @param officers who decided: two wherever something was taken from somebody
 * @param reason 1 to 200 characters
 */
public record DecidedCase(
        AdjudicationCase file,
        Verdict verdict,
        Optional<Nid> counterpart,
        List<String> officers,
        String reason,
        Instant decidedAt) {

    public DecidedCase {
        officers = List.copyOf(officers);
        if (counterpart.isPresent() != (verdict == Verdict.SAME_PERSON)) {
            throw new IllegalArgumentException("who is the same person is the same as somebody");
        }
        if (officers.stream().distinct().count() < officersNeeded(file, verdict)) {
            throw new IllegalArgumentException("two officers decide such a case, not " + officers.size());
        }
    }

    /** Two, where a membership is taken away, or where fingers are to be called a chance likeness; else one. */
    public static int officersNeeded(AdjudicationCase file, Verdict verdict) {
        return verdict == Verdict.SAME_PERSON || file.origin() == CaseOrigin.FINGERS_ALIKE ? 2 : 1;
    }

    /** Names nobody. */
    @Override
    public String toString() {
        return "DecidedCase[" + file.caseId() + ", " + verdict + "]";
    }
}

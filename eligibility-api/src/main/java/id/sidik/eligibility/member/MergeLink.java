package id.sidik.eligibility.member;

import id.sidik.eligibility.nid.Nid;
import java.time.Instant;
import java.util.List;

/**
 * Two registrations are one person, as two officers have found. Nothing was moved: the absorbed number's payments stay under it and
 * count for the survivor, so that a split has nothing to take apart.
 *
 * @param absorbed whose registration no longer counts
 * @param survivor whose registration counts for both
 * @param statusBefore of the absorbed one, which a split gives back
 * @param officers the two who decided
 */
public record MergeLink(
        Nid absorbed, Nid survivor, String caseId, MemberStatus statusBefore, List<String> officers, Instant at) {

    public MergeLink {
        if (absorbed.equals(survivor)) {
            throw new IllegalArgumentException("nobody is merged with herself");
        }
        if (statusBefore == MemberStatus.MERGED) {
            throw new IllegalArgumentException("who is merged already is merged with nobody else");
        }
        officers = List.copyOf(officers);
        if (officers.stream().distinct().count() != 2) {
            throw new IllegalArgumentException("two officers decide that two people are one");
        }
    }
}

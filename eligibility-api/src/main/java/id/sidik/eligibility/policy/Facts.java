package id.sidik.eligibility.policy;

import id.sidik.eligibility.contribution.Programme;
import id.sidik.eligibility.contribution.Standing;
import id.sidik.eligibility.decision.Purpose;
import id.sidik.eligibility.member.Member;
import java.util.Map;
import java.util.Optional;

/**
 * All that a ruling may depend on, gathered before it is made.
 *
 * @param member empty if the NID is not registered
 * @param standings of that member, by programme; without an entry nothing was ever paid
 */
public record Facts(Purpose purpose, Optional<Member> member, Presence presence, Map<Programme, Standing> standings) {

    public Facts {
        standings = Map.copyOf(standings);
        if (member.isEmpty() && presence instanceof Presence.Proved) {
            throw new IllegalArgumentException("nobody can prove to be a member who does not exist");
        }
    }
}

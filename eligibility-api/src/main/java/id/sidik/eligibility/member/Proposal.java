package id.sidik.eligibility.member;

import java.time.Instant;

/**
 * What one officer wants and a second one must want as well. Nothing happens before.
 *
 * @param matter what it is about, 1 to 120 of [A-Za-z0-9._:/-]: a case, or a member by a keyed hash
 * @param wish what is to happen, so that two who want different things do not agree; 1 to 200 characters
 * @param officer 1 to 64 printable ASCII characters
 * @param reason 1 to 200 characters
 */
public record Proposal(String matter, String wish, String officer, String reason, Instant at) {
    /** Names nobody. */
    @Override
    public String toString() {
        return "Proposal[" + matter + " by " + officer + "]";
    }
}

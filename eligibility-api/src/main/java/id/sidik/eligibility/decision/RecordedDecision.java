package id.sidik.eligibility.decision;

import id.sidik.eligibility.nid.Nid;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * A decision as it stands in the books: enough to sign its receipt, again and always the same.
 *
 * @param decisionId 1 to 64 of [A-Za-z0-9._-]
 * @param policyVersion of the rules that decided, for example "2026.1"
 */
public record RecordedDecision(
        String decisionId,
        Nid nid,
        Purpose purpose,
        Facility facility,
        Decision decision,
        String policyVersion,
        Instant decidedAt) {

    private static final Pattern ID_FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    public RecordedDecision {
        if (!isId(decisionId)) {
            throw new IllegalArgumentException("a decision id is 1 to 64 of [A-Za-z0-9._-]");
        }
    }

    /** Whether the text may be the id of a decision. */
    public static boolean isId(String text) {
        return ID_FORM.matcher(text).matches();
    }
}

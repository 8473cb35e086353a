package id.sidik.eligibility.decision;

import id.sidik.eligibility.contribution.Programme;
import java.time.LocalDate;
import java.util.List;

/** What the gate answers. Three outcomes, not two: whatever is missing leads to the third, never to the first. */
public sealed interface Decision {

    /**
     * The person was present and is covered.
     *
     * @param inForceUntil last day of cover as far as it is paid today
     */
    record Granted(Programme benefit, LocalDate inForceUntil) implements Decision {}

    /**
     * The person is not to be served for this purpose.
     *
     * @param reasons in order of precedence, at least one, each once
     */
    record Denied(List<DenialReason> reasons) implements Decision {
        public Denied {
            reasons = reasons.stream().sorted().distinct().toList();
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("nobody is denied without a reason");
            }
        }
    }

    /** Nobody can say. An officer decides by other means. */
    record Undetermined(UndeterminedCause cause) implements Decision {}
}

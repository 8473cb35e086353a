package id.sidik.eligibility.policy;

import id.sidik.eligibility.contribution.Standing;
import id.sidik.eligibility.decision.DenialReason;
import id.sidik.eligibility.decision.Purpose;
import java.time.LocalDate;
import java.util.List;

/** The rules of {@link Policy#VERSION}, and which of them each purpose has to pass. */
final class Rules {
    private static final Rule PRESENCE_NOT_REFUTED = Rules::presenceNotRefuted;
    private static final Rule MEMBERSHIP_ACTIVE = Rules::membershipActive;

    private Rules() {}

    /** Every rule of a purpose, at least one. */
    static List<Rule> of(Purpose purpose) {
        return switch (purpose) {
            case HOSPITAL_ADMISSION,
                    HOSPITAL_OUTPATIENT,
                    HOSPITAL_DIALYSIS,
                    HOSPITAL_EMERGENCY,
                    CLAIM_JKK,
                    CLAIM_JKM,
                    CLAIM_JKP -> List.of(PRESENCE_NOT_REFUTED, MEMBERSHIP_ACTIVE, Rules::coverInForce);
            case CLAIM_JHT, CLAIM_JP, PENSION_PROOF_OF_LIFE ->
                List.of(PRESENCE_NOT_REFUTED, MEMBERSHIP_ACTIVE, Rules::savingsExist);
        };
    }

    private static List<DenialReason> presenceNotRefuted(Facts facts, LocalDate today) {
        return facts.presence() instanceof Presence.Mismatch ? List.of(DenialReason.PRESENCE_MISMATCH) : List.of();
    }

    private static List<DenialReason> membershipActive(Facts facts, LocalDate today) {
        if (facts.member().isEmpty()) {
            return List.of(DenialReason.NOT_A_MEMBER);
        }
        return switch (facts.member().get().status()) {
            case ACTIVE -> List.of();
            case SUSPENDED -> List.of(DenialReason.SUSPENDED);
            case DECEASED -> List.of(DenialReason.DECEASED);
            case MERGED -> List.of(DenialReason.MERGED);
        };
    }

    /** Insurance protects while it is paid for. */
    private static List<DenialReason> coverInForce(Facts facts, LocalDate today) {
        Standing standing = facts.standings().get(facts.purpose().programme());
        if (standing == null) {
            return List.of(DenialReason.NO_CONTRIBUTION);
        }
        if (Cover.notBegun(standing, today)) {
            return List.of(DenialReason.COVER_NOT_BEGUN);
        }
        return Cover.inForce(standing, today) ? List.of() : List.of(DenialReason.CONTRIBUTIONS_LAPSED);
    }

    /** Old-age and pension savings belong to whoever paid them, long after the last payment (PP 45/2015, PP 46/2015). */
    private static List<DenialReason> savingsExist(Facts facts, LocalDate today) {
        Standing standing = facts.standings().get(facts.purpose().programme());
        if (standing == null) {
            return List.of(DenialReason.NO_CONTRIBUTION);
        }
        return Cover.notBegun(standing, today) ? List.of(DenialReason.COVER_NOT_BEGUN) : List.of();
    }
}

package id.sidik.eligibility.policy;

import id.sidik.eligibility.contribution.Programme;
import id.sidik.eligibility.contribution.Standing;
import id.sidik.eligibility.decision.Decision;
import id.sidik.eligibility.decision.DenialReason;
import id.sidik.eligibility.decision.UndeterminedCause;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * May this person be served, here, now, for this purpose? A pure function: the same facts at the same moment always get the
 * same ruling, and a changed rule gets a new {@link #VERSION}.
 *
 * <ol>
 *   <li>Without a finger that can be compared there is no ruling: Undetermined, and nothing about membership or payments is
 *       told, because nobody has shown whose they are.
 *   <li>A number without a member is denied: nobody can ever prove to be that member.
 *   <li>A finger that is not the member's is denied for that alone; what else speaks against goes to the audit.
 *   <li>A member who is present is granted if no rule objects, and denied with every objection otherwise.
 * </ol>
 */
public final class Policy {
    /** Of the rules below. Year and number: it is stored with every decision and printed on every receipt. */
    public static final String VERSION = "2026.1";

    /** Days begin at midnight in Jakarta for everybody: cover must not depend on the time zone of a counter. */
    static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

    /** Rules on the facts as they were at a moment. */
    public Ruling decide(Facts facts, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZONE);
        List<DenialReason> grounds = grounds(facts, today);
        return new Ruling(decision(facts, grounds, today), grounds, VERSION);
    }

    private static Decision decision(Facts facts, List<DenialReason> grounds, LocalDate today) {
        return switch (facts.presence()) {
            case Presence.CaptureFailed failed ->
                new Decision.Undetermined(failed.fault().cause());
            case Presence.CaptureMissing _ -> new Decision.Undetermined(UndeterminedCause.CAPTURE_MISSING);
            case Presence.Stale _ -> new Decision.Undetermined(UndeterminedCause.CAPTURE_STALE);
            case Presence.TooPoor _ -> new Decision.Undetermined(UndeterminedCause.QUALITY_TOO_LOW);
            case Presence.MatcherUnavailable _ -> new Decision.Undetermined(UndeterminedCause.MATCHER_UNAVAILABLE);
            case Presence.GalleryIncomplete _ -> new Decision.Undetermined(UndeterminedCause.GALLERY_INCOMPLETE);
            case Presence.NotEnrolled _ ->
                facts.member().isPresent()
                        ? new Decision.Undetermined(UndeterminedCause.NOT_ENROLLED)
                        : new Decision.Denied(List.of(DenialReason.NOT_A_MEMBER));
            case Presence.Mismatch _ ->
                facts.member().isPresent()
                        ? new Decision.Denied(List.of(DenialReason.PRESENCE_MISMATCH))
                        : new Decision.Denied(List.of(DenialReason.NOT_A_MEMBER));
            case Presence.Proved _ -> grounds.isEmpty() ? granted(facts, today) : new Decision.Denied(grounds);
        };
    }

    private static Decision granted(Facts facts, LocalDate today) {
        Programme benefit = facts.purpose().programme();
        Standing standing = facts.standings().get(benefit);
        if (standing == null) {
            throw new IllegalStateException("a rule let a purpose pass that nothing was paid for: " + facts.purpose());
        }
        // Savings outlive the cover they were paid with; the answer then holds for the day it is given on.
        LocalDate until = Cover.inForce(standing, today) ? Cover.inForceUntil(standing, today) : today;
        return new Decision.Granted(benefit, until);
    }

    private static List<DenialReason> grounds(Facts facts, LocalDate today) {
        if (facts.member().isEmpty()) {
            return List.of(DenialReason.NOT_A_MEMBER);
        }
        return Rules.of(facts.purpose()).stream()
                .flatMap(rule -> rule.objections(facts, today).stream())
                .sorted()
                .distinct()
                .toList();
    }
}

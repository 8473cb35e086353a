package id.sidik.eligibility.member;

import id.sidik.eligibility.nid.Nid;
import java.time.Instant;

/**
 * A member's yes or no to one use of personal data (UU 27/2022, art. 20 to 24). The latest for a use counts; earlier ones stay.
 *
 * @param given false when consent was refused or taken back
 */
public record Consent(Nid nid, Use use, boolean given, RegistrationChannel channel, Instant at) {
    /** What the data are used for. Names are stored: never rename one. */
    public enum Use {
        /** Fingers are enrolled and compared. */
        BIOMETRICS,
        /** Employers and facilities are told that the person is a member. */
        DATA_SHARING,
        /** Messages to the telephone. */
        MESSAGES
    }
}

package id.sidik.eligibility.employer;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Somebody who employs members.
 *
 * @param name 1 to 120 characters, no control characters
 * @param districtCode where it is, 6 digits as in a NIK; empty if nobody said
 * @param revision 1 at registration, one more with each change
 */
public record Employer(
        Npp npp,
        String name,
        RiskTier riskTier,
        String districtCode,
        EmployerStatus status,
        Instant registeredAt,
        int revision) {

    /** The longest name, in characters. */
    public static final int NAME_CHARS_MAX = 120;

    private static final Pattern DISTRICT_FORM = Pattern.compile("([0-9]{6})?");

    public Employer {
        if (!isName(name)) {
            throw new IllegalArgumentException("an employer's name is 1 to 120 characters without control characters");
        }
        if (!isDistrictCode(districtCode)) {
            throw new IllegalArgumentException("a district code is 6 digits, or empty: " + districtCode);
        }
        if (revision < 1) {
            throw new IllegalArgumentException("revisions start at 1: " + revision);
        }
    }

    /** A new employer, active. */
    public static Employer registered(Npp npp, String name, RiskTier riskTier, String districtCode, Instant at) {
        return new Employer(npp, name, riskTier, districtCode, EmployerStatus.ACTIVE, at, 1);
    }

    /** Whether the text may be a name. */
    public static boolean isName(String text) {
        return !text.isBlank()
                && text.codePointCount(0, text.length()) <= NAME_CHARS_MAX
                && text.codePoints().noneMatch(Character::isISOControl);
    }

    /** Whether the text is 6 ASCII digits, or empty. */
    public static boolean isDistrictCode(String text) {
        return DISTRICT_FORM.matcher(text).matches();
    }

    /** The next revision, which says something else of the same employer. */
    public Employer restated(String newName, RiskTier newTier, String newDistrictCode, EmployerStatus newStatus) {
        return new Employer(npp, newName, newTier, newDistrictCode, newStatus, registeredAt, revision + 1);
    }
}

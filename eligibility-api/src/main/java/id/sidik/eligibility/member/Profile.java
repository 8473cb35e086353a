package id.sidik.eligibility.member;

import id.sidik.eligibility.contribution.Programme;
import id.sidik.eligibility.employer.Employer;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.nid.Sex;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is known of a member beside name and number.
 *
 * @param birthDate from 1850 on
 * @param motherName the mother's name at birth, 1 to 120 characters: it tells namesakes apart
 * @param districtCode where the person lives, 6 digits as in a NIK; empty if nobody said
 * @param programmes those that the member belongs to
 * @param citizenship empty if nobody said: foreigners with a permit to stay have a NIK of the same form
 * @param channel where this was said
 * @param revision 1 at registration, one more with each change
 */
public record Profile(
        Nid nid,
        LocalDate birthDate,
        Sex sex,
        Optional<String> motherName,
        Optional<Phone> phone,
        String districtCode,
        Set<Programme> programmes,
        Optional<Citizenship> citizenship,
        RegistrationChannel channel,
        int revision) {

    private static final LocalDate BIRTH_DATE_MIN = LocalDate.of(1850, 1, 1);

    public Profile {
        if (birthDate.isBefore(BIRTH_DATE_MIN)) {
            throw new IllegalArgumentException("nobody alive was born before 1850: " + birthDate);
        }
        if (motherName.isPresent() && !Member.isFullName(motherName.get())) {
            throw new IllegalArgumentException("a mother's name is 1 to 120 characters without control characters");
        }
        if (!isDistrictCode(districtCode)) {
            throw new IllegalArgumentException("a district code is 6 digits, or empty: " + districtCode);
        }
        if (revision < 1) {
            throw new IllegalArgumentException("revisions start at 1: " + revision);
        }
        programmes = Collections.unmodifiableSet(
                programmes.isEmpty() ? EnumSet.noneOf(Programme.class) : new TreeSet<>(programmes));
    }

    /** Whether the text is 6 ASCII digits, or empty. */
    public static boolean isDistrictCode(String text) {
        return Employer.isDistrictCode(text);
    }

    /** The same, as the revision after {@code earlier}. */
    public Profile following(Profile earlier) {
        return withRevision(earlier.revision() + 1);
    }

    private Profile withRevision(int newRevision) {
        return new Profile(
                nid, birthDate, sex, motherName, phone, districtCode, programmes, citizenship, channel, newRevision);
    }

    /** Names nobody. */
    @Override
    public String toString() {
        return "Profile[" + nid.masked() + ", revision " + revision + "]";
    }
}

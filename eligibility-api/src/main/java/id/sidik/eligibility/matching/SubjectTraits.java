package id.sidik.eligibility.matching;

import id.sidik.eligibility.member.Profile;
import id.sidik.eligibility.nid.NidDetails;
import id.sidik.eligibility.nid.Sex;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the matcher is told of a subject beside the fingers, so that a search can leave out whom it cannot mean. It is what the number
 * says, which stays for life, and only as far as nobody has said otherwise: whatever is not known passes every {@link SubjectFilter}.
 *
 * @param birthYear 1850 to 2200
 * @param regency the regency or city that issued the number, 4 digits; never one that the table of regions lacks
 */
public record SubjectTraits(Optional<Sex> sex, OptionalInt birthYear, Optional<String> regency) {
    public static final SubjectTraits UNKNOWN =
            new SubjectTraits(Optional.empty(), OptionalInt.empty(), Optional.empty());

    /**
     * Takes what the number says where the profile agrees.
     *
     * @param profile empty for whom none is kept
     */
    public static SubjectTraits of(NidDetails number, Optional<Profile> profile) {
        return new SubjectTraits(
                Optional.of(number.sex())
                        .filter(sex -> profile.map(said -> said.sex() == sex).orElse(true)),
                birthYear(number, profile),
                Optional.of(number.regencyCode())
                        .filter(_ -> !number.regencyName().isEmpty()));
    }

    /** A number can mean two years, a hundred apart; the profile says which. */
    private static OptionalInt birthYear(NidDetails number, Optional<Profile> profile) {
        int[] years = number.birthDateCandidates().stream()
                .mapToInt(LocalDate::getYear)
                .filter(year ->
                        profile.map(said -> said.birthDate().getYear() == year).orElse(true))
                .distinct()
                .toArray();
        return years.length == 1 ? OptionalInt.of(years[0]) : OptionalInt.empty();
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "SubjectTraits[]";
    }
}

package id.sidik.eligibility.matching;

import static org.assertj.core.api.Assertions.assertThat;

import id.sidik.eligibility.member.Profile;
import id.sidik.eligibility.member.RegistrationChannel;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.nid.NidCheck;
import id.sidik.eligibility.nid.NidDetails;
import id.sidik.eligibility.nid.NidProfile;
import id.sidik.eligibility.nid.NidRules;
import id.sidik.eligibility.nid.RegionTable;
import id.sidik.eligibility.nid.Sex;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SubjectTraitsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
    private static final String SITI = "3174015708850003";
    private static final LocalDate SITIS_BIRTH = LocalDate.of(1985, 8, 17);
    private static final NidRules RULES = new NidRules(RegionTable.bundled(), NidProfile.LENIENT);

    @Test
    void areWhatTheNumberSays() {
        assertThat(SubjectTraits.of(details(SITI), Optional.empty()))
                .isEqualTo(new SubjectTraits(Optional.of(Sex.FEMALE), OptionalInt.of(1985), Optional.of("3174")));
        assertThat(SubjectTraits.of(details(SITI), profile(SITIS_BIRTH, Sex.FEMALE)))
                .isEqualTo(SubjectTraits.of(details(SITI), Optional.empty()));
    }

    @Test
    void areUnknownWhereTheProfileSaysOtherwise() {
        assertThat(SubjectTraits.of(details(SITI), profile(SITIS_BIRTH, Sex.MALE))
                        .sex())
                .isEmpty();
        assertThat(SubjectTraits.of(details(SITI), profile(SITIS_BIRTH.plusYears(1), Sex.FEMALE))
                        .birthYear())
                .isEmpty();
        assertThat(SubjectTraits.of(details(SITI), profile(SITIS_BIRTH.plusDays(1), Sex.FEMALE))
                        .birthYear())
                .as("a day is no year")
                .hasValue(1985);
    }

    @Test
    void aYearOfTwoDigitsIsUnknownUntilTheProfileSaysWhichCentury() {
        NidDetails either = details("3174011708150003"); // 2015, or 1915 whose bearer would be 110
        assertThat(either.birthDateCandidates()).hasSize(2);

        assertThat(SubjectTraits.of(either, Optional.empty()).birthYear()).isEmpty();
        assertThat(SubjectTraits.of(either, profile(LocalDate.of(2015, 8, 17), Sex.MALE))
                        .birthYear())
                .hasValue(2015);
    }

    @Test
    void aRegencyThatTheTableLacksIsUnknownSinceNoProvinceWouldMeanIt() {
        NidDetails nowhere = details("3199011708850003");

        assertThat(SubjectTraits.of(nowhere, Optional.empty()).regency()).isEmpty();
        assertThat(RULES.regenciesIn("31")).contains("3174").doesNotContain("3199", "31", "317401");
        assertThat(RULES.regenciesIn("3174")).containsExactly("3174");
        assertThat(RULES.regenciesIn("317401")).isEmpty();
        assertThat(RULES.regenciesIn("3199")).isEmpty();
    }

    @Test
    void sayNothingOfThePersonInALog() {
        assertThat(SubjectTraits.of(details(SITI), Optional.empty())).hasToString("SubjectTraits[]");
    }

    private static NidDetails details(String number) {
        return ((NidCheck.Accepted) RULES.check(number, TODAY)).details();
    }

    private static Optional<Profile> profile(LocalDate birthDate, Sex sex) {
        return Optional.of(new Profile(
                new Nid(SITI),
                birthDate,
                sex,
                Optional.empty(),
                Optional.empty(),
                "",
                Set.of(),
                Optional.empty(),
                RegistrationChannel.COUNTER,
                1));
    }
}

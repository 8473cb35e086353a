package id.sidik.engine.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SubjectFilterTest {
    private static final SubjectTraits SITI =
            new SubjectTraits(Sex.FEMALE, OptionalInt.of(1990), Optional.of("3273"), Set.of("pensioners"));

    @Test
    void passesWhoFitsAndNobodyElse() {
        assertThat(SubjectFilter.EVERYBODY.passes(SITI)).isTrue();
        assertThat(SubjectFilter.ofSex(Sex.FEMALE).passes(SITI)).isTrue();
        assertThat(SubjectFilter.ofSex(Sex.MALE).passes(SITI)).isFalse();
        assertThat(SubjectFilter.bornIn(new YearBand(1990, 1990)).passes(SITI)).isTrue();
        assertThat(SubjectFilter.bornIn(new YearBand(1980, 1989)).passes(SITI)).isFalse();
        assertThat(SubjectFilter.bornIn(new YearBand(1991, 2000)).passes(SITI)).isFalse();
        assertThat(SubjectFilter.ofRegions(Set.of("3171", "3273")).passes(SITI)).isTrue();
        assertThat(SubjectFilter.ofRegions(Set.of("3171")).passes(SITI)).isFalse();
        assertThat(SubjectFilter.ofGallery("pensioners").passes(SITI)).isTrue();
        assertThat(SubjectFilter.ofGallery("officers").passes(SITI)).isFalse();
    }

    @Test
    void passesWhoIsUnknown() {
        assertThat(SubjectFilter.ofSex(Sex.MALE).passes(SubjectTraits.UNKNOWN)).isTrue();
        assertThat(SubjectFilter.bornIn(new YearBand(1980, 1989)).passes(SubjectTraits.UNKNOWN))
                .isTrue();
        assertThat(SubjectFilter.ofRegions(Set.of("3171")).passes(SubjectTraits.UNKNOWN))
                .isTrue();
    }

    @Test
    void knowsWhoIsInAGallery() {
        assertThat(SubjectFilter.ofGallery("officers").passes(SubjectTraits.UNKNOWN))
                .as("membership is never unknown")
                .isFalse();
    }

    @Test
    void laterTraitsWinWhereTheyAreKnown() {
        SubjectTraits later = new SubjectTraits(Sex.UNKNOWN, OptionalInt.of(1991), Optional.empty(), Set.of("b"));

        assertThat(SITI.and(later))
                .isEqualTo(new SubjectTraits(
                        Sex.FEMALE, OptionalInt.of(1991), Optional.of("3273"), Set.of("pensioners", "b")));
    }

    @Test
    void refusesWhatItCanNotMean() {
        assertThatIllegalArgumentException().isThrownBy(() -> SubjectFilter.ofSex(Sex.UNKNOWN));
        assertThatIllegalArgumentException().isThrownBy(() -> SubjectFilter.ofRegions(Set.of("no such region")));
        assertThatIllegalArgumentException().isThrownBy(() -> SubjectFilter.ofGallery(""));
        assertThatIllegalArgumentException().isThrownBy(() -> new YearBand(1990, 1989));
        assertThatIllegalArgumentException().isThrownBy(() -> new YearBand(0, 1989));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SubjectFilter.ofRegions(IntStream.rangeClosed(0, SubjectFilter.REGIONS_MAX)
                        .mapToObj(Integer::toString)
                        .collect(Collectors.toSet())));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new SubjectTraits(Sex.UNKNOWN, OptionalInt.of(12), Optional.empty(), Collections.emptySet()));
    }

    @Test
    void showsNothingOfAPerson() {
        assertThat(SITI).hasToString("SubjectTraits[1 galleries]");
    }
}

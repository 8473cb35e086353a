package id.sidik.eligibility.member;

import static org.assertj.core.api.Assertions.assertThat;

import id.sidik.eligibility.member.Likeness.Person;
import id.sidik.eligibility.nid.Sex;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LikenessTest {
    private static final LocalDate BORN = LocalDate.of(1985, 8, 17);

    /** The same name as it is written by two clerks. */
    private static final List<List<String>> SAME = List.of(
            List.of("Siti Rahayu", "SITI RAHAYU"),
            List.of("Siti Rahayu", "Rahayu Siti"),
            List.of("Soeharto", "Suharto"),
            List.of("Tjokro Aminoto", "Cokro Aminoto"),
            List.of("Djoko Soesilo", "Joko Susilo"),
            List.of("Muhammad Rizki", "Moh. Rizqy"),
            List.of("H. Achmad Fauzi, S.H., M.H.", "Ahmad Fauzi"),
            List.of("Hj. Nurhayati", "Nurhajati"),
            List.of("Ma'ruf Amin", "Maruf Amin"),
            List.of("Faisal Basri", "Paisal Basri"),
            List.of("Siti Aisyah", "St. Aisya"));

    private static final List<List<String>> OTHER = List.of(
            List.of("Siti Rahayu", "Siti Aminah"),
            List.of("Budi Santoso", "Agus Santoso"),
            List.of("Dewi Lestari", "Dwi Hartono"),
            List.of("Ketut Sudana", "Wayan Sudarma"));

    @Test
    void hearsTheSameNameBehindItsSpellings() {
        assertThat(SAME)
                .allSatisfy(names -> assertThat(Likeness.of(person(names.get(0)), person(names.get(1))))
                        .as(names.toString())
                        .isGreaterThanOrEqualTo(Likeness.SUSPECTED_FROM));
    }

    @Test
    void tellsOtherNamesApart() {
        assertThat(OTHER)
                .allSatisfy(names -> assertThat(Likeness.of(person(names.get(0)), person(names.get(1))))
                        .as(names.toString())
                        .isLessThan(Likeness.SUSPECTED_FROM));
    }

    @Test
    void forgivesOneSlipInTheBirthDate() {
        assertThat(suspected(LocalDate.of(1986, 8, 17))).isTrue();
        assertThat(suspected(LocalDate.of(1985, 8, 16))).isTrue();
        assertThat(likeness(LocalDate.of(1985, 9, 8), LocalDate.of(1985, 8, 9)))
                .isGreaterThanOrEqualTo(Likeness.SUSPECTED_FROM);
        assertThat(suspected(LocalDate.of(1988, 8, 17))).isFalse();
        assertThat(suspected(LocalDate.of(1985, 3, 2))).isFalse();
    }

    @Test
    void clearsNamesakesOfAnotherSexOrMother() {
        Person siti = person("Siti Rahayu");
        Person man = new Person(siti.name(), BORN, Sex.MALE, Optional.empty(), Optional.empty());
        assertThat(Likeness.of(siti, man)).isZero();

        assertThat(Likeness.of(daughterOf("Sumiati"), daughterOf("Kartini"))).isZero();
        assertThat(Likeness.of(daughterOf("Sumiati"), daughterOf("Soemiati"))).isEqualTo(1);
        assertThat(Likeness.of(daughterOf("Sumiati"), siti)).isGreaterThanOrEqualTo(Likeness.SUSPECTED_FROM);
    }

    @Test
    void listensToOneTelephoneOfBoth() {
        Person one = at("Siti Rahayu Ningsih", "0812-3456-7890");
        Person other = at("Siti Rahajoe", "+62 812 3456 7890");
        Person silent = person("Siti Rahajoe");

        assertThat(Likeness.of(one, other)).isGreaterThan(Likeness.of(one, silent));
    }

    @Test
    void filesPeopleWhereTheirLikeAreSearched() {
        for (List<String> names : SAME) {
            assertThat(Collections.disjoint(
                            Likeness.blocksOf(person(names.get(0))), Likeness.blocksToSearch(person(names.get(1)))))
                    .as(names.toString())
                    .isFalse();
        }
        Person slipped = person("Siti Rahayu", LocalDate.of(1986, 8, 17));
        assertThat(Collections.disjoint(Likeness.blocksOf(person("Siti Rahayu")), Likeness.blocksToSearch(slipped)))
                .isFalse();
    }

    @Test
    void isLikeNobodyWithoutAName() {
        assertThat(Likeness.of(person("H."), person("H."))).isZero();
    }

    @Test
    void readsTelephoneNumbersInOneForm() {
        assertThat(Phone.parse("0812-3456-7890")).contains(new Phone("+6281234567890"));
        assertThat(Phone.parse("62 812 3456 7890")).contains(new Phone("+6281234567890"));
        assertThat(List.of("", "12", "0812x3456", "++62812345678"))
                .allMatch(text -> Phone.parse(text).isEmpty());
        assertThat(new Phone("+6281234567890")).hasToString("…890");
    }

    private static boolean suspected(LocalDate date) {
        return likeness(BORN, date) >= Likeness.SUSPECTED_FROM;
    }

    private static double likeness(LocalDate one, LocalDate other) {
        return Likeness.of(person("Siti Rahayu", one), person("Siti Rahayu", other));
    }

    private static Person person(String name) {
        return person(name, BORN);
    }

    private static Person person(String name, LocalDate born) {
        return new Person(NameForm.of(name), born, Sex.FEMALE, Optional.empty(), Optional.empty());
    }

    private static Person daughterOf(String mother) {
        return new Person(
                NameForm.of("Siti Rahayu"), BORN, Sex.FEMALE, Optional.of(NameForm.of(mother)), Optional.empty());
    }

    private static Person at(String name, String phone) {
        return new Person(NameForm.of(name), BORN, Sex.FEMALE, Optional.empty(), Phone.parse(phone));
    }
}

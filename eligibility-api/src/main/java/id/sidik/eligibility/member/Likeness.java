package id.sidik.eligibility.member;

import id.sidik.eligibility.nid.Sex;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether two registrations, by what was written down, may be one person. Fingers know better where both have given them; this is
 * for those who have not.
 *
 * <p>Namesakes born on one day are common: another sex or another mother clears a suspicion, the same mother or telephone adds to it.
 */
public final class Likeness {
    /** From here on an officer looks. */
    public static final double SUSPECTED_FROM = 0.88;

    /** Names of more words are found by the first of them. */
    private static final int FILED_WORDS_MAX = 8;

    private static final double CORROBORATION = 0.06;
    private static final double SAME_MOTHER_FROM = 0.9;
    private static final double OTHER_MOTHER_BELOW = 0.7;
    private static final double DAY_AND_MONTH_EXCHANGED = 0.97;
    private static final double ONE_PART_DIFFERS = 0.93;

    private Likeness() {}

    /**
     * What tells a person from others.
     *
     * @param motherName and phone as far as known
     */
    public record Person(
            NameForm name, LocalDate birthDate, Sex sex, Optional<NameForm> motherName, Optional<Phone> phone) {
        /** A person by name and profile. */
        public static Person of(String fullName, Profile profile) {
            return new Person(
                    NameForm.of(fullName),
                    profile.birthDate(),
                    profile.sex(),
                    profile.motherName().map(NameForm::of),
                    profile.phone());
        }
    }

    /** From 0, certainly two, to 1. */
    public static double of(Person one, Person other) {
        if (one.sex() != other.sex()) {
            return 0;
        }
        double mothers = mothers(one, other);
        if (mothers < OTHER_MOTHER_BELOW) {
            return 0;
        }
        double likeness = one.name().likeness(other.name()) * birthDates(one.birthDate(), other.birthDate());
        boolean sameMother =
                one.motherName().isPresent() && other.motherName().isPresent() && mothers >= SAME_MOTHER_FROM;
        boolean samePhone = one.phone().isPresent() && one.phone().equals(other.phone());
        boolean corroborated = sameMother || samePhone;
        return Math.min(1, likeness + (corroborated && likeness > 0 ? CORROBORATION : 0));
    }

    /** 1 when nothing speaks against: also when one of them did not say. */
    private static double mothers(Person one, Person other) {
        return one.motherName()
                .flatMap(mother -> other.motherName().map(mother::likeness))
                .orElse(1.0);
    }

    private static double birthDates(LocalDate one, LocalDate other) {
        if (one.equals(other)) {
            return 1;
        }
        if (exchanged(one).filter(other::equals).isPresent()) {
            return DAY_AND_MONTH_EXCHANGED;
        }
        int same = (one.getDayOfMonth() == other.getDayOfMonth() ? 1 : 0)
                + (one.getMonthValue() == other.getMonthValue() ? 1 : 0)
                + (one.getYear() == other.getYear() ? 1 : 0);
        boolean yearsNear = Math.abs(one.getYear() - other.getYear()) <= 1;
        return same == 2 && yearsNear ? ONE_PART_DIFFERS : 0;
    }

    private static Optional<LocalDate> exchanged(LocalDate date) {
        try {
            return Optional.of(LocalDate.of(date.getYear(), date.getDayOfMonth(), date.getMonthValue()));
        } catch (DateTimeException noSuchMonth) {
            return Optional.empty(); // the 17th month: an expected outcome
        }
    }

    /**
     * Under which words a person is filed, so that nobody is compared with everybody: birth date with each word of the name, and
     * birth year with the whole name. They are personal data: file them under keyed hashes.
     */
    public static Set<String> blocksOf(Person person) {
        Set<String> blocks = datedBlocks(person, person.birthDate());
        blocks.add(yearBlock(person, person.birthDate().getYear()));
        return blocks;
    }

    /** Where others may be filed who are this person: the same, and with the slips that {@link #of} forgives. */
    public static Set<String> blocksToSearch(Person person) {
        Set<String> blocks = datedBlocks(person, person.birthDate());
        exchanged(person.birthDate()).ifPresent(date -> blocks.addAll(datedBlocks(person, date)));
        int year = person.birthDate().getYear();
        for (int near = year - 1; near <= year + 1; near++) {
            blocks.add(yearBlock(person, near));
        }
        return blocks;
    }

    /**
     * Two people whom {@link #of} may find alike share one of these: the date, its day and month in either order, or all words of the name.
     * So whoever holds them while she is searched for and filed is overtaken by nobody like her. Personal data, for the memory alone.
     */
    public static Set<String> turnsOf(Person person) {
        LocalDate date = person.birthDate();
        LocalDate first = exchanged(date).filter(other -> other.isBefore(date)).orElse(date);
        return Set.of("day/" + first, "name/" + person.name().key());
    }

    private static Set<String> datedBlocks(Person person, LocalDate date) {
        return person.name().words().stream()
                .limit(FILED_WORDS_MAX)
                .map(word -> "day/" + date + "/" + NameForm.skeleton(word))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String yearBlock(Person person, int year) {
        return "year/" + year + "/" + person.name().key();
    }
}

package id.sidik.eligibility.province;

import id.sidik.eligibility.contribution.Programme;
import id.sidik.eligibility.member.Segment;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.report.ContributionEvent;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Who pays what, month by month: everybody for one programme, and for whatever else visits and claims of the year will rest on. Nothing is drawn
 * by chance here, so a stream can be made as often as it is read.
 */
final class Payroll {
    /** One employer in so many reports wages too low, pays late, or stops paying. */
    private static final int UNDER_REPORTING_ONE_IN = 9;

    private static final int LATE_ONE_IN = 11;
    private static final int STOPPING_ONE_IN = 13;
    private static final int STOPPING_MONTH = 9;
    private static final int DUE_DAY = 10;
    private static final int PERSISTENT_ONE_IN = 3;
    private static final int LATE_DAY = 27;

    /** Months before the year that are in the books already, where something will rest on them. */
    private static final int HISTORY_MONTHS = 4;

    /** JKP asks for twelve of 24 (PP 37/2021). */
    private static final int HISTORY_MONTHS_OF_JKP = 14;

    private static final long JKN_WAGE_MAX_RUPIAH = 12_000_000;
    private static final String[] OWN_CHANNELS = {"bank-transfer", "e-commerce", "telecom", "auto-debit"};

    private final List<Person> people;
    private final Map<Nid, Set<Programme>> needs;
    private final int year;

    /** @param needs which programmes somebody's visits and claims rest on */
    Payroll(List<Person> people, Map<Nid, Set<Programme>> needs, int year) {
        this.people = people;
        this.needs = needs;
        this.year = year;
    }

    /** All contributions of the year, by month. */
    Stream<ContributionEvent> contributions() {
        return IntStream.rangeClosed(1, 12)
                .mapToObj(month -> YearMonth.of(year, month))
                .flatMap(this::of);
    }

    /** What was paid for the months before. */
    Stream<ContributionEvent> history() {
        YearMonth january = YearMonth.of(year, 1);
        return IntStream.rangeClosed(1, HISTORY_MONTHS_OF_JKP)
                .mapToObj(ago -> january.minusMonths(HISTORY_MONTHS_OF_JKP + 1L - ago))
                .flatMap(month -> numbers()
                        .flatMap(number -> needs.getOrDefault(people.get(number).nid(), Set.of()).stream()
                                .filter(programme -> programme == Programme.JKP
                                        || !month.isBefore(january.minusMonths(HISTORY_MONTHS)))
                                .flatMap(programme -> contribution(number, programme, month))
                                .filter(payment -> payment.postedOn().getYear() < year)));
    }

    /** What is paid for a month. */
    Stream<ContributionEvent> of(YearMonth month) {
        return numbers()
                .flatMap(number ->
                        programmes(number).stream().flatMap(programme -> contribution(number, programme, month)));
    }

    private Stream<Integer> numbers() {
        return IntStream.range(0, people.size()).boxed();
    }

    /** Most who pay for themselves stop when they need nothing, and are members all the same. */
    private Set<Programme> programmes(int number) {
        Person person = people.get(number);
        Set<Programme> programmes = EnumSet.noneOf(Programme.class);
        programmes.addAll(needs.getOrDefault(person.nid(), Set.of()));
        if (employed(person)) {
            programmes.add(Programme.JHT);
        } else if (!programmes.isEmpty() || number % PERSISTENT_ONE_IN == 0) {
            programmes.add(Programme.JKM);
        }
        return programmes;
    }

    private static boolean employed(Person person) {
        return person.segment() == Segment.WAGE_EARNER;
    }

    private Stream<ContributionEvent> contribution(int number, Programme programme, YearMonth month) {
        Person person = people.get(number);
        boolean ofEmployer = employed(person);
        int employer = numberOf(person);
        boolean stopped = ofEmployer
                && employer % STOPPING_ONE_IN == STOPPING_ONE_IN - 1
                && !month.isBefore(YearMonth.of(year, STOPPING_MONTH));
        int dueDay = employer % LATE_ONE_IN == LATE_ONE_IN - 1 ? LATE_DAY : DUE_DAY;
        LocalDate due = ofEmployer
                ? (programme == Programme.JKN ? month : month.plusMonths(1)).atDay(dueDay)
                : month.atDay(1 + number % 28);
        boolean owes =
                !person.joinedOn().isAfter(month.atEndOfMonth()) && person.aliveOn(ofEmployer ? month.atDay(1) : due);
        if (stopped || !owes) {
            return Stream.empty();
        }
        long wage = ofEmployer ? reportedWage(person) : 0;
        return Stream.of(new ContributionEvent(
                String.format(Locale.ROOT, "pay-%06d-%s-%s", number, programme, month),
                person.nid(),
                programme,
                month,
                ofEmployer ? "employer" : OWN_CHANNELS[number % OWN_CHANNELS.length],
                ofEmployer ? person.employer() : Optional.empty(),
                wage,
                ofEmployer ? ofWage(programme, wage) : ofOneself(programme),
                due.isBefore(person.joinedOn()) ? person.joinedOn() : due));
    }

    /** By employer and worker: PP 46/2015, 44/2015, 45/2015, 37/2021, Perpres 64/2020. */
    private static long ofWage(Programme programme, long wage) {
        return switch (programme) {
            case JHT -> wage * 57 / 1_000;
            case JKN -> Math.min(wage, JKN_WAGE_MAX_RUPIAH) * 50 / 1_000;
            case JKK -> wage * 54 / 10_000;
            case JKM -> wage * 30 / 10_000;
            case JP -> wage * 30 / 1_000;
            case JKP -> wage * 36 / 10_000;
        };
    }

    /** Of those who pay for themselves; health in the third class (Perpres 64/2020). */
    private static long ofOneself(Programme programme) {
        return switch (programme) {
            case JHT -> 20_000;
            case JKN -> 42_000;
            case JKK -> 10_000;
            case JKM -> 6_800;
            case JP, JKP -> 30_000;
        };
    }

    private static long reportedWage(Person person) {
        boolean underReported = numberOf(person) % UNDER_REPORTING_ONE_IN == UNDER_REPORTING_ONE_IN - 1;
        return underReported ? person.wageRupiah() * 7 / 10 : person.wageRupiah();
    }

    private static int numberOf(Person person) {
        return Integer.parseInt(person.employer().orElse("JK0").substring("JK".length()));
    }
}

package id.sidik.eligibility.province;

import id.sidik.eligibility.contribution.Programme;
import id.sidik.eligibility.member.Segment;
import id.sidik.eligibility.report.ContributionEvent;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Who pays what, month by month. Nothing is drawn by chance here, so a stream can be made as often as it is read. */
final class Payroll {
    /** One employer in so many reports wages too low, pays late, or stops paying. */
    private static final int UNDER_REPORTING_ONE_IN = 9;

    private static final int LATE_ONE_IN = 11;
    private static final int STOPPING_ONE_IN = 13;
    private static final int STOPPING_MONTH = 9;
    private static final int DUE_DAY = 10;
    private static final int LATE_DAY = 27;

    /** JHT: 3.7 % by the employer and 2 % by the worker (PP 46/2015). */
    private static final long JHT_PER_MILLE = 57;

    /** JKN: 4 % and 1 % of at most 12 million (Perpres 64/2020). */
    private static final long JKN_PER_MILLE = 50;

    private static final long JKN_WAGE_MAX_RUPIAH = 12_000_000;

    /** JKN of those who pay for themselves, third class (Perpres 64/2020). */
    private static final long JKN_OWN_RUPIAH = 42_000;

    private static final long JKM_OWN_RUPIAH = 6_800;
    private static final String[] OWN_CHANNELS = {"bank-transfer", "e-commerce", "telecom", "auto-debit"};

    private final List<Person> people;
    private final int year;

    Payroll(List<Person> people, int year) {
        this.people = people;
        this.year = year;
    }

    /** All contributions of the year, by month. */
    Stream<ContributionEvent> contributions() {
        return IntStream.rangeClosed(1, 12)
                .mapToObj(month -> YearMonth.of(year, month))
                .flatMap(month -> IntStream.range(0, people.size()).boxed().flatMap(number -> of(number, month)));
    }

    private Stream<ContributionEvent> of(int number, YearMonth month) {
        Person person = people.get(number);
        boolean owes = !person.joinedOn().isAfter(month.atEndOfMonth()) && person.aliveOn(month.atEndOfMonth());
        if (!owes) {
            return Stream.empty();
        }
        return person.segment() == Segment.WAGE_EARNER
                ? byEmployer(number, person, month)
                : byMember(number, person, month);
    }

    private Stream<ContributionEvent> byEmployer(int number, Person person, YearMonth month) {
        int employer = numberOf(person);
        if (employer % STOPPING_ONE_IN == STOPPING_ONE_IN - 1 && month.getMonthValue() >= STOPPING_MONTH) {
            return Stream.empty();
        }
        boolean late = employer % LATE_ONE_IN == LATE_ONE_IN - 1;
        LocalDate posted = month.plusMonths(1).atDay(late ? LATE_DAY : DUE_DAY);
        long wage = reportedWage(person);
        return Stream.of(
                contribution(
                        number, person, Programme.JHT, month, "employer", wage, wage * JHT_PER_MILLE / 1_000, posted),
                contribution(
                        number,
                        person,
                        Programme.JKN,
                        month,
                        "employer",
                        wage,
                        Math.min(wage, JKN_WAGE_MAX_RUPIAH) * JKN_PER_MILLE / 1_000,
                        posted));
    }

    private static long reportedWage(Person person) {
        boolean underReported = numberOf(person) % UNDER_REPORTING_ONE_IN == UNDER_REPORTING_ONE_IN - 1;
        return underReported ? person.wageRupiah() * 7 / 10 : person.wageRupiah();
    }

    private static int numberOf(Person person) {
        return Integer.parseInt(person.employer().orElse("NPP-0").substring("NPP-".length()));
    }

    private Stream<ContributionEvent> byMember(int number, Person person, YearMonth month) {
        String channel = OWN_CHANNELS[number % OWN_CHANNELS.length];
        LocalDate posted = month.atDay(1 + number % 28);
        return Stream.of(
                contribution(number, person, Programme.JKN, month, channel, 0, JKN_OWN_RUPIAH, posted),
                contribution(number, person, Programme.JKM, month, channel, 0, JKM_OWN_RUPIAH, posted));
    }

    private static ContributionEvent contribution(
            int number,
            Person person,
            Programme programme,
            YearMonth month,
            String channel,
            long wageRupiah,
            long amountRupiah,
            LocalDate posted) {
        return new ContributionEvent(
                String.format(Locale.ROOT, "pay-%06d-%s-%s", number, programme, month),
                person.nid(),
                programme,
                month,
                channel,
                person.segment() == Segment.WAGE_EARNER ? person.employer() : Optional.empty(),
                wageRupiah,
                amountRupiah,
                posted);
    }
}

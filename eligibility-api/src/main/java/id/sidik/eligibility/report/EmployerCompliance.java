package id.sidik.eligibility.report;

import static id.sidik.eligibility.report.Threshold.DUE_DAY;

import id.sidik.eligibility.contribution.Programme;
import id.sidik.eligibility.nid.Nid;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which employers owe months or pay late. The measure is JHT, which every wage earner has: a month of each worker from joining to the end of
 * the period, or to her death, should be paid by the due day of the month after it.
 */
final class EmployerCompliance {
    private static final Programme MEASURE = Programme.JHT;

    /** One employer. */
    private static final class Account {
        private final Ratio late = new Ratio();
        private long workers;
        private long monthsDue;
        private long paidRupiah;
    }

    private final Period period;
    private final int dueDay;
    private final Kept<Nid, LocalDate[]> deaths = new Kept<>(() -> new LocalDate[1]);
    private final Kept<String, Account> employers = new Kept<>(Account::new);

    private EmployerCompliance(Period period, int dueDay) {
        this.period = period;
        this.dueDay = dueDay;
    }

    static Report of(Events events, Thresholds thresholds) {
        EmployerCompliance compliance = new EmployerCompliance(events.period(), thresholds.of(DUE_DAY));
        try (Stream<DeathEvent> deaths = events.deaths()) {
            deaths.forEach(death -> compliance.deaths.of(death.nid()).ifPresent(day -> day[0] = death.on()));
        }
        try (Stream<RegistrationEvent> registrations = events.registrations()) {
            registrations.forEach(compliance::owe);
        }
        try (Stream<ContributionEvent> contributions = events.contributions()) {
            contributions
                    .filter(contribution -> contribution.programme() == MEASURE)
                    .forEach(compliance::pay);
        }
        return compliance.report(thresholds);
    }

    private void owe(RegistrationEvent registration) {
        Optional<Account> account = registration.employer().flatMap(employers::of);
        if (account.isEmpty()) {
            return;
        }
        LocalDate last = deaths.find(registration.nid())
                .map(day -> day[0].minusMonths(1))
                .filter(day -> day.isBefore(period.to()))
                .orElse(period.to());
        LocalDate first = registration.on().isBefore(period.from()) ? period.from() : registration.on();
        long months = ChronoUnit.MONTHS.between(YearMonth.from(first), YearMonth.from(last)) + 1;
        account.get().workers++;
        account.get().monthsDue += Math.max(0, months);
    }

    private void pay(ContributionEvent contribution) {
        LocalDate due = contribution.period().plusMonths(1).atDay(dueDay);
        contribution.employer().flatMap(employers::of).ifPresent(account -> {
            account.late.add(contribution.postedOn().isAfter(due));
            account.paidRupiah = Math.addExact(account.paidRupiah, contribution.amountRupiah());
        });
    }

    private Report report(Thresholds thresholds) {
        Findings findings = new Findings(
                Column.EMPLOYER,
                Column.WORKERS,
                Column.MONTHS,
                Column.MONTHS_MISSING,
                Column.LATE,
                Column.RATE,
                Column.AMOUNT);
        employers.forEach((employer, account) -> {
            Proportion late = account.late.now();
            long missing = Math.max(0, account.monthsDue - late.whole());
            if (missing > 0 || late.part() > 0) {
                findings.add(
                        (double) (missing + late.part()) / Math.max(1, account.monthsDue),
                        Cell.of(employer),
                        Cell.of(account.workers),
                        Cell.of(account.monthsDue),
                        Cell.of(missing),
                        Cell.of(late.part()),
                        late.permille(),
                        Cell.of(account.paidRupiah));
            }
        });
        findings.partialIf(employers, deaths);
        return findings.report(ReportName.EMPLOYER_COMPLIANCE, period, thresholds.shown(DUE_DAY));
    }
}

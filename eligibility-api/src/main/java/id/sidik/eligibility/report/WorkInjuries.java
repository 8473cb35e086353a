package id.sidik.eligibility.report;

import id.sidik.eligibility.contribution.Programme;
import java.util.Map;
import java.util.stream.Stream;

/** Work injuries by employer, against how many work there: where prevention pays. */
final class WorkInjuries {
    private static final long PER_THOUSAND = 1_000;

    /** One employer. */
    private static final class Workplace {
        private final MoneyTotal injuries = new MoneyTotal();
        private long paidRupiah;
        private long workers;
    }

    private WorkInjuries() {}

    static Report of(Events events) {
        Kept<String, Workplace> workplaces = new Kept<>(Workplace::new);
        try (Stream<RegistrationEvent> registrations = events.registrations()) {
            registrations.forEach(registration ->
                    registration.employer().flatMap(workplaces::of).ifPresent(workplace -> workplace.workers++));
        }
        try (Stream<ClaimEvent> claims = events.claims()) {
            claims.filter(claim -> claim.programme() == Programme.JKK)
                    .forEach(claim -> claim.employer().flatMap(workplaces::of).ifPresent(workplace -> {
                        workplace.injuries.add(claim.amountRupiah());
                        workplace.paidRupiah += claim.paidRupiah();
                    }));
        }
        Findings findings =
                new Findings(Column.EMPLOYER, Column.CLAIMS, Column.WORKERS, Column.RATE, Column.AMOUNT, Column.PAID);
        workplaces.forEach((employer, workplace) -> {
            if (workplace.injuries.count() > 0) {
                long permille = workplace.injuries.count() * PER_THOUSAND / Math.max(1, workplace.workers);
                findings.add(
                        permille,
                        Cell.of(employer),
                        Cell.of(workplace.injuries.count()),
                        Cell.of(workplace.workers),
                        Cell.of(permille),
                        Cell.of(workplace.injuries.rupiah()),
                        Cell.of(workplace.paidRupiah));
            }
        });
        findings.partialIf(workplaces);
        return findings.report(ReportName.WORK_INJURIES, events.period(), Map.of());
    }
}

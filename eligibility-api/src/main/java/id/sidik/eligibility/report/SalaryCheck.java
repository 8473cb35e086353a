package id.sidik.eligibility.report;

import static id.sidik.eligibility.report.Threshold.WAGE_GAP_MIN;

import id.sidik.eligibility.nid.Nid;
import java.util.stream.Stream;

/** Wages that employers report against what workers say: each rupiah less is a smaller pension and a smaller cover. */
final class SalaryCheck {
    /** What was reported of a worker last. */
    private static final class Reported {
        private long wageRupiah;
        private String employer = "";
    }

    private SalaryCheck() {}

    static Report of(Events events, Thresholds thresholds) {
        Kept<Nid, Reported> reported = new Kept<>(Reported::new);
        try (Stream<ContributionEvent> contributions = events.contributions()) {
            contributions
                    .filter(contribution -> contribution.wageRupiah() > 0)
                    .forEach(contribution -> reported.of(contribution.nid()).ifPresent(last -> {
                        last.wageRupiah = contribution.wageRupiah();
                        last.employer = contribution.employer().orElse("");
                    }));
        }
        Findings findings =
                new Findings(Column.MEMBER, Column.EMPLOYER, Column.WAGE_REPORTED, Column.WAGE_DECLARED, Column.RATE);
        try (Stream<RegistrationEvent> registrations = events.registrations()) {
            registrations
                    .filter(registration -> registration.declaredWageRupiah() > 0)
                    .forEach(registration -> reported.find(registration.nid())
                            .ifPresent(last -> compare(findings, registration, last, thresholds)));
        }
        findings.partialIf(reported);
        return findings.report(ReportName.SALARY_CHECK, events.period(), thresholds.shown(WAGE_GAP_MIN));
    }

    private static void compare(
            Findings findings, RegistrationEvent registration, Reported last, Thresholds thresholds) {
        long missing = registration.declaredWageRupiah() - last.wageRupiah;
        if (missing > 0
                && new Proportion(missing, registration.declaredWageRupiah()).value()
                        >= thresholds.share(WAGE_GAP_MIN)) {
            findings.add(
                    missing,
                    Cell.of(registration.nid()),
                    Cell.of(last.employer),
                    Cell.of(last.wageRupiah),
                    Cell.of(registration.declaredWageRupiah()),
                    new Proportion(missing, registration.declaredWageRupiah()).permille());
        }
    }
}

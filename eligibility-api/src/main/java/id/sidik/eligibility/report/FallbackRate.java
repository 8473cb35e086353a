package id.sidik.eligibility.report;

import static id.sidik.eligibility.report.Threshold.CERTAINTY;
import static id.sidik.eligibility.report.Threshold.FALLBACKS_MIN;
import static id.sidik.eligibility.report.Threshold.TIMES_THE_USUAL;

import java.util.stream.Stream;

/** Who serves, or lets serve, without a finger far more often than others (Ghana's *842#, Kenya's OTP). */
final class FallbackRate {
    private final Thresholds thresholds;
    private final Ratio all = new Ratio();
    private final Kept<String, Ratio> facilities = new Kept<>(Ratio::new);
    private final Kept<String, Ratio> operators = new Kept<>(Ratio::new);
    private final Kept<String, Ratio> approvers = new Kept<>(Ratio::new);
    private final Kept<String, Evidence> evidence = new Kept<>(Evidence::new);

    private FallbackRate(Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    static Report of(Events events, Thresholds thresholds) {
        FallbackRate rate = new FallbackRate(thresholds);
        try (Stream<PresenceEvent> presences = events.presences()) {
            presences
                    .filter(PresenceEvent::matched)
                    .forEach(presence -> rate.count(presence.facility(), presence.operator(), false));
        }
        try (Stream<FallbackEvent> fallbacks = events.fallbacks()) {
            fallbacks.filter(FallbackEvent::granted).forEach(rate::count);
        }
        return rate.report(events.period());
    }

    private void count(FallbackEvent fallback) {
        count(fallback.facility(), fallback.operator(), true);
        approvers.of(fallback.approver()).ifPresent(ratio -> ratio.add(true));
        for (String subject : new String[] {
            "facility " + fallback.facility(), "operator " + fallback.operator(), "approver " + fallback.approver()
        }) {
            evidence.of(subject).ifPresent(seen -> seen.add(fallback.eventId(), fallback.nid()));
        }
    }

    private void count(String facility, String operator, boolean fallback) {
        all.add(fallback);
        facilities.of(facility).ifPresent(ratio -> ratio.add(fallback));
        operators.of(operator).ifPresent(ratio -> ratio.add(fallback));
    }

    private Report report(Period period) {
        Findings findings = new Findings(
                Column.KIND,
                Column.SUBJECT,
                Column.FALLBACKS,
                Column.COUNT,
                Column.RATE,
                Column.USUAL_RATE,
                Column.EVIDENCE);
        facilities.forEach((facility, ratio) -> judge(findings, SubjectKind.FACILITY, facility, ratio, all));
        operators.forEach((operator, ratio) -> judge(findings, SubjectKind.OPERATOR, operator, ratio, all));
        Ratio approvals = new Ratio();
        approvers.forEach((_, ratio) -> approvals.add(ratio));
        approvers.forEach((approver, ratio) ->
                judgeApprover(findings, approver, ratio.now().whole(), approvals));
        findings.partialIf(facilities, operators, approvers, evidence);
        return findings.report(
                ReportName.FALLBACK_RATE, period, thresholds.shown(FALLBACKS_MIN, TIMES_THE_USUAL, CERTAINTY));
    }

    private void judge(Findings findings, SubjectKind kind, String subject, Ratio ratio, Ratio usual) {
        Proportion rate = ratio.now();
        double others = usual.without(ratio).value();
        if (rate.part() >= thresholds.of(FALLBACKS_MIN)
                && rate.atLeast(thresholds.share(CERTAINTY)) > others * thresholds.share(TIMES_THE_USUAL)) {
            add(findings, kind, subject, rate, usual.without(ratio));
        }
    }

    /** Whoever approves serves nobody herself: her share of all approvals is compared with an equal share. */
    private void judgeApprover(Findings findings, String approver, long approved, Ratio approvals) {
        long all = approvals.now().whole();
        long others = Math.max(1, countOf(approvers) - 1);
        Proportion share = new Proportion(approved, all);
        Proportion usual = new Proportion(Math.round((double) (all - approved) / others), Math.max(1, all));
        if (approved >= thresholds.of(FALLBACKS_MIN)
                && share.atLeast(thresholds.share(CERTAINTY)) > usual.value() * thresholds.share(TIMES_THE_USUAL)) {
            add(findings, SubjectKind.APPROVER, approver, share, usual);
        }
    }

    private static long countOf(Kept<String, Ratio> subjects) {
        long[] count = new long[1];
        subjects.forEach((_, _) -> count[0]++);
        return count[0];
    }

    private void add(Findings findings, SubjectKind kind, String subject, Proportion rate, Proportion usual) {
        Cell kindCell = kind.cell();
        findings.add(
                rate.value() / Math.max(usual.value(), 0.001),
                kindCell,
                Cell.of(subject),
                Cell.of(rate.part()),
                Cell.of(rate.whole()),
                rate.permille(),
                usual.permille(),
                evidence.find(kindCell.text(false) + " " + subject)
                        .map(Evidence::cell)
                        .orElse(Cell.of("")));
    }
}

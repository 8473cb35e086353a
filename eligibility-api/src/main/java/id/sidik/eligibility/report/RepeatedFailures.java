package id.sidik.eligibility.report;

import static id.sidik.eligibility.report.Threshold.CERTAINTY;
import static id.sidik.eligibility.report.Threshold.FAILURES_MIN;
import static id.sidik.eligibility.report.Threshold.FAILURES_OF_A_PERSON_MIN;
import static id.sidik.eligibility.report.Threshold.TIMES_THE_USUAL;

import id.sidik.eligibility.nid.Nid;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Fingers that fail again and again. A device is dirty when it fails for its operators apart from the one it fails for most; an operator is looked
 * at when others do better on the same devices. So nobody is blamed for a dirty glass.
 */
final class RepeatedFailures {
    /** A member on a day. */
    private record PersonDay(Nid nid, LocalDate day) {}

    private final Thresholds thresholds;
    private final Ratio all = new Ratio();
    private final Kept<PersonDay, Evidence> people = new Kept<>(Evidence::new);
    private final Kept<String, Map<String, Ratio>> devices = new Kept<>(HashMap::new);
    private final Kept<String, Evidence> evidence = new Kept<>(Evidence::new);

    private RepeatedFailures(Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    static Report of(Events events, Thresholds thresholds) {
        RepeatedFailures failures = new RepeatedFailures(thresholds);
        try (Stream<PresenceEvent> presences = events.presences()) {
            presences.filter(PresenceEvent::captured).forEach(failures::count);
        }
        return failures.report(events.period());
    }

    private void count(PresenceEvent presence) {
        all.add(presence.failed());
        devices.of(presence.device())
                .ifPresent(operators -> operators
                        .computeIfAbsent(presence.operator(), _ -> new Ratio())
                        .add(presence.failed()));
        if (presence.failed()) {
            people.of(new PersonDay(presence.nid(), LocalDate.ofInstant(presence.at(), thresholds.zone())))
                    .ifPresent(seen -> seen.add(presence.eventId(), presence.device()));
            evidence.of("device " + presence.device()).ifPresent(seen -> seen.add(presence.eventId(), presence.nid()));
            evidence.of("operator " + presence.operator())
                    .ifPresent(seen -> seen.add(presence.eventId(), presence.nid()));
        }
    }

    private Report report(Period period) {
        Findings findings = new Findings(
                Column.KIND,
                Column.SUBJECT,
                Column.FAILURES,
                Column.COUNT,
                Column.RATE,
                Column.USUAL_RATE,
                Column.EVIDENCE);
        people.forEach((person, seen) -> judgePerson(findings, person, seen));
        Map<String, Ratio> byOperator = new HashMap<>();
        Map<String, Double> expected = new HashMap<>();
        devices.forEach((device, operators) -> {
            judgeDevice(findings, device, operators);
            expect(operators, byOperator, expected);
        });
        byOperator.forEach((operator, ratio) ->
                judgeOperator(findings, operator, ratio.now(), expected.getOrDefault(operator, 0.0)));
        findings.partialIf(people, devices, evidence);
        return findings.report(
                ReportName.REPEATED_FAILURES,
                period,
                thresholds.shown(FAILURES_OF_A_PERSON_MIN, FAILURES_MIN, TIMES_THE_USUAL, CERTAINTY));
    }

    private void judgePerson(Findings findings, PersonDay person, Evidence seen) {
        if (seen.events() >= thresholds.of(FAILURES_OF_A_PERSON_MIN)) {
            findings.add(
                    seen.events(),
                    SubjectKind.MEMBER.cell(),
                    Cell.of(person.nid()),
                    Cell.of(seen.events()),
                    Cell.of(seen.events()),
                    new Proportion(seen.events(), seen.events()).permille(),
                    all.now().permille(),
                    seen.cell());
        }
    }

    private void judgeDevice(Findings findings, String device, Map<String, Ratio> operators) {
        Ratio total = new Ratio();
        operators.values().forEach(total::add);
        Proportion judged = operators.values().stream()
                .max(Comparator.comparingDouble(ratio -> ratio.now().value()))
                .filter(_ -> operators.size() > 1)
                .map(total::without)
                .orElse(total.now());
        Proportion usual = all.without(total);
        if (total.now().part() >= thresholds.of(FAILURES_MIN) && exceeds(judged, usual.value())) {
            add(findings, SubjectKind.DEVICE, device, total.now(), usual);
        }
    }

    /** Adds to each operator's failures those that other operators of the device would have had in her place. */
    private static void expect(
            Map<String, Ratio> operators, Map<String, Ratio> byOperator, Map<String, Double> expected) {
        Ratio total = new Ratio();
        operators.values().forEach(total::add);
        operators.forEach((operator, ratio) -> {
            Proportion others = total.without(ratio);
            if (others.whole() > 0) {
                byOperator.computeIfAbsent(operator, _ -> new Ratio()).add(ratio);
                expected.merge(operator, others.value() * ratio.now().whole(), Double::sum);
            }
        });
    }

    private void judgeOperator(Findings findings, String operator, Proportion rate, double expectedFailures) {
        Proportion usual = new Proportion(Math.round(expectedFailures), rate.whole());
        if (rate.part() >= thresholds.of(FAILURES_MIN)
                && exceeds(rate, Math.max(usual.value(), all.now().value()))) {
            add(findings, SubjectKind.OPERATOR, operator, rate, usual);
        }
    }

    private boolean exceeds(Proportion rate, double usual) {
        return rate.atLeast(thresholds.share(CERTAINTY)) > usual * thresholds.share(TIMES_THE_USUAL);
    }

    private void add(Findings findings, SubjectKind kind, String subject, Proportion rate, Proportion usual) {
        Cell kindCell = kind.cell();
        findings.add(
                rate.part(),
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

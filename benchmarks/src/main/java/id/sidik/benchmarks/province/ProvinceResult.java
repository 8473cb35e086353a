package id.sidik.benchmarks.province;

import id.sidik.benchmarks.gate.SimulatedGate;
import id.sidik.eligibility.contribution.Programme;
import id.sidik.eligibility.journey.StoredEvents;
import id.sidik.eligibility.nid.NidHasher;
import id.sidik.eligibility.policy.KeptRuling;
import id.sidik.eligibility.province.Person;
import id.sidik.eligibility.province.Province;
import id.sidik.eligibility.province.Scorecard;
import id.sidik.eligibility.records.Page;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.report.Cell;
import id.sidik.eligibility.report.ContributionEvent;
import id.sidik.eligibility.report.Report;
import id.sidik.eligibility.report.ReportName;
import id.sidik.eligibility.report.Reports;
import id.sidik.eligibility.report.Thresholds;
import id.sidik.eligibility.store.EligibilityStore;
import id.sidik.eligibility.v1.ReplayDecisionRequest;
import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Asks the books what became of the year: what each report finds, whether the money adds up, and whether decisions come out as they did. */
final class ProvinceResult {
    /** What a fraud report must reach: it may send an officer on one errand too many in ten, and miss nobody. */
    private static final double PRECISION_MIN = 0.9;

    private static final int IN_COLUMN = 3;
    private static final int OUT_COLUMN = 5;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Province province;
    private final SimulatedGate gate;
    private final YearPlayed year;
    private final Tally tally;
    private final Thresholds thresholds = Thresholds.standard(SimulatedGate.ZONE);
    private final StoredEvents events;
    private final PrintWriter out;
    private boolean asExpected = true;

    ProvinceResult(Province province, SimulatedGate gate, YearPlayed year, Tally tally, PrintWriter out) {
        this.province = province;
        this.gate = gate;
        this.year = year;
        this.tally = tally;
        this.out = out;
        this.events = new StoredEvents(gate.store(), province.period(), SimulatedGate.ZONE);
    }

    /** Prints, and says whether all was as expected. */
    boolean print() {
        out.println();
        out.println("What happened:");
        tally.all().forEach((what, number) -> out.printf(Locale.ROOT, "   %-60s%,18d%n", what, number));
        fraud();
        money();
        service();
        replay();
        keyFigures();
        out.flush();
        return asExpected;
    }

    private void fraud() {
        Map<String, String> names = scriptedNames();
        out.println();
        out.printf(
                Locale.ROOT,
                "   %-26s%9s%7s%7s%7s%11s%8s%8s%n",
                "report on fraud",
                "planted",
                "found",
                "false",
                "missed",
                "precision",
                "recall",
                "ms");
        for (ReportName name : ReportName.ofFraud()) {
            long start = System.nanoTime();
            Report report = Reports.of(name, events, thresholds);
            long millis = (System.nanoTime() - start) / NANOS_PER_MILLI;
            score(Scorecard.of(report, province.plants(), found -> names.getOrDefault(found, found)), millis);
        }
    }

    private void score(Scorecard score, long millis) {
        boolean good = score.planted() > 0 && score.recall() == 1 && score.precision() >= PRECISION_MIN;
        asExpected &= good;
        out.printf(
                Locale.ROOT,
                "%-3s%-26s%9d%7d%7d%7d%11.2f%8.2f%8d%n",
                good ? "ok" : "NO",
                score.report().typed(),
                score.planted(),
                score.found(),
                score.wrong().size(),
                score.missed().size(),
                score.precision(),
                score.recall(),
                millis);
        if (!good) {
            score.missed().stream().limit(10).forEach(subject -> out.println("      missed " + shown(subject)));
        }
        score.wrong().stream().limit(10).forEach(subject -> out.println("      false  " + shown(subject)));
    }

    private static String shown(String subject) {
        return subject.replaceAll("(\\d{4})\\d{8}(\\d{4})", "$1········$2");
    }

    /** The books know fingers by subjects, captures, telephones and accounts by hashes; the script by names. */
    private Map<String, String> scriptedNames() {
        Map<String, String> names = new HashMap<>(year.counters().captures());
        NidHasher hasher = gate.keys().nidHasher();
        for (Person person : province.people()) {
            names.put(hasher.hexOfText(person.phone(), NidHasher.Use.LIKENESS), person.phone());
            names.put(Registry.sha256(person.account()), person.account());
            gate.store()
                    .findMember(person.nid())
                    .ifPresent(member -> names.put(member.subject().value(), person.finger()));
        }
        return names;
    }

    /** Added up from the script, less what the gate refused row by row, and from the books. */
    private void money() {
        Map<Programme, Long> ledger = new EnumMap<>(Programme.class);
        province.contributions().forEach(payment -> add(ledger, payment));
        Report totals = Reports.of(ReportName.FINANCIAL_TOTALS, events, thresholds);
        out.println();
        for (List<Cell> row : totals.rows()) {
            String kind = row.getFirst().text(false);
            if (kind.equals("programme")) {
                String programme = row.get(1).text(false);
                compare(
                        programme + " in",
                        ledger.getOrDefault(Programme.valueOf(programme), 0L)
                                - year.registry().refusedRupiah(programme),
                        amount(row, IN_COLUMN));
                compare(
                        programme + " out",
                        tally.of("paid Rp " + programme) + openBills(programme),
                        amount(row, OUT_COLUMN));
            } else if (kind.equals("difference")) {
                compare("by programme less by channel", 0, amount(row, IN_COLUMN));
            }
        }
    }

    /** Of health the total tells what hospitals ask for: also what waits because nobody saw the patient. */
    private long openBills(String programme) {
        return programme.equals(Programme.JKN.name()) ? tally.of("asked Rp without presence") : 0;
    }

    private static void add(Map<Programme, Long> ledger, ContributionEvent payment) {
        ledger.merge(payment.programme(), payment.amountRupiah(), Math::addExact);
    }

    private static long amount(List<Cell> row, int column) {
        return Long.parseLong(row.get(column).text(false));
    }

    private void compare(String what, long script, long books) {
        compare(what, "Rp ", script, books);
    }

    private void compare(String what, String unit, long script, long books) {
        asExpected &= script == books;
        out.printf(
                Locale.ROOT,
                "%-3s%-30s script %3s%,20d   books %3s%,20d%n",
                script == books ? "ok" : "NO",
                what,
                unit,
                script,
                unit,
                books);
    }

    /** What members complained of and who withdrew her consent: as in the script, so in the books; and that somebody owes. */
    private void service() {
        out.println();
        Report scripted = Reports.of(ReportName.COMPLAINTS, province, thresholds);
        Report found = Reports.of(ReportName.COMPLAINTS, events, thresholds);
        for (List<Cell> row : scripted.rows()) {
            String topic = row.getFirst().text(false);
            compare("complaints: " + topic, "", amount(row, 1), amountOf(found, topic, 1));
            compare("answered: " + topic, "", amount(row, 2), amountOf(found, topic, 2));
        }
        compare("topics of complaints", "", scripted.rows().size(), found.rows().size());
        long owing = Reports.of(ReportName.EMPLOYER_COMPLIANCE, events, thresholds)
                .rows()
                .size();
        asExpected &= owing > 0;
        out.printf(Locale.ROOT, "%-3s%-30s %,d%n", owing > 0 ? "ok" : "NO", "employers who owe or pay late", owing);
        long without = province.withdrawals()
                .filter(withdrawal ->
                        !gate.store().findMember(withdrawal.nid()).orElseThrow().fingersEnrolled())
                .count();
        compare("fingers forgotten", "", province.withdrawals().count(), without);
        compare(
                "consents to biometrics withdrawn",
                "",
                province.withdrawals().count(),
                tally.of("consents to biometrics withdrawn"));
        asExpected &= without > 0 && !scripted.rows().isEmpty();
    }

    private static long amountOf(Report report, String subject, int column) {
        return report.rows().stream()
                .filter(row -> row.getFirst().text(false).equals(subject))
                .mapToLong(row -> amount(row, column))
                .sum();
    }

    /** Makes every decision again, from the facts and the policy that were kept with it. */
    private void replay() {
        long same = 0;
        long others = 0;
        Optional<String> token = Optional.empty();
        do {
            Page<KeptRuling> page = gate.store().page(KeptRuling.KIND, RecordKey.ANY, token, EligibilityStore.PAGE_MAX);
            for (KeptRuling kept : page.entries()) {
                boolean again = gate.journeys()
                        .policy()
                        .replay(
                                ReplayDecisionRequest.newBuilder()
                                        .setDecisionId(kept.decisionId())
                                        .build(),
                                Callers.institution())
                        .getSame();
                same += again ? 1 : 0;
                others += again ? 0 : 1;
            }
            token = page.nextToken();
        } while (token.isPresent());
        asExpected &= others == 0 && same > 0;
        out.println();
        out.printf(
                Locale.ROOT,
                "%-3s%,d decisions made again, %d came out otherwise%n",
                others == 0 ? "ok" : "NO",
                same + others,
                others);
    }

    private void keyFigures() {
        out.println();
        for (List<Cell> row :
                Reports.of(ReportName.KEY_FIGURES, events, thresholds).rows()) {
            out.printf(
                    Locale.ROOT,
                    "   %-28s%15s %s%n",
                    row.get(0).text(false),
                    grouped(row.get(1).text(false)),
                    row.get(2).text(false));
        }
    }

    /** As people read a number; a dash for one that nobody measured, such as how long a made-up person queued. */
    private static String grouped(String number) {
        return number.isEmpty() ? "-" : String.format(Locale.ROOT, "%,d", Long.parseLong(number));
    }
}

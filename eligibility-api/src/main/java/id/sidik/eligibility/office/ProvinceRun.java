package id.sidik.eligibility.office;

import id.sidik.eligibility.contribution.Programme;
import id.sidik.eligibility.journey.StoredEvents;
import id.sidik.eligibility.province.Province;
import id.sidik.eligibility.province.Scorecard;
import id.sidik.eligibility.report.Cell;
import id.sidik.eligibility.report.Report;
import id.sidik.eligibility.report.ReportName;
import id.sidik.eligibility.report.Reports;
import id.sidik.eligibility.report.Thresholds;
import id.sidik.eligibility.store.EligibilityStore;
import java.io.PrintStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;

/** Makes every report from the books and says how well each finds its plants, and whether the money adds up. */
final class ProvinceRun {
    /** What a fraud report must reach: it may send an officer on one errand too many in ten, and miss nobody. */
    private static final double PRECISION_MIN = 0.9;

    private static final int AMOUNT_COLUMN = 3;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Province province;
    private final EligibilityStore store;
    private final Thresholds thresholds;
    private final LongSupplier nanoTime;
    private final PrintStream out;
    private boolean asExpected = true;

    ProvinceRun(
            Province province, EligibilityStore store, Thresholds thresholds, LongSupplier nanoTime, PrintStream out) {
        this.province = province;
        this.store = store;
        this.thresholds = thresholds;
        this.nanoTime = nanoTime;
        this.out = out;
    }

    /** Prints, and says whether all was as expected. */
    boolean run() {
        StoredEvents events = new StoredEvents(store, province.period(), thresholds.zone());
        out.println();
        out.printf(
                Locale.ROOT,
                "   %-28s%9s%8s%11s%9s%9s%n",
                "report on fraud",
                "planted",
                "found",
                "precision",
                "recall",
                "ms");
        for (ReportName name : ReportName.ofFraud()) {
            score(name, events);
        }
        reconcile(events);
        out.println();
        keyFigures(events);
        return asExpected;
    }

    private void keyFigures(StoredEvents events) {
        for (List<Cell> row : timed(ReportName.KEY_FIGURES, events).report().rows()) {
            out.printf(
                    Locale.ROOT,
                    "   %-28s%,15d %s%n",
                    row.get(0).text(false),
                    Long.parseLong(row.get(1).text(false)),
                    row.get(2).text(false));
        }
    }

    /** A report and how long it took. */
    private record Timed(Report report, long millis) {}

    private Timed timed(ReportName name, StoredEvents events) {
        long start = nanoTime.getAsLong();
        Report report = Reports.of(name, events, thresholds);
        return new Timed(report, (nanoTime.getAsLong() - start) / NANOS_PER_MILLI);
    }

    private void score(ReportName name, StoredEvents events) {
        Timed made = timed(name, events);
        Scorecard score = Scorecard.of(made.report(), province.plants());
        boolean good = score.recall() == 1 && score.precision() >= PRECISION_MIN;
        asExpected &= good;
        out.printf(
                Locale.ROOT,
                "%-3s%-28s%9d%8d%11.2f%9.2f%9d%n",
                good ? "ok" : "NO",
                name.typed(),
                score.planted(),
                score.found(),
                score.precision(),
                score.recall(),
                made.millis());
    }

    /** The ledger is added up from the script, the totals from the books. */
    private void reconcile(StoredEvents events) {
        Map<Programme, Long> ledger = new EnumMap<>(Programme.class);
        province.contributions()
                .forEach(contribution ->
                        ledger.merge(contribution.programme(), contribution.amountRupiah(), Math::addExact));
        Report totals = Reports.of(ReportName.FINANCIAL_TOTALS, events, thresholds);
        out.println();
        for (List<Cell> row : totals.rows()) {
            if (row.getFirst().text(false).equals("programme")) {
                Programme programme = Programme.valueOf(row.get(1).text(false));
                compare(programme.name(), ledger.getOrDefault(programme, 0L), amount(row));
            } else if (row.getFirst().text(false).equals("difference")) {
                compare("by programme less by channel", 0, amount(row));
            }
        }
    }

    private static long amount(List<Cell> row) {
        return Long.parseLong(row.get(AMOUNT_COLUMN).text(false));
    }

    private void compare(String what, long script, long books) {
        asExpected &= script == books;
        out.printf(
                Locale.ROOT,
                "%-3s%-28s script Rp %,20d   books Rp %,20d%n",
                script == books ? "ok" : "NO",
                what,
                script,
                books);
    }
}

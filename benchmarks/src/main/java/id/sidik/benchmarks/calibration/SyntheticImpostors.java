package id.sidik.benchmarks.calibration;

import id.sidik.benchmarks.engine.Workers;
import id.sidik.benchmarks.report.TextTable;
import id.sidik.engine.calibration.Calibration;
import id.sidik.engine.comparison.Comparison;
import id.sidik.engine.comparison.PreparedReference;
import id.sidik.engine.comparison.SidikComparator;
import id.sidik.engine.synthesis.TemplateFinger;
import id.sidik.engine.template.FingerPosition;
import id.sidik.engine.template.SidikPayload;
import id.sidik.engine.template.Template;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Millions of strangers: fingers that nobody has, a touch of each, all against all, and all against the real prints. Whether they are
 * as hard to tell apart as real ones is for the table to show.
 */
final class SyntheticImpostors {
    private static final long SEED = 1;
    private static final int SCORE_MAX = 65;
    private static final int SCORE_STEP = 5;
    private static final double[] RATES = {1e-3, 1e-4, 1e-5, 1e-6};

    private SyntheticImpostors() {}

    /** @param real the impostor pairs of the development sets */
    static String report(List<ComparedPair> real, List<Template> realPrints, int fingers, Workers workers) {
        SidikComparator comparator = new SidikComparator();
        List<Template> touches = workers.all(fingers, SyntheticImpostors::touch);
        List<PreparedReference> references = workers.all(fingers, finger -> comparator.prepare(touches.get(finger)));
        ScoreCounts ofReal = new ScoreCounts();
        real.stream().filter(pair -> !pair.isGenuine()).forEach(pair -> ofReal.add(pair.score()));
        ScoreCounts ofSynthetic = sum(workers.all(
                fingers, finger -> against(comparator, touches.get(finger), references.subList(0, finger))));
        ScoreCounts ofBoth =
                sum(workers.all(realPrints.size(), print -> against(comparator, realPrints.get(print), references)));
        ScoreCounts ofAll = sum(List.of(ofReal, ofSynthetic, ofBoth));
        return String.format(
                        Locale.ROOT,
                        "False match rates of %d impostor pairs: %d real, %d synthetic, %d of both%n",
                        ofAll.pairs(),
                        ofReal.pairs(),
                        ofSynthetic.pairs(),
                        ofBoth.pairs())
                + rates(ofReal, ofSynthetic, ofBoth, ofAll) + System.lineSeparator()
                + "Scores by exponential tails from " + ScoreCounts.TAIL_FROM + ", and 95 % below"
                + System.lineSeparator()
                + tails(ofReal, ofSynthetic, ofBoth);
    }

    private static Template touch(int finger) {
        return Template.of(
                SidikPayload.ALGORITHM,
                SidikPayload.write(TemplateFinger.of(SEED, finger, FingerPosition.RIGHT_INDEX)
                        .impression(0)));
    }

    private static ScoreCounts against(SidikComparator comparator, Template probe, List<PreparedReference> references) {
        Comparison comparison = comparator.comparisonOf(probe);
        ScoreCounts counts = new ScoreCounts();
        references.forEach(reference -> counts.add(comparison.scoreOf(reference)));
        return counts;
    }

    private static ScoreCounts sum(List<ScoreCounts> parts) {
        ScoreCounts sum = new ScoreCounts();
        parts.forEach(sum::add);
        return sum;
    }

    private static String rates(ScoreCounts real, ScoreCounts synthetic, ScoreCounts both, ScoreCounts all) {
        TextTable table = new TextTable(
                "score from", "claimed", "real", "95 % below", "synthetic", "both", "all", "95 % below", "pairs");
        for (int score = SCORE_STEP; score <= SCORE_MAX; score += SCORE_STEP) {
            table.row(
                    Integer.toString(score),
                    rate(Calibration.SIDIK.fmrAt((double) score)),
                    rate(real.rateFrom(score)),
                    rate(real.rateBelow(score)),
                    rate(synthetic.rateFrom(score)),
                    rate(both.rateFrom(score)),
                    rate(all.rateFrom(score)),
                    rate(all.rateBelow(score)),
                    Long.toString(all.from(score)));
        }
        return table.toString();
    }

    private static String tails(ScoreCounts real, ScoreCounts synthetic, ScoreCounts both) {
        TextTable table =
                new TextTable("FMR", "claimed", "real", "95 % below", "synthetic", "95 % below", "both", "95 % below");
        for (double fmr : RATES) {
            table.row(
                    rate(fmr),
                    score(claimed(fmr)),
                    score(real.scoreAt(fmr)),
                    score(real.scoreBelow(fmr)),
                    score(synthetic.scoreAt(fmr)),
                    score(synthetic.scoreBelow(fmr)),
                    score(both.scoreAt(fmr)),
                    score(both.scoreBelow(fmr)));
        }
        return table.toString();
    }

    private static int claimed(double fmr) {
        return IntStream.range(0, 200)
                .filter(score -> Calibration.SIDIK.fmrAt((double) score) <= fmr * (1 + 1e-9))
                .findFirst()
                .orElseThrow();
    }

    private static String rate(double rate) {
        return String.format(Locale.ROOT, "%.1e", rate);
    }

    private static String score(double score) {
        return TextTable.number(score, 1);
    }
}

package id.sidik.benchmarks.calibration;

import id.sidik.benchmarks.calibration.ComparedPair.Kind;
import id.sidik.benchmarks.rates.RateBound;
import id.sidik.benchmarks.report.TextTable;
import id.sidik.engine.calibration.Calibration;
import id.sidik.engine.comparison.ComparisonScore;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** The share of impostors at or above each score, beside the rate that the calibration claims. */
final class FmrReport {
    private static final int SCORE_MAX = 60;
    private static final int SCORE_STEP = 5;

    private FmrReport() {}

    static String of(List<ComparedPair> pairs, int setCount) {
        List<ComparedPair> impostors =
                pairs.stream().filter(pair -> !pair.isGenuine()).toList();
        TextTable table = new TextTable(
                "score from", "claimed", "all", "95 % below", "one set", "worst set", "two sets", "mirrored", "FNMR %");
        for (int score = SCORE_STEP; score <= SCORE_MAX; score += SCORE_STEP) {
            table.row(
                    Integer.toString(score),
                    rate(Calibration.SIDIK.fmrAt(new ComparisonScore(score))),
                    rate(share(impostors, score, pair -> true)),
                    rate(RateBound.below(matching(impostors, score), impostors.size())),
                    rate(share(impostors, score, pair -> pair.kind() == Kind.IMPOSTOR)),
                    rate(worstSet(impostors, score, setCount)),
                    rate(share(impostors, score, pair -> pair.kind() == Kind.CROSS_SET_IMPOSTOR)),
                    rate(share(impostors, score, pair -> pair.kind() == Kind.MIRRORED_IMPOSTOR)),
                    TextTable.percent(1 - share(pairs, score, ComparedPair::isGenuine)));
        }
        return "False match rates of " + impostors.size() + " impostor pairs" + System.lineSeparator() + table;
    }

    private static double worstSet(List<ComparedPair> impostors, int score, int setCount) {
        return IntStream.range(0, setCount)
                .mapToDouble(
                        set -> share(impostors, score, pair -> pair.kind() == Kind.IMPOSTOR && pair.firstSet() == set))
                .max()
                .orElse(0);
    }

    private static double share(List<ComparedPair> pairs, int score, Predicate<ComparedPair> which) {
        List<ComparedPair> chosen = pairs.stream().filter(which).toList();
        return chosen.isEmpty() ? 0 : (double) matching(chosen, score) / chosen.size();
    }

    private static long matching(List<ComparedPair> pairs, int score) {
        return pairs.stream().filter(pair -> pair.score() >= score).count();
    }

    private static String rate(double rate) {
        return String.format(Locale.ROOT, "%.1e", rate);
    }
}

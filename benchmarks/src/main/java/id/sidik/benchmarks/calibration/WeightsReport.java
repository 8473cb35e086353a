package id.sidik.benchmarks.calibration;

import id.sidik.benchmarks.rates.ErrorRates;
import id.sidik.benchmarks.rates.Scores;
import id.sidik.benchmarks.report.TextTable;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** Weights fitted to all pairs, and the errors within sets: of the shipped score, of the fit, and of fits that left pairs out. */
final class WeightsReport {
    private static final int FINGERS_TOGETHER = 2;
    private static final int SETS_TOGETHER = 2;

    private WeightsReport() {}

    /** Which group the probe, or else the reference, belongs to; a fit leaves a whole group out. */
    private record Grouping(
            String name, ToIntFunction<ComparedPair> probeGroup, ToIntFunction<ComparedPair> referenceGroup) {
        static final List<Grouping> ALL = List.of(
                new Grouping(
                        "two fingers of each set left out",
                        pair -> pair.firstFinger() / FINGERS_TOGETHER,
                        pair -> pair.secondFinger() / FINGERS_TOGETHER),
                new Grouping("one set left out", ComparedPair::firstSet, ComparedPair::secondSet),
                new Grouping(
                        "two sets left out",
                        pair -> pair.firstSet() / SETS_TOGETHER,
                        pair -> pair.secondSet() / SETS_TOGETHER));

        int groupOf(ComparedPair pair) {
            return probeGroup.applyAsInt(pair);
        }

        boolean touches(ComparedPair pair, int group) {
            return groupOf(pair) == group || referenceGroup.applyAsInt(pair) == group;
        }
    }

    static String of(List<ComparedPair> pairs) {
        List<ComparedPair> within =
                pairs.stream().filter(ComparedPair::isWithinSet).toList();
        List<ComparedPair> weighed = pairs.stream()
                .filter(pair -> pair.wasWeighed() && pair.kind() != ComparedPair.Kind.MIRRORED_IMPOSTOR)
                .toList();
        LogisticRegression fit = fit(weighed);
        TextTable table = new TextTable("score", "EER %", "FNMR % at FMR 1e-2", "1e-3", "1e-4");
        row(table, "shipped", within, ComparedPair::score);
        row(table, "fitted", within, pair -> logit(fit, pair));
        for (Grouping grouping : Grouping.ALL) {
            row(table, grouping.name(), within, leftOut(grouping, weighed));
        }
        String weights =
                fit.weights().mapToObj(weight -> TextTable.number(weight, 3)).collect(Collectors.joining(" "));
        return "Weights in the order of ScoreModel.parts, the intercept last: " + weights + System.lineSeparator()
                + table;
    }

    /** Scores a pair by a fit that saw no pair with a print of the group that the probe is of. */
    private static ToDoubleFunction<ComparedPair> leftOut(Grouping grouping, List<ComparedPair> weighed) {
        List<LogisticRegression> fits = weighed.stream()
                .map(grouping::groupOf)
                .distinct()
                .sorted()
                .map(group -> fit(weighed.stream()
                        .filter(pair -> !grouping.touches(pair, group))
                        .toList()))
                .toList();
        return pair -> logit(fits.get(grouping.groupOf(pair)), pair);
    }

    private static LogisticRegression fit(List<ComparedPair> weighed) {
        boolean[] isGenuine = new boolean[weighed.size()];
        for (int pair = 0; pair < isGenuine.length; pair++) {
            isGenuine[pair] = weighed.get(pair).isGenuine();
        }
        return LogisticRegression.of(
                weighed.stream()
                        .map(pair -> pair.parts().stream()
                                .mapToDouble(Double::doubleValue)
                                .toArray())
                        .toArray(double[][]::new),
                isGenuine);
    }

    private static double logit(LogisticRegression fit, ComparedPair pair) {
        return pair.wasWeighed() ? fit.logit(pair.parts()) : Scores.NEVER_MATCHES;
    }

    private static void row(
            TextTable table, String name, List<ComparedPair> pairs, ToDoubleFunction<ComparedPair> score) {
        ErrorRates rates = ErrorRates.of(new Scores(
                pairs.stream()
                        .filter(ComparedPair::isGenuine)
                        .mapToDouble(score)
                        .toArray(),
                pairs.stream()
                        .filter(pair -> !pair.isGenuine())
                        .mapToDouble(score)
                        .toArray()));
        table.row(
                name,
                TextTable.percent(rates.eer()),
                TextTable.percent(rates.fmr100()),
                TextTable.percent(rates.fmr1000()),
                TextTable.percent(rates.fmr10000()));
    }
}

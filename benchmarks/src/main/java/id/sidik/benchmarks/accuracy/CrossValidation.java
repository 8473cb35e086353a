package id.sidik.benchmarks.accuracy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.sidik.benchmarks.rates.ErrorCurve;
import id.sidik.benchmarks.rates.Scores;
import id.sidik.benchmarks.report.Section;
import id.sidik.benchmarks.report.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a limit is worth where it was not chosen: it is set on some fingers, or on some sets, at a target FMR, and the FMR and the
 * FNMR are counted on those that were left out. It validates the decision threshold only; what an engine learned
 * from these sets before the run stays learned.
 */
final class CrossValidation {
    private static final int FOLDS = 5;
    private static final double[] TARGETS = {1e-3, 1e-4};

    /** 45 ways to leave two of ten sets out; more sets give more, and nobody reads those. */
    private static final int SPLITS_MAX = 45;

    private final TextTable table = new TextTable(
            "left out", "engine", "target FMR", "FMR", "worst FMR", "FNMR %", "worst FNMR %", "FNMR % tuned on itself");
    private final ObjectNode json = new JsonMapper().createObjectNode();

    /** One limit, chosen without the pairs that it was counted on. */
    private record Split(String leftOut, double fmr, double fnmr, Scores held) {
        static Split of(String leftOut, Scores tuning, Scores held, double target) {
            double limit = ErrorCurve.of(tuning).limitAt(target);
            ErrorCurve curve = ErrorCurve.of(held);
            return new Split(leftOut, curve.fmr(limit), curve.fnmr(limit), held);
        }
    }

    static Section of(List<Campaign<?>> campaigns) {
        CrossValidation validation = new CrossValidation();
        for (double target : TARGETS) {
            for (Campaign<?> campaign : campaigns) {
                validation.add("fingers", campaign, target, byFinger(campaign, target));
                validation.add("two sets", campaign, target, bySet(campaign, target));
            }
        }
        return new Section(
                "crossValidation",
                "Limits chosen on other fingers (" + FOLDS + " folds) and on other sets (every two left out)",
                validation.table.toString(),
                validation.json);
    }

    /** Fold k leaves out every finger whose place in its set is k modulo {@link #FOLDS}, and what it was compared with. */
    private static List<Split> byFinger(Campaign<?> campaign, double target) {
        List<Split> splits = new ArrayList<>();
        for (int k = 0; k < FOLDS; k++) {
            int fold = k;
            Scores tuning = Scores.pooled(campaign.pairs().stream()
                    .map(set -> set.chosen((a, b) -> foldOf(set, a) != fold && foldOf(set, b) != fold))
                    .toList());
            Scores held = Scores.pooled(campaign.pairs().stream()
                    .map(set -> set.chosen((a, b) -> foldOf(set, a) == fold && foldOf(set, b) == fold))
                    .toList());
            if (measurable(tuning) && measurable(held)) {
                splits.add(Split.of("fold " + fold, tuning, held, target));
            }
        }
        return splits;
    }

    private static int foldOf(PairScores set, int print) {
        return set.fingerOf(print) % FOLDS;
    }

    private static List<Split> bySet(Campaign<?> campaign, double target) {
        int count = campaign.runs().size();
        List<Split> splits = new ArrayList<>();
        for (int first = 0; first < count; first++) {
            for (int second = first + 1; second < count && count > 2 && splits.size() < SPLITS_MAX; second++) {
                int a = first;
                int b = second;
                List<PairScores> pairs = campaign.pairs();
                Scores tuning = pooled(pairs, IntStream.range(0, count).filter(set -> set != a && set != b));
                String names = campaign.runs().get(a).set().name() + " + "
                        + campaign.runs().get(b).set().name();
                splits.add(Split.of(names, tuning, pooled(pairs, IntStream.of(a, b)), target));
            }
        }
        return splits;
    }

    private void add(String leftOut, Campaign<?> campaign, double target, List<Split> splits) {
        if (splits.isEmpty()) {
            return; // too few fingers or sets to leave any out
        }
        double itself = splits.stream()
                .mapToDouble(split -> ErrorCurve.of(split.held()).fnmrAt(target))
                .average()
                .orElseThrow();
        table.row(
                leftOut,
                campaign.name(),
                Double.toString(target),
                rate(splits.stream().mapToDouble(Split::fmr).average().orElseThrow()),
                rate(splits.stream().mapToDouble(Split::fmr).max().orElseThrow()),
                TextTable.percent(
                        splits.stream().mapToDouble(Split::fnmr).average().orElseThrow()),
                TextTable.percent(splits.stream().mapToDouble(Split::fnmr).max().orElseThrow()),
                TextTable.percent(itself));
        ArrayNode nodes = json.withObject("/" + campaign.name()).putArray(leftOut + " at " + target);
        for (Split split : splits) {
            nodes.addObject()
                    .put("leftOut", split.leftOut())
                    .put("fmr", split.fmr())
                    .put("fnmr", split.fnmr());
        }
    }

    private static Scores pooled(List<PairScores> pairs, IntStream sets) {
        return Scores.pooled(sets.mapToObj(set -> pairs.get(set).all()).toList());
    }

    private static boolean measurable(Scores scores) {
        return scores.genuine().length > 0 && scores.impostor().length > 0;
    }

    private static String rate(double fmr) {
        return TextTable.number(fmr, 5);
    }
}

package id.sidik.benchmarks.accuracy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.sidik.benchmarks.accuracy.Bootstrap.Interval;
import id.sidik.benchmarks.accuracy.Bootstrap.Intervals;
import id.sidik.benchmarks.rates.ErrorRates;
import id.sidik.benchmarks.rates.Scores;
import id.sidik.benchmarks.report.Section;
import id.sidik.benchmarks.report.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Whether our engine is worse than the baseline on any set, and how sure that is. */
final class SideBySide {
    private final Campaign<?> ours;
    private final Campaign<?> baseline;
    private final TextTable table = new TextTable(
            "set", "rate", "ours %", "95 % of resamples", "baseline %", "95 % of resamples", "ours / baseline", "");
    private final ObjectNode json = new JsonMapper().createObjectNode();
    private final List<String> worse = new ArrayList<>();

    private SideBySide(Campaign<?> ours, Campaign<?> baseline) {
        this.ours = ours;
        this.baseline = baseline;
    }

    static Section of(Campaign<?> ours, Campaign<?> baseline) {
        SideBySide view = new SideBySide(ours, baseline);
        for (int set = 0; set < ours.runs().size(); set++) {
            PairScores our = ours.runs().get(set).pairs();
            PairScores their = baseline.runs().get(set).pairs();
            view.add(ours.runs().get(set).set().name(), List.of(our), List.of(their));
        }
        view.add("pooled", ours.pairs(), baseline.pairs());
        return view.section();
    }

    private void add(String name, List<PairScores> our, List<PairScores> their) {
        ErrorRates ourRates = ErrorRates.of(pooled(our));
        ErrorRates theirRates = ErrorRates.of(pooled(their));
        Intervals ourIntervals = Bootstrap.intervals(our);
        Intervals theirIntervals = Bootstrap.intervals(their);
        JsonMapper mapper = new JsonMapper();
        ObjectNode node = json.putObject(name);
        node.set(ours.name(), mapper.valueToTree(ourIntervals));
        node.set(baseline.name(), mapper.valueToTree(theirIntervals));
        addRow(name, "EER", ourRates.eer(), ourIntervals.eer(), theirRates.eer(), theirIntervals.eer());
        addRow(
                name,
                "FNMR at 1e-3",
                ourRates.fmr1000(),
                ourIntervals.fmr1000(),
                theirRates.fmr1000(),
                theirIntervals.fmr1000());
        addRow(
                name,
                "FNMR at 1e-4",
                ourRates.fmr10000(),
                ourIntervals.fmr10000(),
                theirRates.fmr10000(),
                theirIntervals.fmr10000());
    }

    private void addRow(
            String set, String rate, double our, Interval ourInterval, double their, Interval theirInterval) {
        if (our > their) {
            worse.add(set + " (" + rate + ")");
        }
        table.row(
                set,
                rate,
                TextTable.percent(our),
                between(ourInterval),
                TextTable.percent(their),
                between(theirInterval),
                their == 0 ? "" : TextTable.number(our / their, 2),
                our > their ? "worse" : "");
    }

    private Section section() {
        String verdict = worse.isEmpty() ? "No set is worse." : "Worse: " + String.join(", ", worse) + ".";
        ObjectNode root = new JsonMapper().createObjectNode();
        root.putPOJO("worse", worse);
        root.set("confidence", json);
        return new Section(
                "sideBySide",
                String.format(
                        Locale.ROOT,
                        "%s against %s, with intervals from %d resamples of the fingers",
                        ours.name(),
                        baseline.name(),
                        Bootstrap.RESAMPLES),
                table + verdict + System.lineSeparator(),
                root);
    }

    private static Scores pooled(List<PairScores> sets) {
        return Scores.pooled(sets.stream().map(PairScores::all).toList());
    }

    private static String between(Interval interval) {
        return TextTable.percent(interval.low()) + "-" + TextTable.percent(interval.high());
    }
}

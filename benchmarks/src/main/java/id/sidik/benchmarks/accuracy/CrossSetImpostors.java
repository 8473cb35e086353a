package id.sidik.benchmarks.accuracy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.sidik.benchmarks.engine.Workers;
import id.sidik.benchmarks.rates.ErrorCurve;
import id.sidik.benchmarks.rates.Scores;
import id.sidik.benchmarks.report.Section;
import id.sidik.benchmarks.report.TextTable;
import id.sidik.benchmarks.sets.DataSet;
import id.sidik.benchmarks.sets.PrintFile;
import id.sidik.benchmarks.sets.SameFingers;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * False matches at rates that the pairs within sets are too few for: prints of one set against prints of another, drawn by a seed.
 * Strangers from two sensors are often easier to tell apart than strangers from one, so both kinds stand side by side.
 */
final class CrossSetImpostors {
    private static final RandomGeneratorFactory<RandomGenerator> ALGORITHM =
            RandomGeneratorFactory.of("L64X128MixRandom");
    private static final double[] RATES = {1e-2, 1e-3, 1e-4, 1e-5};

    private CrossSetImpostors() {}

    /**
     * Draws about as many pairs as asked for; there must be two sets of different fingers.
     *
     * @param same fingers that are not drawn against each other
     */
    static Section of(List<Campaign<?>> campaigns, SameFingers same, int pairs, long seed, Workers workers) {
        TextTable table = new TextTable(
                "engine",
                "FMR",
                "cross-set FMR at the limit of all sets",
                "FNMR % at this FMR of cross-set pairs",
                "cross-set pairs");
        ObjectNode json = new JsonMapper().createObjectNode();
        for (Campaign<?> campaign : campaigns) {
            double[] impostor = scores(campaign, same, pairs, seed, workers);
            ErrorCurve within = ErrorCurve.of(campaign.pooled());
            ErrorCurve across = ErrorCurve.of(new Scores(campaign.pooled().genuine(), impostor));
            ArrayNode nodes = json.putArray(campaign.name());
            for (double rate : RATES) {
                double fmr = across.fmr(within.limitAt(rate));
                double fnmr = across.fnmrAt(rate);
                table.row(
                        campaign.name(),
                        Double.toString(rate),
                        TextTable.number(fmr, 6),
                        TextTable.percent(fnmr),
                        Integer.toString(impostor.length));
                nodes.addObject()
                        .put("fmr", rate)
                        .put("crossSetFmrAtWithinSetLimit", fmr)
                        .put("fnmrAtCrossSetFmr", fnmr)
                        .put("pairs", impostor.length);
            }
        }
        return new Section("crossSetImpostors", "Strangers from two sets", table.toString(), json);
    }

    private static <T> double[] scores(Campaign<T> campaign, SameFingers same, int pairs, long seed, Workers workers) {
        int probes =
                campaign.runs().stream().mapToInt(run -> run.extracts().size()).sum();
        int perProbe = Math.max(1, pairs / probes);
        return campaign.runs().stream()
                .flatMapToDouble(run -> workers
                        .all(
                                run.extracts().size(),
                                probe -> row(
                                        campaign, run, probe, strangers(campaign, run, probe, same), perProbe, seed))
                        .stream()
                        .flatMapToDouble(Arrays::stream))
                .toArray();
    }

    private static <T> double[] row(
            Campaign<T> campaign, EngineRun<T> run, int probe, List<Optional<T>> strangers, int count, long seed) {
        Optional<T> extract = run.extracts().get(probe);
        if (extract.isEmpty() || strangers.isEmpty()) {
            return DoubleStream.generate(() -> Scores.NEVER_MATCHES)
                    .limit(strangers.isEmpty() ? 0 : count)
                    .toArray();
        }
        long place = run.set().name().hashCode() * 100_003L + probe;
        RandomGenerator draws = ALGORITHM.create(seed ^ place);
        ToDoubleFunction<T> comparison = campaign.engine().comparisonOf(extract.get());
        return draws.ints(count, 0, strangers.size())
                .mapToDouble(other ->
                        strangers.get(other).map(comparison::applyAsDouble).orElse(Scores.NEVER_MATCHES))
                .toArray();
    }

    /** All prints of other sets that are of other fingers. */
    private static <T> List<Optional<T>> strangers(
            Campaign<T> campaign, EngineRun<T> run, int probe, SameFingers same) {
        DataSet set = run.set();
        PrintFile print = set.prints().get(probe);
        return campaign.runs().stream()
                .filter(other -> !other.set().name().equals(set.name()))
                .flatMap(other -> IntStream.range(0, other.extracts().size())
                        .filter(i -> !same.mayBe(
                                set, print, other.set(), other.set().prints().get(i)))
                        .mapToObj(i -> other.extracts().get(i)))
                .toList();
    }
}

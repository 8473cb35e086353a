package id.sidik.benchmarks.accuracy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.sidik.benchmarks.rates.ErrorRates;
import id.sidik.benchmarks.rates.Scores;
import id.sidik.benchmarks.sets.DataSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The errors of all engines on all data sets, and pooled over them: one threshold for the scores of all sets together.
 *
 * @param sets at least one; each has runs of the same engines in the same order, our own first
 */
record AccuracyReport(List<SetResult> sets) {
    private static final String ROW = "%-16s %7s %7s %8s %9s  %-11s %8s %8s %8s %9s %8s%n";

    /** What every engine made of one set. */
    record SetResult(DataSet set, List<EngineRun> runs) {}

    /** One engine on one set, or over all of them. */
    private record Line(
            String set, int images, int failedToExtract, int genuine, int impostor, String engine, ErrorRates rates) {
        static Line of(DataSet set, EngineRun run) {
            return new Line(
                    set.name(),
                    set.prints().size(),
                    run.failedToExtract(),
                    set.genuinePairs(),
                    set.impostorPairs(),
                    run.engine(),
                    ErrorRates.of(run.scores()));
        }

        static Line pooled(List<EngineRun> runs) {
            Scores scores = Scores.pooled(runs.stream().map(EngineRun::scores).toList());
            return new Line(
                    "pooled",
                    runs.stream().mapToInt(run -> run.extractMillis().size()).sum(),
                    runs.stream().mapToInt(EngineRun::failedToExtract).sum(),
                    scores.genuine().length,
                    scores.impostor().length,
                    runs.getFirst().engine(),
                    ErrorRates.of(scores));
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    ROW,
                    set,
                    images,
                    failedToExtract,
                    genuine,
                    impostor,
                    engine,
                    percent(rates.eer()),
                    percent(rates.fmr100()),
                    percent(rates.fmr1000()),
                    percent(rates.fmr10000()),
                    percent(rates.zeroFmr()));
        }
    }

    /** For programs: rates as fractions; {@code failedToExtract} counts the failures of our own engine. */
    ObjectNode json() {
        JsonMapper mapper = new JsonMapper();
        ObjectNode root = mapper.createObjectNode();
        ArrayNode setNodes = root.putArray("sets");
        for (SetResult result : sets) {
            ObjectNode node = setNodes.addObject();
            node.put("name", result.set().name());
            node.put("images", result.set().prints().size());
            node.put("failedToExtract", result.runs().getFirst().failedToExtract());
            node.put("genuine", result.set().genuinePairs());
            node.put("impostor", result.set().impostorPairs());
            for (EngineRun run : result.runs()) {
                node.set(run.engine(), mapper.valueToTree(ErrorRates.of(run.scores())));
            }
        }
        ObjectNode pooledNode = root.putObject("pooled");
        ObjectNode millisNode = root.putObject("extractMillisMedian");
        for (List<EngineRun> runs : runsByEngine()) {
            String engine = runs.getFirst().engine();
            pooledNode.set(engine, mapper.valueToTree(Line.pooled(runs).rates()));
            millisNode.put(engine, extractMillisMedian(runs));
        }
        return root;
    }

    /** For people: rates in percent. */
    String table() {
        StringBuilder table = new StringBuilder(
                String.format(Locale.ROOT, ROW, "", "", "not", "", "", "", "", "FNMR %", "at FMR", "", ""));
        table.append(String.format(
                Locale.ROOT,
                ROW,
                "set",
                "images",
                "read",
                "genuine",
                "impostor",
                "engine",
                "EER %",
                "1e-2",
                "1e-3",
                "1e-4",
                "0"));
        for (SetResult result : sets) {
            result.runs().forEach(run -> table.append(Line.of(result.set(), run)));
        }
        runsByEngine().forEach(runs -> table.append(Line.pooled(runs)));
        for (List<EngineRun> runs : runsByEngine()) {
            table.append(String.format(
                    Locale.ROOT,
                    "%s: %.1f ms to extract (median)%n",
                    runs.getFirst().engine(),
                    extractMillisMedian(runs)));
        }
        return table.toString();
    }

    private static String percent(double rate) {
        return String.format(Locale.ROOT, "%.2f", 100 * rate);
    }

    private List<List<EngineRun>> runsByEngine() {
        return IntStream.range(0, sets.getFirst().runs().size())
                .mapToObj(engine ->
                        sets.stream().map(result -> result.runs().get(engine)).toList())
                .toList();
    }

    private static double extractMillisMedian(List<EngineRun> runs) {
        double[] millis = runs.stream()
                .flatMap(run -> run.extractMillis().stream())
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        return (millis[(millis.length - 1) / 2] + millis[millis.length / 2]) / 2;
    }
}

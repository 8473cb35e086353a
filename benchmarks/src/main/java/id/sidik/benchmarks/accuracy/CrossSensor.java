package id.sidik.benchmarks.accuracy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.sidik.benchmarks.engine.Workers;
import id.sidik.benchmarks.rates.ErrorRates;
import id.sidik.benchmarks.rates.Scores;
import id.sidik.benchmarks.report.Section;
import id.sidik.benchmarks.report.TextTable;
import id.sidik.benchmarks.sets.SameFingers;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Fingers that were enrolled on one sensor and come back on another: every print of one set against every one of the other. */
final class CrossSensor {
    private CrossSensor() {}

    /** The first two sets of the same fingers that were both measured; empty if there are none. */
    static Optional<Section> of(List<Campaign<?>> campaigns, SameFingers same, Workers workers) {
        return same.entries().stream()
                .filter(SameFingers.Entry::wholeSets)
                .flatMap(sets -> of(campaigns, sets, workers).stream())
                .findFirst();
    }

    private static Optional<Section> of(List<Campaign<?>> campaigns, SameFingers.Entry same, Workers workers) {
        TextTable table = new TextTable("engine", "genuine", "impostor", "EER %", "FNMR % at FMR 1e-2", "1e-3", "1e-4");
        ObjectNode json = new JsonMapper().createObjectNode();
        for (Campaign<?> campaign : campaigns) {
            Optional<Scores> scores = scores(campaign, same, workers);
            if (scores.isEmpty()) {
                return Optional.empty();
            }
            ErrorRates rates = ErrorRates.of(scores.get());
            table.row(
                    campaign.name(),
                    Integer.toString(scores.get().genuine().length),
                    Integer.toString(scores.get().impostor().length),
                    TextTable.percent(rates.eer()),
                    TextTable.percent(rates.fmr100()),
                    TextTable.percent(rates.fmr1000()),
                    TextTable.percent(rates.fmr10000()));
            json.set(campaign.name(), new JsonMapper().valueToTree(rates));
        }
        return Optional.of(new Section(
                "crossSensor",
                "The same fingers on two sensors: " + same.setA() + " against " + same.setB(),
                table.toString(),
                json));
    }

    private static <T> Optional<Scores> scores(Campaign<T> campaign, SameFingers.Entry same, Workers workers) {
        Optional<EngineRun<T>> probes = campaign.run(same.setA());
        Optional<EngineRun<T>> references = campaign.run(same.setB());
        if (probes.isEmpty() || references.isEmpty()) {
            return Optional.empty();
        }
        int count = references.get().extracts().size();
        List<double[]> rows = workers.all(
                probes.get().extracts().size(),
                probe -> row(
                        campaign,
                        probes.get().extracts().get(probe),
                        references.get().extracts()));
        return Optional.of(new Scores(
                pairs(probes.get(), references.get(), rows, count, true),
                pairs(probes.get(), references.get(), rows, count, false)));
    }

    private static <T> double[] row(Campaign<T> campaign, Optional<T> probe, List<Optional<T>> references) {
        if (probe.isEmpty()) {
            return references.stream().mapToDouble(_ -> Scores.NEVER_MATCHES).toArray();
        }
        ToDoubleFunction<T> comparison = campaign.engine().comparisonOf(probe.get());
        return references.stream()
                .mapToDouble(
                        reference -> reference.map(comparison::applyAsDouble).orElse(Scores.NEVER_MATCHES))
                .toArray();
    }

    private static double[] pairs(
            EngineRun<?> probes, EngineRun<?> references, List<double[]> rows, int count, boolean genuine) {
        return IntStream.range(0, rows.size())
                .boxed()
                .flatMapToDouble(probe -> IntStream.range(0, count)
                        .filter(reference -> probes.set()
                                        .prints()
                                        .get(probe)
                                        .sameFingerAs(references.set().prints().get(reference))
                                == genuine)
                        .mapToDouble(reference -> rows.get(probe)[reference]))
                .toArray();
    }
}

package id.sidik.benchmarks.accuracy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.sidik.benchmarks.engine.Workers;
import id.sidik.benchmarks.pictures.Transform;
import id.sidik.benchmarks.rates.Scores;
import id.sidik.benchmarks.report.Section;
import id.sidik.benchmarks.report.TextTable;
import id.sidik.engine.image.FingerImage;
import id.sidik.engine.image.ImageDecoder;
import id.sidik.engine.image.ImageNormaliser;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What turning or shifting a probe costs. The first two impressions of each finger are brought to 500 dpi, transformed, and
 * compared with all other impressions of their finger as they are, at the limit of the untransformed pooled FMR of 1e-3.
 */
final class Transforms {
    static final double FMR = 1e-3;
    static final double SHARE_LEFT = 0.6;
    private static final int PROBES_PER_FINGER = 2;
    private static final Transform NONE = new Transform.Rotation(0);

    private Transforms() {}

    static Section of(List<Campaign<?>> campaigns, Workers workers) {
        TextTable table = new TextTable("engine", "probe", "pairs", "FNMR %", "points more");
        ObjectNode json = new JsonMapper().createObjectNode();
        for (Campaign<?> campaign : campaigns) {
            double limit = campaign.limitAt(FMR);
            double usual = Double.NaN;
            ArrayNode nodes = json.putArray(campaign.name());
            for (Transform transform : all()) {
                double[] scores = scores(campaign, transform, workers);
                double fnmr =
                        Arrays.stream(scores).filter(score -> score <= limit).count() / (double) scores.length;
                usual = transform.equals(NONE) ? fnmr : usual;
                table.row(
                        campaign.name(),
                        transform.name(),
                        Integer.toString(scores.length),
                        TextTable.percent(fnmr),
                        TextTable.percent(fnmr - usual));
                nodes.addObject().put("transform", transform.name()).put("fnmr", fnmr);
            }
        }
        return new Section(
                "transforms", "Probes turned and shifted, at the limit of FMR " + FMR, table.toString(), json);
    }

    /** The untransformed first: the others are held against it. */
    private static List<Transform> all() {
        Stream<Transform> rotations = DoubleStream.of(-45, -30, -15, 15, 30, 45).mapToObj(Transform.Rotation::new);
        Stream<Transform> shifts =
                Arrays.stream(Transform.Edge.values()).map(edge -> new Transform.Shift(edge, SHARE_LEFT));
        return Stream.concat(Stream.of(NONE), Stream.concat(rotations, shifts)).toList();
    }

    private static <T> double[] scores(Campaign<T> campaign, Transform transform, Workers workers) {
        return campaign.runs().stream()
                .flatMapToDouble(run -> {
                    int[] probes = probes(run.pairs());
                    return workers.all(probes.length, i -> mates(campaign, run, probes[i], transform)).stream()
                            .flatMapToDouble(Arrays::stream);
                })
                .toArray();
    }

    private static <T> double[] mates(Campaign<T> campaign, EngineRun<T> run, int probe, Transform transform) {
        FingerImage image = ImageNormaliser.toReferenceDpi(ImageDecoder.decode(
                run.set().prints().get(probe).content(), run.set().dpi()));
        Optional<ToDoubleFunction<T>> comparison =
                campaign.engine().extract(transform.of(image)).map(campaign.engine()::comparisonOf);
        return IntStream.range(0, run.extracts().size())
                .filter(other -> other != probe
                        && run.pairs().fingerOf(other) == run.pairs().fingerOf(probe))
                .mapToDouble(other -> comparison
                        .flatMap(prepared -> run.extracts().get(other).map(prepared::applyAsDouble))
                        .orElse(Scores.NEVER_MATCHES))
                .toArray();
    }

    /** The first impressions of each finger; prints of one finger follow each other. */
    static int[] probes(PairScores pairs) {
        return IntStream.range(0, pairs.prints())
                .filter(print ->
                        print < PROBES_PER_FINGER || pairs.fingerOf(print - PROBES_PER_FINGER) != pairs.fingerOf(print))
                .toArray();
    }
}

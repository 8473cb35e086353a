package id.sidik.benchmarks.accuracy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.sidik.benchmarks.engine.Workers;
import id.sidik.benchmarks.pictures.Transform;
import id.sidik.benchmarks.pictures.Transform.Edge;
import id.sidik.benchmarks.rates.Scores;
import id.sidik.benchmarks.report.Section;
import id.sidik.benchmarks.report.TextTable;
import id.sidik.engine.FingerEngine;
import id.sidik.engine.comparison.Explanation;
import id.sidik.engine.comparison.SidikComparator;
import id.sidik.engine.extraction.ExtractionResult;
import id.sidik.engine.features.FingerFeatures;
import id.sidik.engine.image.FingerImage;
import id.sidik.engine.image.ImageDecoder;
import id.sidik.engine.image.ImageNormaliser;
import id.sidik.engine.ridges.RidgeAnalysis;
import id.sidik.engine.template.Template;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What it costs when prints have less of a finger in common. Two impressions seldom show the same part, so what is cut off one of
 * them says little about what both still show. Here each pair is laid together as it is, and then the probe is moved over an edge
 * until the pair has as much in common as it should, whatever it had. Pairs that our engine does not match as they are can not be laid
 * together: they stay as they are, and are missed before and after.
 */
final class OverlapShifts {
    private final List<Campaign<?>> campaigns;
    private final Workers workers;
    private final double alignedAbove;

    private OverlapShifts(List<Campaign<?>> campaigns, Workers workers) {
        this.campaigns = campaigns;
        this.workers = workers;
        this.alignedAbove = campaigns.getFirst().limitAt(Transforms.FMR);
    }

    /** How much of a pair's common area is to be left. */
    private enum Left {
        ALL("all"),
        OF_COMMON("60 % of what both show"),
        OF_SMALLER("at most 60 % of the smaller print");

        private final String title;

        Left(String title) {
            this.title = title;
        }

        double cells(CommonArea area) {
            return switch (this) {
                case ALL -> area.cells();
                case OF_COMMON -> Transforms.SHARE_LEFT * area.cells();
                case OF_SMALLER -> Transforms.SHARE_LEFT * area.smallerPrintCells();
            };
        }
    }

    /** A probe, by its place in the set, and how far it is to be moved for each mate, in the order of the set. */
    private record Probe(int place, FingerImage image, List<Mate> mates) {}

    /** @param movesPx over each edge; none if the two can not be laid together */
    private record Mate(int place, Map<Left, Map<Edge, Integer>> movesPx) {
        int movePx(Left left, Edge over) {
            return movesPx.getOrDefault(left, Map.of()).getOrDefault(over, 0);
        }
    }

    private record Outcome(double score, boolean isMoved) {}

    static Section of(List<Campaign<?>> campaigns, Workers workers) {
        return new OverlapShifts(campaigns, workers).section();
    }

    private Section section() {
        List<List<Probe>> probes = campaigns.getFirst().runs().stream()
                .<List<Probe>>map(this::probes)
                .toList();
        TextTable table = new TextTable("engine", "in common", "over", "pairs", "moved", "FNMR %", "points more");
        ObjectNode json = new JsonMapper().createObjectNode();
        for (Campaign<?> campaign : campaigns) {
            ArrayNode nodes = json.putArray(campaign.name());
            double limit = campaign.limitAt(Transforms.FMR);
            double usual = fnmr(outcomes(campaign, probes, Left.ALL, Edge.LEFT), limit);
            table.row(campaign.name(), Left.ALL.title, "", "", "", TextTable.percent(usual), "");
            nodes.addObject().put("left", Left.ALL.name()).put("fnmr", usual);
            for (Left left : List.of(Left.OF_COMMON, Left.OF_SMALLER)) {
                for (Edge over : Edge.values()) {
                    List<Outcome> outcomes = outcomes(campaign, probes, left, over);
                    double fnmr = fnmr(outcomes, limit);
                    long moved = outcomes.stream().filter(Outcome::isMoved).count();
                    table.row(
                            campaign.name(),
                            left.title,
                            over.toString(),
                            Integer.toString(outcomes.size()),
                            Long.toString(moved),
                            TextTable.percent(fnmr),
                            TextTable.percent(fnmr - usual));
                    nodes.addObject()
                            .put("left", left.name())
                            .put("over", over.toString())
                            .put("pairs", outcomes.size())
                            .put("moved", moved)
                            .put("fnmr", fnmr);
                }
            }
        }
        return new Section(
                "overlap",
                "Probes shifted until a pair has so much in common, at the limit of FMR " + Transforms.FMR,
                table.toString(),
                json);
    }

    private static double fnmr(List<Outcome> outcomes, double limit) {
        return outcomes.stream().filter(outcome -> outcome.score() <= limit).count() / (double) outcomes.size();
    }

    private List<Probe> probes(EngineRun<?> run) {
        List<Print> prints = workers.all(run.set().prints().size(), place -> Print.of(run, place));
        int[] probes = Transforms.probes(run.pairs());
        return workers.all(probes.length, i -> probe(run, prints, probes[i]));
    }

    private Probe probe(EngineRun<?> run, List<Print> prints, int place) {
        Print probe = prints.get(place);
        List<Mate> mates = IntStream.range(0, prints.size())
                .filter(other -> other != place
                        && run.pairs().fingerOf(other) == run.pairs().fingerOf(place))
                .mapToObj(other -> new Mate(other, movesPx(probe, prints.get(other))))
                .toList();
        return new Probe(place, probe.image(), mates);
    }

    private Map<Left, Map<Edge, Integer>> movesPx(Print probe, Print mate) {
        return probe.laidOn(mate)
                .filter(laid -> laid.score() > alignedAbove)
                .map(laid -> movesPx(CommonArea.of(probe.features(), mate.features(), laid)))
                .orElse(Map.of());
    }

    private static Map<Left, Map<Edge, Integer>> movesPx(CommonArea area) {
        Map<Left, Map<Edge, Integer>> moves = new EnumMap<>(Left.class);
        for (Left left : Left.values()) {
            Map<Edge, Integer> overEach = new EnumMap<>(Edge.class);
            for (Edge over : Edge.values()) {
                overEach.put(over, area.pxToLeave(left.cells(area), over));
            }
            moves.put(left, overEach);
        }
        return moves;
    }

    private <T> List<Outcome> outcomes(Campaign<T> campaign, List<List<Probe>> probes, Left left, Edge over) {
        return IntStream.range(0, probes.size())
                .boxed()
                .flatMap(set -> workers
                        .all(
                                probes.get(set).size(),
                                i -> outcomes(
                                        campaign,
                                        campaign.runs().get(set),
                                        probes.get(set).get(i),
                                        left,
                                        over))
                        .stream())
                .flatMap(List::stream)
                .toList();
    }

    private static <T> List<Outcome> outcomes(
            Campaign<T> campaign, EngineRun<T> run, Probe probe, Left left, Edge over) {
        return probe.mates().stream()
                .map(mate -> {
                    int px = mate.movePx(left, over);
                    Optional<T> moved = px == 0
                            ? run.extracts().get(probe.place())
                            : campaign.engine().extract(new Transform.Move(over, px).of(probe.image()));
                    double score = moved.flatMap(one -> run.extracts()
                                    .get(mate.place())
                                    .map(reference ->
                                            campaign.engine().comparisonOf(one).applyAsDouble(reference)))
                            .orElse(Scores.NEVER_MATCHES);
                    return new Outcome(score, px > 0);
                })
                .toList();
    }

    /** An impression at 500 dpi and what our engine sees in it. */
    private record Print(FingerImage image, FingerFeatures features, Optional<Template> template) {
        static Print of(EngineRun<?> run, int place) {
            FingerImage image = ImageNormaliser.toReferenceDpi(ImageDecoder.decode(
                    run.set().prints().get(place).content(), run.set().dpi()));
            Optional<Template> template = switch (FingerEngine.SIDIK.extractor().extract(image)) {
                case ExtractionResult.Extracted(Template extracted, var _) -> Optional.of(extracted);
                case ExtractionResult.TooPoor _ -> Optional.empty();
            };
            return new Print(image, RidgeAnalysis.of(image).features(), template);
        }

        Optional<Explanation> laidOn(Print mate) {
            SidikComparator comparator = new SidikComparator();
            return template.flatMap(ours -> mate.template().map(theirs -> comparator.explain(ours, theirs)));
        }
    }
}

package id.sidik.benchmarks.accuracy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.sidik.benchmarks.engine.SidikEngine;
import id.sidik.benchmarks.engine.Workers;
import id.sidik.benchmarks.rates.ErrorCurve;
import id.sidik.benchmarks.rates.RankCorrelation;
import id.sidik.benchmarks.rates.Scores;
import id.sidik.benchmarks.report.Section;
import id.sidik.benchmarks.report.TextTable;
import id.sidik.benchmarks.sets.DataSet;
import id.sidik.benchmarks.sets.PrintFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What our quality is worth: how its order agrees with NFIQ 2's, and how far the FNMR falls when the worst images are refused
 * (Grother, Tabassi, "Performance of biometric quality measures", 2007: the error versus reject curve). The limit stays where all
 * images together have FMR 1e-3.
 */
final class QualityReport {
    private static final double FMR = 1e-3;
    private static final double[] REJECTED = {0, 0.05, 0.1, 0.2, 0.3};

    private final TextTable table;
    private final ObjectNode json = new JsonMapper().createObjectNode();
    private final List<DataSet> sets;
    private final List<int[]> qualities;

    private QualityReport(List<Campaign<?>> campaigns, Workers workers) {
        sets = campaigns.getFirst().runs().stream().<DataSet>map(EngineRun::set).toList();
        qualities = sets.stream().map(set -> qualities(set, workers)).toList();
        List<String> header = new ArrayList<>(List.of("worst images refused", "below quality"));
        campaigns.forEach(campaign -> header.add(campaign.name() + " FNMR %"));
        table = new TextTable(header.toArray(String[]::new));
    }

    /**
     * Measures our quality.
     *
     * @param nfiq2 scores by {@code <set>/<file>}; may be empty
     */
    static Section of(List<Campaign<?>> campaigns, Map<String, Integer> nfiq2, Workers workers) {
        QualityReport report = new QualityReport(campaigns, workers);
        ArrayNode curve = report.json.putArray("rejectCurve");
        for (double share : REJECTED) {
            report.addRow(campaigns, share, curve.addObject());
        }
        return new Section(
                "quality",
                "Our quality, at the limit of FMR " + FMR,
                report.table + report.correlation(nfiq2),
                report.json);
    }

    private void addRow(List<Campaign<?>> campaigns, double share, ObjectNode node) {
        List<boolean[]> kept = kept(share);
        int worstKept = IntStream.range(0, sets.size())
                .flatMap(set -> IntStream.range(0, kept.get(set).length)
                        .filter(print -> kept.get(set)[print])
                        .map(print -> qualities.get(set)[print]))
                .min()
                .orElseThrow();
        List<String> row = new ArrayList<>(List.of(Math.round(100 * share) + " %", Integer.toString(worstKept)));
        node.put("rejected", share).put("qualityKept", worstKept);
        for (Campaign<?> campaign : campaigns) {
            Scores scores = Scores.pooled(IntStream.range(0, sets.size())
                    .mapToObj(set -> campaign.pairs().get(set).chosen((a, b) -> kept.get(set)[a] && kept.get(set)[b]))
                    .toList());
            double fnmr = ErrorCurve.of(scores).fnmr(campaign.limitAt(FMR));
            row.add(TextTable.percent(fnmr));
            node.put(campaign.name(), fnmr);
        }
        table.row(row.toArray(String[]::new));
    }

    /** All but a share of the images, the worst of all sets; of equal quality the later ones go first. */
    private List<boolean[]> kept(double share) {
        record Place(int set, int print, int quality) {}
        List<Place> places = IntStream.range(0, sets.size())
                .boxed()
                .flatMap(set -> IntStream.range(0, qualities.get(set).length)
                        .mapToObj(print -> new Place(set, print, qualities.get(set)[print])))
                .sorted(Comparator.comparingInt(Place::quality).reversed())
                .toList();
        List<boolean[]> kept =
                qualities.stream().map(set -> new boolean[set.length]).toList();
        places.stream()
                .limit(Math.round((1 - share) * places.size()))
                .forEach(place -> kept.get(place.set())[place.print()] = true);
        return kept;
    }

    private String correlation(Map<String, Integer> nfiq2) {
        List<Integer> ours = new ArrayList<>();
        List<Integer> theirs = new ArrayList<>();
        for (int set = 0; set < sets.size(); set++) {
            List<PrintFile> prints = sets.get(set).prints();
            for (int print = 0; print < prints.size(); print++) {
                Integer score = nfiq2.get(
                        sets.get(set).name() + "/" + prints.get(print).path().getFileName());
                if (score != null) {
                    ours.add(qualities.get(set)[print]);
                    theirs.add(score);
                }
            }
        }
        if (theirs.size() < 2) {
            return "";
        }
        double rho = RankCorrelation.spearman(
                ours.stream().mapToDouble(Integer::doubleValue).toArray(),
                theirs.stream().mapToDouble(Integer::doubleValue).toArray());
        json.put("nfiq2Images", theirs.size()).put("nfiq2Spearman", rho);
        return String.format(
                Locale.ROOT, "Rank correlation with NFIQ 2 on %d images (Spearman): %.3f%n", theirs.size(), rho);
    }

    private static int[] qualities(DataSet set, Workers workers) {
        return workers
                .all(
                        set.prints().size(),
                        i -> SidikEngine.quality(set.prints().get(i).content(), set.dpi()))
                .stream()
                .mapToInt(Integer::intValue)
                .toArray();
    }
}

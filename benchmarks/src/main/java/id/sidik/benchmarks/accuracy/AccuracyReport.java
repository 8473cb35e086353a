package id.sidik.benchmarks.accuracy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.sidik.benchmarks.rates.ErrorRates;
import id.sidik.benchmarks.rates.Scores;
import id.sidik.benchmarks.report.Section;
import id.sidik.benchmarks.report.TextTable;
import id.sidik.benchmarks.sets.DataSet;
import java.util.List;
import java.util.Locale;

/**
 * The errors of all engines on all data sets, and pooled over them; then whatever else was asked.
 *
 * @param campaigns one an engine, our own first; all over the same sets
 */
record AccuracyReport(List<Campaign<?>> campaigns, List<Section> sections) {
    private List<DataSet> sets() {
        return campaigns.getFirst().runs().stream().<DataSet>map(EngineRun::set).toList();
    }

    /** For programs: rates as fractions; {@code failedToExtract} counts the failures of our own engine. */
    ObjectNode json() {
        JsonMapper mapper = new JsonMapper();
        ObjectNode root = mapper.createObjectNode();
        ArrayNode setNodes = root.putArray("sets");
        for (int set = 0; set < sets().size(); set++) {
            ObjectNode node = setNodes.addObject();
            node.put("name", sets().get(set).name());
            node.put("images", sets().get(set).prints().size());
            node.put("failedToExtract", campaigns.getFirst().runs().get(set).failedToExtract());
            node.put("genuine", sets().get(set).genuinePairs());
            node.put("impostor", sets().get(set).impostorPairs());
            for (Campaign<?> campaign : campaigns) {
                Scores scores = campaign.runs().get(set).pairs().all();
                node.set(campaign.name(), mapper.valueToTree(ErrorRates.of(scores)));
            }
        }
        ObjectNode pooledNode = root.putObject("pooled");
        ObjectNode millisNode = root.putObject("extractMillisMedian");
        for (Campaign<?> campaign : campaigns) {
            pooledNode.set(campaign.name(), mapper.valueToTree(ErrorRates.of(campaign.pooled())));
            millisNode.put(campaign.name(), campaign.extractMillisMedian());
        }
        sections.forEach(section -> root.set(section.key(), section.json()));
        return root;
    }

    /** For people: rates in percent. */
    String table() {
        TextTable table = new TextTable(
                "set",
                "images",
                "not read",
                "genuine",
                "impostor",
                "engine",
                "EER %",
                "FNMR % at FMR 1e-2",
                "1e-3",
                "1e-4",
                "0");
        for (int set = 0; set < sets().size(); set++) {
            for (Campaign<?> campaign : campaigns) {
                EngineRun<?> run = campaign.runs().get(set);
                Scores scores = run.pairs().all();
                addRow(table, run.set().name(), run.pairs().prints(), run.failedToExtract(), campaign.name(), scores);
            }
        }
        int images = sets().stream().mapToInt(set -> set.prints().size()).sum();
        for (Campaign<?> campaign : campaigns) {
            addRow(table, "pooled", images, campaign.failedToExtract(), campaign.name(), campaign.pooled());
        }
        StringBuilder text = new StringBuilder(table.toString());
        for (Campaign<?> campaign : campaigns) {
            text.append(String.format(
                    Locale.ROOT, "%s: %.1f ms to extract (median)%n", campaign.name(), campaign.extractMillisMedian()));
        }
        for (Section section : sections) {
            text.append(String.format(Locale.ROOT, "%n%s%n%s", section.title(), section.text()));
        }
        return text.toString();
    }

    private static void addRow(
            TextTable table, String set, int images, int failedToExtract, String engine, Scores scores) {
        ErrorRates rates = ErrorRates.of(scores);
        table.row(
                set,
                Integer.toString(images),
                Integer.toString(failedToExtract),
                Integer.toString(scores.genuine().length),
                Integer.toString(scores.impostor().length),
                engine,
                TextTable.percent(rates.eer()),
                TextTable.percent(rates.fmr100()),
                TextTable.percent(rates.fmr1000()),
                TextTable.percent(rates.fmr10000()),
                TextTable.percent(rates.zeroFmr()));
    }
}

package id.sidik.benchmarks.accuracy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.sidik.benchmarks.report.Section;
import id.sidik.benchmarks.report.TextTable;
import java.util.List;

/** What each stage took in this run, for both engines: honest with one thread on a machine that does nothing else. */
final class StageReport {
    private StageReport() {}

    static Section of(List<Campaign<?>> campaigns) {
        TextTable table = new TextTable(
                "engine",
                "extract, ms (median)",
                "prepare a probe, µs (median)",
                "compare impostors, µs (mean)",
                "compare mates, µs (mean)");
        ObjectNode json = new JsonMapper().createObjectNode();
        for (Campaign<?> campaign : campaigns) {
            StageTimes times = campaign.times();
            table.row(
                    campaign.name(),
                    TextTable.number(campaign.extractMillisMedian(), 1),
                    TextTable.number(times.prepareMicrosMedian(), 0),
                    TextTable.number(times.impostorMicrosMean(), 1),
                    TextTable.number(times.genuineMicrosMean(), 1));
            json.putObject(campaign.name())
                    .put("extractMillisMedian", campaign.extractMillisMedian())
                    .put("prepareMicrosMedian", times.prepareMicrosMedian())
                    .put("impostorMicrosMean", times.impostorMicrosMean())
                    .put("genuineMicrosMean", times.genuineMicrosMean());
        }
        return new Section("stages", "Wall time of each stage", table.toString(), json);
    }
}

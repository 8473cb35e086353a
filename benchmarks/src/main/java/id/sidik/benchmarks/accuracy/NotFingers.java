package id.sidik.benchmarks.accuracy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.sidik.benchmarks.engine.SidikEngine;
import id.sidik.benchmarks.engine.Workers;
import id.sidik.benchmarks.pictures.NotFinger;
import id.sidik.benchmarks.report.Section;
import id.sidik.benchmarks.report.TextTable;
import id.sidik.engine.image.FingerImage;
import java.util.Collections;
import java.util.List;

/** Whether our engine refuses what is no finger: {@link #EACH} pictures of each kind. */
final class NotFingers {
    private static final int EACH = 10;

    private NotFingers() {}

    static Section of(Workers workers) {
        SidikEngine engine = new SidikEngine();
        TextTable table = new TextTable("picture of", "pictures", "refused", "best quality");
        ObjectNode json = new JsonMapper().createObjectNode();
        for (NotFinger kind : NotFinger.values()) {
            List<FingerImage> pictures = workers.all(EACH, kind::picture);
            long refused = workers
                    .all(EACH, i -> engine.extract(pictures.get(i)).isEmpty())
                    .stream()
                    .filter(isEmpty -> isEmpty)
                    .count();
            int best = Collections.max(workers.all(EACH, i -> SidikEngine.quality(pictures.get(i))));
            table.row(kind.name(), Integer.toString(EACH), Long.toString(refused), Integer.toString(best));
            json.putObject(kind.name())
                    .put("pictures", EACH)
                    .put("refused", refused)
                    .put("bestQuality", best);
        }
        return new Section("notFingers", "What is no finger, refused by our quality", table.toString(), json);
    }
}

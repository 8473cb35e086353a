package id.sidik.benchmarks.audit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What one run came to.
 *
 * @param appends that were acknowledged
 * @param syncs of the disk, of log and head
 * @param missing acknowledged leaves that were not there after a restart
 */
record AuditFigures(
        int writers, long appends, double seconds, double p50Millis, double p99Millis, long syncs, long missing) {

    double appendsPerSecond() {
        return appends / seconds;
    }

    ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("writers", writers)
                .put("appendsPerSecond", Math.round(appendsPerSecond()))
                .put("p50Millis", p50Millis)
                .put("p99Millis", p99Millis)
                .put("appends", appends)
                .put("syncs", syncs)
                .put("auditMissing", missing);
    }
}

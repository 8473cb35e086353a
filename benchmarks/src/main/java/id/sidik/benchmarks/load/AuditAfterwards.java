package id.sidik.benchmarks.load;

import com.fasterxml.jackson.databind.json.JsonMapper;
import id.sidik.bridge.console.AuditEvents;
import id.sidik.bridge.console.AuditReplay;
import id.sidik.eligibility.v1.AuditEvent;
import id.sidik.eligibility.v1.EligibilityServiceGrpc.EligibilityServiceBlockingStub;
import java.io.IOException;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

/** Holds what the gate answered against what its audit log says. */
final class AuditAfterwards {
    private static final JsonMapper JSON = new JsonMapper();

    private AuditAfterwards() {}

    /**
     * Counts answers whose leaf is not at its place, or is of another decision.
     *
     * @param keptHead a signed head that was read before
     * @throws id.sidik.wire.proof.ProofRefusedException if the log does not hold together, or does not go on from that head
     */
    static long missing(EligibilityServiceBlockingStub auditor, Map<Long, String> decisionIds, String keptHead)
            throws IOException {
        var _ = AuditReplay.verify(auditor, Optional.empty(), Optional.of(keptHead));
        long found = 0;
        Iterator<AuditEvent> events = new AuditEvents(auditor, 0, 0);
        while (events.hasNext()) {
            AuditEvent event = events.next();
            String expected = decisionIds.get(event.getIndex());
            if (expected != null && expected.equals(decisionId(event))) {
                found++;
            }
        }
        return decisionIds.size() - found;
    }

    private static String decisionId(AuditEvent event) throws IOException {
        return JSON.readTree(event.getContent().toByteArray())
                .path("decision_id")
                .asText();
    }
}

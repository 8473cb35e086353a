package id.sidik.eligibility.fhir;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What went wrong, as FHIR says it. */
public final class OperationOutcome {
    private OperationOutcome() {}

    /**
     * All that is wrong, in order.
     *
     * @param issues at least one
     */
    public static ObjectNode of(List<Issue> issues) {
        ObjectNode outcome = JsonNodeFactory.instance.objectNode().put("resourceType", "OperationOutcome");
        ArrayNode all = outcome.putArray("issue");
        for (Issue issue : issues) {
            ObjectNode one = all.addObject()
                    .put("severity", "error")
                    .put("code", issue.kind().code());
            ArrayNode coding = one.putObject("details").putArray("coding");
            coding.addObject().put("system", Names.ERROR).put("code", issue.reason());
            if (!issue.code().isEmpty()) {
                coding.addObject().put("system", Names.systemOf(issue.code())).put("code", issue.code());
            }
            one.put("diagnostics", issue.diagnostics());
            if (!issue.expression().isEmpty()) {
                one.putArray("expression").add(issue.expression());
            }
        }
        return outcome;
    }
}

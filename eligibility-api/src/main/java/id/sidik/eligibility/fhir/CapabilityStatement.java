package id.sidik.eligibility.fhir;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What this service can be asked over FHIR. */
final class CapabilityStatement {
    /** The day on which the list below last changed. */
    private static final String DATE = "2026-11-27";

    private CapabilityStatement() {}

    static ObjectNode of(String base) {
        ObjectNode statement = JsonNodeFactory.instance.objectNode();
        statement
                .put("resourceType", "CapabilityStatement")
                .put("status", "active")
                .put("date", DATE)
                .put("kind", "instance");
        statement.putObject("software").put("name", "Sidik");
        statement
                .putObject("implementation")
                .put("description", "Eligibility of members, by national ID number and finger")
                .put("url", base);
        statement.put("fhirVersion", Names.VERSION);
        statement.putArray("format").add("json").add("application/fhir+json");
        ObjectNode rest = statement.putArray("rest").addObject().put("mode", "server");
        rest.putObject("security")
                .put("cors", false)
                .put("description", "TLS 1.3 with a client certificate, and an OAuth 2 access token as Bearer")
                .putArray("service")
                .add(Resources.concept(
                        "http://terminology.hl7.org/CodeSystem/restful-security-service",
                        "Certificates",
                        "Certificates"));
        ArrayNode resources = rest.putArray("resource");
        resource(resources, PatientResource.TYPE, List.of("read", "search-type"), Map.of("identifier", "token"));
        resource(
                resources,
                CoverageResource.TYPE,
                List.of("read", "search-type"),
                Map.of("beneficiary", "reference", "patient", "reference"));
        resource(resources, EligibilityQuestion.TYPE, List.of("create"), Map.of())
                .putArray("operation")
                .addObject()
                .put("name", "submit")
                .put("definition", "http://hl7.org/fhir/OperationDefinition/CoverageEligibilityRequest-submit");
        resource(resources, EligibilityAnswer.TYPE, List.of("read"), Map.of());
        return statement;
    }

    private static ObjectNode resource(
            ArrayNode resources, String type, List<String> interactions, Map<String, String> parameters) {
        ObjectNode resource = resources.addObject().put("type", type);
        resource.putArray("supportedProfile").add(Names.profile(type));
        ArrayNode codes = resource.putArray("interaction");
        interactions.forEach(interaction -> codes.addObject().put("code", interaction));
        if (!parameters.isEmpty()) {
            ArrayNode searches = resource.putArray("searchParam");
            new TreeMap<>(parameters)
                    .forEach((name, kind) ->
                            searches.addObject().put("name", name).put("type", kind));
        }
        return resource;
    }
}

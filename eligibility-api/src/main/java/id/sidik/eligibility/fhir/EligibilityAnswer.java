package id.sidik.eligibility.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.sidik.eligibility.v1.CheckEligibilityResponse;
import id.sidik.eligibility.v1.Purpose;
import id.sidik.eligibility.v1.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A decision as a CoverageEligibilityResponse. Its three outcomes are {@code complete} with cover in force, {@code complete} with
 * errors, and {@code error}, and stand in {@link Names#OUTCOME} as well, so that nobody takes "we could not tell" for a no.
 */
final class EligibilityAnswer {
    static final String TYPE = "CoverageEligibilityResponse";

    /** What a referral or an officer's approval would cure. */
    private static final String APPROVAL_MISSING = "APPROVAL_MISSING";

    /** Reasons that say of the cover itself that it is not in force; others are about the person or about this claim. */
    private static final Pattern NOT_IN_FORCE = Pattern.compile("ELIG-00[56]|CONT-001|MEMB-00[12]|CLAI-010");

    private final CheckEligibilityResponse decision;
    private final ObjectNode response;

    private EligibilityAnswer(CheckEligibilityResponse decision) {
        this.decision = decision;
        this.response = Resources.profiled(TYPE, decision.getDecisionId());
    }

    /** To a request that was just read. */
    static ObjectNode to(EligibilityQuestion question, CheckEligibilityResponse decision, List<ObjectNode> figures) {
        EligibilityAnswer answer = new EligibilityAnswer(decision);
        answer.head(question.purposes(), question.patientId());
        JsonNode asked = question.resource();
        if (asked.has("servicedDate")) {
            answer.response.set("servicedDate", asked.get("servicedDate"));
        }
        answer.response
                .putObject("request")
                .put("type", EligibilityQuestion.TYPE)
                .set("identifier", asked.path("identifier").path(0));
        answer.body(question.patientId(), question.purpose(), figures);
        answer.response.set("insurer", asked.get("insurer"));
        return answer.response;
    }

    /** Of an earlier decision, whoever asked for it. */
    static ObjectNode again(String patientId, Purpose purpose, CheckEligibilityResponse decision) {
        EligibilityAnswer answer = new EligibilityAnswer(decision);
        answer.head(List.of("validation"), patientId);
        answer.response
                .putObject("request")
                .put("type", EligibilityQuestion.TYPE)
                .set("identifier", Resources.identifier(Names.DECISION, decision.getDecisionId()));
        answer.body(patientId, purpose, List.of());
        answer.response.putObject("insurer").put("display", "BPJS");
        return answer.response;
    }

    private void head(List<String> purposes, String patientId) {
        ArrayNode extensions = response.putArray("extension");
        extensions.add(Resources.extension(Names.OUTCOME)
                .put("valueCode", decision.getOutcomeCase().name().toLowerCase(Locale.ROOT)));
        extensions.add(Resources.extension(Names.RECEIPT).put("valueString", decision.getReceipt()));
        if (decision.hasFallback()) {
            extensions.add(Resources.extension(Names.FALLBACK)
                    .put("valueCode", decision.getFallback().getMethod()));
        }
        response.putArray("identifier").add(Resources.identifier(Names.DECISION, decision.getDecisionId()));
        response.put("status", "active");
        ArrayNode said = response.putArray("purpose");
        purposes.forEach(said::add);
        response.set("patient", Resources.reference("Patient/" + patientId));
        response.put(
                "created",
                Instant.ofEpochSecond(
                                decision.getDecidedAt().getSeconds(),
                                decision.getDecidedAt().getNanos())
                        .toString());
    }

    private void body(String patientId, Purpose purpose, List<ObjectNode> figures) {
        switch (decision.getOutcomeCase()) {
            case GRANTED -> granted(patientId, purpose, figures);
            case DENIED -> denied(patientId, purpose);
            case UNDETERMINED -> undetermined();
            case OUTCOME_NOT_SET -> throw new IllegalStateException("a decision has one of three outcomes");
        }
    }

    private void granted(String patientId, Purpose purpose, List<ObjectNode> figures) {
        String programme = decision.getGranted().getBenefit();
        response.put("outcome", "complete");
        response.put(
                "disposition",
                "Dijamin " + programme + " sampai " + decision.getGranted().getInForceUntil() + ". / Covered by "
                        + programme + " until " + decision.getGranted().getInForceUntil() + ".");
        ObjectNode insurance = insurance(patientId, programme).put("inforce", true);
        insurance.putObject("benefitPeriod").put("end", decision.getGranted().getInForceUntil());
        ObjectNode item = item(insurance, purpose).put("excluded", false);
        if (!figures.isEmpty()) {
            ArrayNode benefits = item.putArray("benefit");
            figures.forEach(benefits::add);
        }
        item.put("authorizationRequired", false);
        response.put("preAuthRef", decision.getDecisionId());
    }

    private void denied(String patientId, Purpose purpose) {
        List<Reason> reasons = decision.getDenied().getReasonsList();
        Reason first = reasons.getFirst();
        response.put("outcome", "complete");
        response.put("disposition", first.getTextId() + " / " + first.getTextEn());
        if (reasons.stream()
                .anyMatch(reason -> NOT_IN_FORCE.matcher(reason.getCode()).matches())) {
            ObjectNode insurance =
                    insurance(patientId, PurposeOfCare.programme(purpose)).put("inforce", false);
            item(insurance, purpose).put("excluded", true);
        } else if (reasons.stream().anyMatch(reason -> reason.getName().equals(APPROVAL_MISSING))) {
            item(insurance(patientId, PurposeOfCare.programme(purpose)), purpose)
                    .put("authorizationRequired", true);
        }
        ArrayNode errors = response.putArray("error");
        reasons.forEach(reason ->
                errors.add(error(reason.getCode(), reason.getName(), reason.getTextId() + " / " + reason.getTextEn())));
    }

    private void undetermined() {
        String text = decision.getUndetermined().getTextId() + " / "
                + decision.getUndetermined().getTextEn();
        response.put("outcome", "error");
        response.put("disposition", text);
        response.putArray("error")
                .add(error(
                        decision.getUndetermined().getCode(),
                        decision.getUndetermined().getCause(),
                        text));
    }

    private ObjectNode insurance(String patientId, String programme) {
        ObjectNode insurance = response.putArray("insurance").addObject();
        insurance.set("coverage", Resources.reference("Coverage/" + CoverageResource.id(patientId, programme)));
        return insurance;
    }

    private static ObjectNode item(ObjectNode insurance, Purpose purpose) {
        ObjectNode item = insurance.putArray("item").addObject();
        item.set("category", Resources.concept(Names.PURPOSE, purpose.name(), purpose.name()));
        return item;
    }

    private static ObjectNode error(String code, String name, String text) {
        ObjectNode error = JsonNodeFactory.instance.objectNode();
        error.putObject("code")
                .put("text", text)
                .putArray("coding")
                .addObject()
                .put("system", Names.systemOf(code))
                .put("code", code)
                .put("display", name);
        return error;
    }
}

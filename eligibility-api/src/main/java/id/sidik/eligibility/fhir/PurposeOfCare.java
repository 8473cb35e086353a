package id.sidik.eligibility.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import id.sidik.eligibility.fhir.Issue.Kind;
import id.sidik.eligibility.v1.Purpose;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the person is to be served for, by {@code item.category}: one of our own purposes, or a benefit category of HL7 that means one.
 * Without an item it is an outpatient visit, the least that a hospital can ask for.
 */
final class PurposeOfCare {
    private static final Map<String, Purpose> BY_CATEGORY = Map.of(
            "1", Purpose.HOSPITAL_OUTPATIENT, // medical care
            "3", Purpose.HOSPITAL_OUTPATIENT, // consultation
            "30", Purpose.HOSPITAL_OUTPATIENT, // health benefit plan coverage
            "49", Purpose.HOSPITAL_ADMISSION, // hospital room and board
            "76", Purpose.HOSPITAL_DIALYSIS);

    private PurposeOfCare() {}

    static Purpose read(JsonNode resource, ResourceReader reader) {
        List<JsonNode> items = reader.list(resource.path("item"), "item");
        if (items.isEmpty()) {
            return Purpose.HOSPITAL_OUTPATIENT;
        }
        if (items.size() > 1) {
            reader.fault(
                    Kind.NOT_SUPPORTED, "ITEMS_TOO_MANY", "item", "one request is about one item; send them apart");
        }
        JsonNode codings = reader.required(
                reader.required(items.getFirst(), "category", "item.category"), "coding", "item.category.coding");
        for (JsonNode coding : reader.list(codings, "item.category.coding")) {
            Optional<Purpose> purpose =
                    purpose(coding.path("system").asText(), coding.path("code").asText());
            if (purpose.isPresent()) {
                return purpose.get();
            }
        }
        if (!codings.isMissingNode()) {
            reader.fault(
                    Kind.VALUE,
                    "PURPOSE_UNKNOWN",
                    "item.category.coding",
                    "item.category must be a code of " + Names.PURPOSE + ", or 1, 3, 30, 49 or 76 of "
                            + Names.BENEFIT_CATEGORY);
        }
        return Purpose.PURPOSE_UNSPECIFIED;
    }

    /** The programme that pays for a purpose, by its abbreviation. */
    static String programme(Purpose purpose) {
        return id.sidik.eligibility.decision.Purpose.valueOf(purpose.name())
                .programme()
                .name();
    }

    private static Optional<Purpose> purpose(String system, String code) {
        return switch (system) {
            case Names.BENEFIT_CATEGORY -> Optional.ofNullable(BY_CATEGORY.get(code));
            case Names.PURPOSE ->
                List.of(Purpose.values()).stream()
                        .filter(purpose -> purpose != Purpose.PURPOSE_UNSPECIFIED && purpose != Purpose.UNRECOGNIZED)
                        .filter(purpose -> purpose.name().equals(code))
                        .findFirst();
            default -> Optional.empty();
        };
    }
}

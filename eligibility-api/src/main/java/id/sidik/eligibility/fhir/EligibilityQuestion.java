package id.sidik.eligibility.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import id.sidik.eligibility.decision.Facility;
import id.sidik.eligibility.fhir.Issue.Kind;
import id.sidik.eligibility.journey.Patients;
import id.sidik.eligibility.member.CardNumber;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.v1.CheckEligibilityRequest;
import id.sidik.eligibility.v1.Purpose;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A CoverageEligibilityRequest, as far as the gate can answer it.
 *
 * @param purposes why it was sent, as the codes of FHIR
 * @param cardNumber by which the patient was named; empty if by the number or the id
 * @param patientId as in {@code Patient/<id>}
 * @param costRupiah of the care, where the item has a price
 * @param resource the request itself, of which the answer repeats parts
 */
record EligibilityQuestion(
        List<String> purposes,
        String nid,
        String cardNumber,
        String patientId,
        String facility,
        Purpose purpose,
        Presence presence,
        OptionalLong costRupiah,
        Optional<String> approvalNumber,
        String idempotencyKey,
        JsonNode resource) {
    static final String TYPE = "CoverageEligibilityRequest";
    static final String APPROVAL_NUMBER = "insurance[0].businessArrangement";

    private static final Set<String> STATUSES = Set.of("active", "cancelled", "draft", "entered-in-error");
    private static final Set<String> PURPOSES = Set.of("auth-requirements", "benefits", "discovery", "validation");
    private static final Set<String> ANSWERED = Set.of("benefits", "validation");
    private static final String UNKNOWN = "";

    /**
     * Reads it.
     *
     * @throws UnfitResourceException with everything that is wrong
     */
    static EligibilityQuestion read(JsonNode resource, Patients patients) {
        ResourceReader reader = new ResourceReader(TYPE);
        if (!resource.path("resourceType").asText().equals(TYPE)) {
            reader.fault(Kind.STRUCTURE, "RESOURCE_TYPE_WRONG", "", "resourceType must be " + TYPE);
            reader.requireFit();
        }
        reader.refuseModifiers(resource);
        status(resource, reader);
        List<String> purposes = purposes(resource, reader);
        Named patient = patient(reader.required(resource, "patient", "patient"), patients, reader);
        reader.requireDateTime(reader.required(resource, "created", "created"), "created");
        JsonNode insurer = reader.required(resource, "insurer", "insurer");
        if (reader.isObject(insurer, "insurer") && insurer.isEmpty()) {
            reader.fault(Kind.VALUE, "REFERENCE_EMPTY", "insurer", "insurer must have a reference or an identifier");
        }
        served(resource, patients.now(), reader);
        String facility = facility(resource, reader);
        String identifier = identifier(resource, reader);
        EligibilityQuestion question = new EligibilityQuestion(
                purposes,
                patient.nid(),
                patient.cardNumber(),
                Nid.hasForm(patient.nid()) ? patients.idOf(patient.nid()) : UNKNOWN,
                facility,
                PurposeOfCare.read(resource, reader),
                Presence.read(resource, reader),
                cost(resource, reader),
                approvalNumber(resource, reader),
                key(facility, identifier),
                resource);
        reader.requireFit();
        return question;
    }

    /** The same question in the words of the gate. */
    CheckEligibilityRequest message() {
        CheckEligibilityRequest.Builder message = CheckEligibilityRequest.newBuilder();
        costRupiah.ifPresent(cost -> message.putCircumstances("visit.cost", Long.toString(cost)));
        return message.setIdempotencyKey(idempotencyKey)
                .setNid(cardNumber.isEmpty() ? nid : "")
                .setCardNumber(cardNumber)
                .setPurpose(purpose)
                .setFacilityId(facility)
                .addAllSamples(presence.samples())
                .setCaptureFault(presence.fault())
                .setCapturedAt(presence.capturedAt())
                .build();
    }

    private static void status(JsonNode resource, ResourceReader reader) {
        JsonNode status = reader.required(resource, "status", "status");
        reader.requireCode(status, "status", STATUSES);
        if (STATUSES.contains(status.asText()) && !status.asText().equals("active")) {
            reader.fault(Kind.BUSINESS_RULE, "STATUS_NOT_ACTIVE", "status", "only an active request is answered");
        }
    }

    private static List<String> purposes(JsonNode resource, ResourceReader reader) {
        List<JsonNode> purposes = reader.list(reader.required(resource, "purpose", "purpose"), "purpose");
        for (JsonNode purpose : purposes) {
            reader.requireCode(purpose, "purpose", PURPOSES);
            if (PURPOSES.contains(purpose.asText()) && !ANSWERED.contains(purpose.asText())) {
                reader.fault(
                        Kind.NOT_SUPPORTED,
                        "PURPOSE_NOT_SUPPORTED",
                        "purpose",
                        "this service answers the purposes benefits and validation");
            }
        }
        return purposes.stream().map(JsonNode::asText).toList();
    }

    /** Whom the request names. */
    private record Named(String nid, String cardNumber) {
        static final Named NOBODY = new Named(UNKNOWN, "");
    }

    private static Named patient(JsonNode patient, Patients patients, ResourceReader reader) {
        if (!reader.isObject(patient, "patient")) {
            return Named.NOBODY;
        }
        JsonNode identifier = patient.path("identifier");
        return switch (identifier.path("system").asText()) {
            case Names.NIK -> new Named(value(identifier, reader), "");
            case Names.JKN_CARD -> cardHolder(value(identifier, reader), CardNumber.Scheme.JKN, patients, reader);
            case Names.KPJ_CARD -> cardHolder(value(identifier, reader), CardNumber.Scheme.KPJ, patients, reader);
            default -> referred(patient.path("reference").asText(), patients, reader);
        };
    }

    private static String value(JsonNode identifier, ResourceReader reader) {
        String path = "patient.identifier.value";
        return reader.text(reader.required(identifier, "value", path), path).orElse(UNKNOWN);
    }

    private static Named cardHolder(
            String cardNumber, CardNumber.Scheme scheme, Patients patients, ResourceReader reader) {
        boolean wellFormed = CardNumber.hasForm(cardNumber, scheme);
        Optional<String> nid = wellFormed ? patients.nidOfCard(cardNumber) : Optional.empty();
        if (nid.isEmpty() && !cardNumber.equals(UNKNOWN)) {
            reader.fault(
                    Kind.VALUE,
                    wellFormed ? "CARD_UNKNOWN" : "CARD_NUMBER_INVALID",
                    "patient.identifier.value",
                    wellFormed
                            ? "nobody has a card of this number in force; check it, or send the NIK"
                            : "a card's number is 13 digits (JKN) or 11 (KPJ)");
        }
        return nid.map(number -> new Named(number, cardNumber)).orElse(Named.NOBODY);
    }

    private static Named referred(String reference, Patients patients, ResourceReader reader) {
        Optional<String> nid = reference.startsWith("Patient/")
                ? patients.nidOf(reference.substring("Patient/".length()))
                : Optional.empty();
        if (nid.isEmpty()) {
            reader.fault(
                    Kind.VALUE,
                    "PATIENT_UNKNOWN",
                    "patient",
                    "patient must be a Patient/id that this service gave, or have an identifier of " + Names.NIK + ", "
                            + Names.JKN_CARD + " or " + Names.KPJ_CARD);
        }
        return nid.map(number -> new Named(number, "")).orElse(Named.NOBODY);
    }

    /** The gate decides for now. A date is allowed when somewhere in Indonesia (UTC+7 to +9) it is that day. */
    private static void served(JsonNode resource, Instant now, ResourceReader reader) {
        if (resource.has("servicedPeriod")) {
            reader.fault(
                    Kind.NOT_SUPPORTED,
                    "SERVICED_PERIOD_NOT_SUPPORTED",
                    "serviced",
                    "this service answers for today; send servicedDate, or neither");
        }
        JsonNode date = resource.path("servicedDate");
        reader.requireDateTime(date, "serviced");
        boolean today = date.isMissingNode()
                || date.asText().equals(dateAt(now, 7))
                || date.asText().equals(dateAt(now, 9));
        if (!today) {
            reader.fault(
                    Kind.BUSINESS_RULE,
                    "SERVICED_DATE_NOT_TODAY",
                    "serviced",
                    "this service answers for today, " + dateAt(now, 7) + " in Jakarta");
        }
    }

    private static String dateAt(Instant now, int hoursEast) {
        return LocalDate.ofInstant(now, ZoneOffset.ofHours(hoursEast)).toString();
    }

    /** What the care costs, as a price of the item: some patients bear a share of it. */
    private static OptionalLong cost(JsonNode resource, ResourceReader reader) {
        JsonNode price = resource.path("item").path(0).path("unitPrice");
        if (price.isMissingNode()) {
            return OptionalLong.empty();
        }
        JsonNode value = price.path("value");
        if (!value.canConvertToLong()
                || !value.canConvertToExactIntegral()
                || value.asLong() < 0
                || !price.path("currency").asText("IDR").equals("IDR")) {
            reader.fault(
                    Kind.VALUE, "PRICE_INVALID", "item.unitPrice", "item.unitPrice must be whole rupiah (IDR), from 0");
            return OptionalLong.empty();
        }
        return OptionalLong.of(value.asLong());
    }

    /** A referral's, or that of an approval: what provider and insurer have agreed on for this care. */
    private static Optional<String> approvalNumber(JsonNode resource, ResourceReader reader) {
        return reader.text(resource.path("insurance").path(0).path("businessArrangement"), APPROVAL_NUMBER);
    }

    private static String facility(JsonNode resource, ResourceReader reader) {
        String name = resource.has("facility") ? "facility" : "provider";
        JsonNode reference = resource.path(name);
        if (reference.isMissingNode()) {
            reader.fault(
                    Kind.REQUIRED, "FACILITY_INVALID", "facility", "facility (or provider) must say where it is asked");
            return UNKNOWN;
        }
        String id = reference.path("identifier").path("value").asText();
        if (id.isEmpty()) {
            String address = reference.path("reference").asText();
            id = address.substring(address.lastIndexOf('/') + 1);
        }
        if (!Facility.isId(id)) {
            reader.fault(
                    Kind.VALUE,
                    "FACILITY_INVALID",
                    name,
                    name + " must name a facility, 1 to 40 of [A-Za-z0-9._-], by identifier.value or as Location/<id>");
        }
        return id;
    }

    private static String identifier(JsonNode resource, ResourceReader reader) {
        List<JsonNode> identifiers = reader.list(reader.required(resource, "identifier", "identifier"), "identifier");
        if (identifiers.isEmpty()) {
            return UNKNOWN;
        }
        String path = "identifier[0].value";
        return identifiers.getFirst().path("system").asText() + "|"
                + reader.text(reader.required(identifiers.getFirst(), "value", path), path)
                        .orElse(UNKNOWN);
    }

    /** One request of one facility is decided once, whatever its identifier looks like. */
    private static String key(String facility, String identifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((facility + "\n" + identifier).getBytes(StandardCharsets.UTF_8));
            return "fhir-" + HexFormat.of().formatHex(digest, 0, 24);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

package id.sidik.eligibility.fhir;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.MessageOrBuilder;
import id.sidik.eligibility.decision.RecordedDecision;
import id.sidik.eligibility.fhir.Issue.Kind;
import id.sidik.eligibility.journey.Caller;
import id.sidik.eligibility.journey.DecisionRecall;
import id.sidik.eligibility.journey.Journeys;
import id.sidik.eligibility.journey.ReceiptMismatch;
import id.sidik.eligibility.journey.RequestRefusedException;
import id.sidik.eligibility.member.CardNumber;
import id.sidik.eligibility.receipt.Receipt;
import id.sidik.eligibility.v1.CheckEligibilityRequest;
import id.sidik.eligibility.v1.CheckEligibilityResponse;
import id.sidik.eligibility.v1.GetMemberRequest;
import id.sidik.eligibility.v1.Member;
import id.sidik.eligibility.v1.Purpose;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The journeys in the words of FHIR R4. Whoever calls shows, for each message, that the caller may send it. */
public final class FhirFacade {
    /** Deeper than any resource that makes sense here. */
    private static final int DEPTH_MAX = 32;
    /** HCX, claim-denial codes: invalid authorisation number. */
    private static final String APPROVAL_NUMBER_INVALID_CODE = "AUTH-003";

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH_MAX)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Journeys journeys;

    public FhirFacade(Journeys journeys) {
        this.journeys = journeys;
    }

    /** What can be asked. */
    public ObjectNode capability(String base) {
        return CapabilityStatement.of(base);
    }

    /**
     * Patients with an identifier; one or none.
     *
     * @param identifier {@code system|value} as in FHIR's token searches; the systems are NIK's and those of the two cards
     */
    public ObjectNode findPatient(
            String base, Optional<String> identifier, Page page, Function<MessageOrBuilder, Caller> callers) {
        String token = identifier.orElseThrow(() -> new UnfitResourceException(Issue.of(
                Kind.REQUIRED, "PARAMETER_MISSING", "say whom you look for: identifier=" + Names.NIK + "|<number>")));
        List<ObjectNode> found =
                named(token, callers).stream().map(this::patientOf).toList();
        return Searchset.of(base, "Patient?identifier=" + encoded(token), page, found);
    }

    private Optional<Member> named(String token, Function<MessageOrBuilder, Caller> callers) {
        int bar = token.indexOf('|');
        String value = token.substring(bar + 1);
        return switch (bar < 0 ? "" : token.substring(0, bar)) {
            case Names.NIK -> memberIfAny(value, callers);
            case Names.JKN_CARD -> ofCard(value, CardNumber.Scheme.JKN, callers);
            case Names.KPJ_CARD -> ofCard(value, CardNumber.Scheme.KPJ, callers);
            default ->
                throw new UnfitResourceException(Issue.of(
                        Kind.NOT_SUPPORTED,
                        "IDENTIFIER_SYSTEM_UNKNOWN",
                        "identifier must be <system>|<number>, of the system " + Names.NIK + ", " + Names.JKN_CARD
                                + " or " + Names.KPJ_CARD));
        };
    }

    private Optional<Member> ofCard(
            String number, CardNumber.Scheme scheme, Function<MessageOrBuilder, Caller> callers) {
        if (!CardNumber.hasForm(number, scheme)) {
            throw new UnfitResourceException(Issue.of(
                    Kind.VALUE,
                    "CARD_NUMBER_INVALID",
                    "no card of " + scheme + " has a number of " + number.length() + " characters"));
        }
        Optional<String> nid = journeys.patients().nidOfCard(number);
        if (nid.isEmpty()) {
            var _ = callers.apply(GetMemberRequest.getDefaultInstance()); // who may ask of herself alone learns nothing
        }
        return nid.flatMap(known -> memberIfAny(known, callers));
    }

    /** One patient by the id that this service gave. */
    public ObjectNode patient(String id, Function<MessageOrBuilder, Caller> callers) {
        return patientOf(member(id, callers));
    }

    /**
     * The coverages of a patient.
     *
     * @param beneficiary {@code Patient/<id>}, or the id alone
     */
    public ObjectNode findCoverages(
            String base, Optional<String> beneficiary, Page page, Function<MessageOrBuilder, Caller> callers) {
        String reference = beneficiary.orElseThrow(() -> new UnfitResourceException(Issue.of(
                Kind.REQUIRED, "PARAMETER_MISSING", "say whose coverage you look for: beneficiary=Patient/<id>")));
        String id = reference.startsWith("Patient/") ? reference.substring("Patient/".length()) : reference;
        List<ObjectNode> found = journeys.patients()
                .nidOf(id)
                .flatMap(nid -> memberIfAny(nid, callers))
                .map(member -> CoverageResource.all(id, member))
                .orElse(List.of());
        return Searchset.of(base, "Coverage?beneficiary=" + encoded(reference), page, found);
    }

    /** One coverage by its id. */
    public ObjectNode coverage(String id, Function<MessageOrBuilder, Caller> callers) {
        String patientId = CoverageResource.patientOf(id);
        return CoverageResource.all(patientId, member(patientId, callers)).stream()
                .filter(coverage -> coverage.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow(() -> unknown("Coverage"));
    }

    /**
     * Decides, or says again what the receipt in the request is of.
     *
     * @param body a CoverageEligibilityRequest, JSON
     * @throws UnfitResourceException with everything that is wrong with it
     */
    public ObjectNode check(String body, Function<MessageOrBuilder, Caller> callers) {
        EligibilityQuestion question = EligibilityQuestion.read(parsed(body), journeys.patients());
        CheckEligibilityRequest message = question.message();
        Caller caller = callers.apply(message);
        question.approvalNumber().ifPresent(number -> requireApproval(question, number));
        CheckEligibilityResponse decision = question.presence().receipt().isPresent()
                ? recalled(question, question.presence().receipt().get(), caller)
                : journeys.eligibility().check(message, caller);
        return EligibilityAnswer.to(question, decision, figures(question, decision, caller));
    }

    /** An earlier answer. */
    public ObjectNode answer(String decisionId, Caller caller) {
        DecisionRecall.Recalled recalled = journeys.recall().byId(decisionId, caller);
        RecordedDecision decision = recalled.decision();
        return EligibilityAnswer.again(
                journeys.patients().idOf(decision.nid().wholeDigits()),
                Purpose.valueOf(decision.purpose().name()),
                recalled.answer());
    }

    private CheckEligibilityResponse recalled(EligibilityQuestion question, String receipt, Caller caller) {
        Receipt shown = journeys.recall().verified(receipt);
        if (!shown.facility().id().equals(question.facility())) {
            throw new UnfitResourceException(
                    ofAnother("FACILITY", "facility").coded(ReceiptMismatch.OF_ANOTHER_FACILITY_CODE));
        }
        DecisionRecall.Recalled recalled = journeys.recall().byId(shown.decisionId(), caller);
        RecordedDecision decision = recalled.decision();
        if (!decision.nid().wholeDigits().equals(question.nid())) {
            throw new UnfitResourceException(ofAnother("PERSON", "person"));
        }
        if (!decision.purpose().name().equals(question.purpose().name())) {
            throw new UnfitResourceException(ofAnother("PURPOSE", "purpose"));
        }
        return recalled.answer();
    }

    private static Issue ofAnother(String what, String word) {
        return Issue.of(
                Kind.BUSINESS_RULE,
                "RECEIPT_OF_ANOTHER_" + what,
                "the receipt is of another " + word + " than the request; check the person here, for this");
    }

    /** The number of a referral or approval that the request names has to be one of this person, for this care here. */
    private void requireApproval(EligibilityQuestion question, String number) {
        if (!journeys.facilities().isApproved(question.nid(), number, question.facility(), question.purpose())) {
            throw new UnfitResourceException(Issue.at(
                            EligibilityQuestion.TYPE + "." + EligibilityQuestion.APPROVAL_NUMBER,
                            Kind.BUSINESS_RULE,
                            "APPROVAL_NUMBER_INVALID",
                            "no referral or approval of this number is left for this person and this care here today")
                    .coded(APPROVAL_NUMBER_INVALID_CODE));
        }
    }

    private List<ObjectNode> figures(EligibilityQuestion question, CheckEligibilityResponse decision, Caller caller) {
        if (!decision.hasGranted() || !question.purposes().contains("benefits")) {
            return List.of();
        }
        Member member =
                journeys.registry().member(request(question.nid()), caller).getMember();
        return BenefitFigures.of(decision.getGranted(), member);
    }

    private ObjectNode patientOf(Member member) {
        return PatientResource.of(
                journeys.patients().idOf(member.getNid()),
                member,
                journeys.patients().detailsOf(member.getNid()));
    }

    private Member member(String patientId, Function<MessageOrBuilder, Caller> callers) {
        return journeys.patients()
                .nidOf(patientId)
                .flatMap(nid -> memberIfAny(nid, callers))
                .orElseThrow(() -> unknown("Patient"));
    }

    private Optional<Member> memberIfAny(String nid, Function<MessageOrBuilder, Caller> callers) {
        GetMemberRequest request = request(nid);
        Caller caller = callers.apply(request);
        try {
            return Optional.of(journeys.registry().member(request, caller).getMember());
        } catch (RequestRefusedException e) {
            if (e.kind() == RequestRefusedException.Kind.UNKNOWN) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static GetMemberRequest request(String nid) {
        return GetMemberRequest.newBuilder().setNid(nid).build();
    }

    private static RequestRefusedException unknown(String type) {
        return RequestRefusedException.unknown("RESOURCE_UNKNOWN", "There is no " + type + " of this id");
    }

    private static String encoded(String parameter) {
        return URLEncoder.encode(parameter, StandardCharsets.UTF_8);
    }

    private static JsonNode parsed(String body) {
        try {
            JsonNode resource = JSON.readTree(body);
            if (resource.isObject()) {
                return resource;
            }
        } catch (JsonProcessingException e) { // its message may quote the body, and is not passed on
            throw new UnfitResourceException(Issue.of(
                    Kind.STRUCTURE,
                    "BODY_INVALID",
                    "The body is not JSON as FHIR has it, at line "
                            + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr()));
        }
        throw new UnfitResourceException(
                Issue.of(Kind.STRUCTURE, "BODY_INVALID", "The body is not a resource: it must be a JSON object"));
    }
}

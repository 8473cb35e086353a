package id.sidik.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.sidik.eligibility.access.Scope;
import id.sidik.eligibility.access.TokenOrder;
import id.sidik.eligibility.http.HttpEdge;
import id.sidik.eligibility.http.RestServer;
import id.sidik.eligibility.journey.Counter;
import id.sidik.eligibility.matching.FakeMatcher;
import id.sidik.eligibility.v1.CareApproval;
import id.sidik.eligibility.v1.ChannelKind;
import id.sidik.eligibility.v1.CheckEligibilityRequest;
import id.sidik.eligibility.v1.FacilityContract;
import id.sidik.eligibility.v1.FallbackRecord;
import id.sidik.eligibility.v1.OpenFallbackRequest;
import id.sidik.eligibility.v1.PostContributionRequest;
import id.sidik.eligibility.v1.Programme;
import id.sidik.eligibility.v1.Purpose;
import id.sidik.eligibility.v1.PutContractRequest;
import id.sidik.eligibility.v1.RecordApprovalRequest;
import id.sidik.eligibility.v1.RecordCardRequest;
import id.sidik.eligibility.v1.RecordContributionRequest;
import id.sidik.wire.config.HostPort;
import id.sidik.wire.trust.LocalAuthority;
import id.sidik.wire.trust.Role;
import id.sidik.wire.trust.TlsContexts;
import id.sidik.wire.trust.TrustMaterial;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A hospital over FHIR, from its first question to what it gets for a wrong one; HAPI FHIR's validator reads every answer. */
class FhirTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String NIK = "https://fhir.kemkes.go.id/id/nik";
    private static final String JKN_CARD = "https://sidik.id/fhir/id/jkn-card";

    private static FhirJudge judge;

    @TempDir
    private Path folder;

    private Counter counter;
    private RestServer server;
    private HttpClient http;
    private String token;

    @BeforeAll
    static void swearIn() {
        judge = new FhirJudge();
    }

    @BeforeEach
    void start() {
        LocalAuthority.establish(folder.resolve("trust"), InstantSource.system());
        LocalAuthority.issueClient(folder.resolve("trust"), folder.resolve("hospital"), InstantSource.system());
        counter = new Counter(folder.resolve("eligibility"));
        server = RestServer.start(
                new HostPort("127.0.0.1", 0),
                TrustMaterial.load(folder.resolve("trust"), Role.ELIGIBILITY, InstantSource.system()),
                new HttpEdge(
                        counter.journeys,
                        counter.store,
                        counter.matcher,
                        counter.access,
                        counter.callLimit,
                        System::nanoTime));
        http = HttpClient.newBuilder()
                .sslContext(TlsContexts.jdkClient(
                        TrustMaterial.load(folder.resolve("hospital"), Role.CLIENT, InstantSource.system()),
                        Role.ELIGIBILITY))
                .build();
        token = tokenOf("RSUD-01");
        counter.journeys
                .registration()
                .register(
                        Counter.registration("register-1", Counter.SITI, FakeMatcher.sample("siti")),
                        Counter.operator());
        counter.journeys
                .contributions()
                .record(Counter.payment("payment-1", Counter.SITI, "2026-03"), Counter.operator());
    }

    @AfterEach
    void stop() {
        http.shutdownNow();
        server.close();
        counter.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"resourceType\": \"Patient\", \"gender\": \"unsaid\"}",
                "{\"resourceType\": \"OperationOutcome\", \"issue\": []}",
                "{\"resourceType\": \"Coverage\", \"status\": \"active\"}"
            })
    void theJudgeIsAwake(String noFhir) {
        assertThatThrownBy(() -> judge.assertValid(noFhir)).isInstanceOf(AssertionError.class);
    }

    @Test
    void saysWhatItCanDo() throws Exception {
        JsonNode statement = valid(get("/metadata"), 200);

        assertThat(statement.at("/fhirVersion").asText()).isEqualTo("4.0.1");
        assertThat(statement.at("/rest/0/resource").findValuesAsText("type"))
                .contains("Patient", "Coverage", "CoverageEligibilityRequest", "CoverageEligibilityResponse");
    }

    @Test
    void findsAPatientByNumberAndAgainById() throws Exception {
        JsonNode found = valid(get("/Patient?identifier=" + encoded(NIK + "|" + Counter.SITI)), 200);
        JsonNode patient = found.at("/entry/0/resource");

        assertThat(found.at("/total").asInt()).isEqualTo(1);
        assertThat(patient.at("/name/0/text").asText()).isEqualTo("Siti Rahayu");
        assertThat(patient.at("/gender").asText()).isEqualTo("female");
        assertThat(patient.at("/birthDate").asText()).isEqualTo("1985-08-17");
        assertThat(patient.at("/id").asText()).matches("[0-9a-f]{32}");
        assertThat(valid(get("/Patient/" + patient.at("/id").asText()), 200)).isEqualTo(patient);
    }

    @Test
    void findsAPatientByTheNumberOnACard() throws Exception {
        recordCards();

        JsonNode patient = valid(get("/Patient?identifier=" + encoded(JKN_CARD + "|0001234567890")), 200)
                .at("/entry/0/resource");
        assertThat(patient.at("/identifier").findValuesAsText("system"))
                .contains(NIK, JKN_CARD, "https://sidik.id/fhir/id/kpj-card");
        assertThat(patient.at("/identifier/1/value").asText()).isEqualTo("0001234567890");
        assertThat(valid(get("/Patient?identifier=" + encoded(JKN_CARD + "|0009999999999")), 200)
                        .at("/total")
                        .asInt())
                .isZero();
        assertThat(valid(get("/Patient?identifier=" + encoded(JKN_CARD + "|12345678901")), 422)
                        .at("/issue/0/details/coding/0/code")
                        .asText())
                .isEqualTo("CARD_NUMBER_INVALID");
        JsonNode coverage = valid(get("/Coverage/" + patient.at("/id").asText() + "-jkn"), 200);
        assertThat(coverage.at("/subscriberId").asText()).isEqualTo("0001234567890");
        assertThat(coverage.at("/identifier/0/system").asText()).isEqualTo(JKN_CARD);
    }

    @Test
    void decidesAboutThePatientOfACard() throws Exception {
        recordCards();
        ObjectNode request = request("siti");
        patient(request).put("system", JKN_CARD).put("value", "0001234567890");

        JsonNode answer = valid(post(request), 201);

        assertThat(extension(answer, "gate-outcome").at("/valueCode").asText()).isEqualTo("granted");
        assertThat(answer.at("/patient/reference").asText()).isEqualTo("Patient/" + patientId());
    }

    @ParameterizedTest
    @CsvSource({"0009999999999, CARD_UNKNOWN", "000123, CARD_NUMBER_INVALID", "12345678901, CARD_NUMBER_INVALID"})
    void saysWhatIsWrongWithTheNumberOfACard(String number, String reason) throws Exception {
        ObjectNode request = request("siti");
        patient(request).put("system", JKN_CARD).put("value", number);

        JsonNode outcome = valid(post(request), 422);

        assertThat(outcome.at("/issue/0/details/coding/0/code").asText()).isEqualTo(reason);
        assertThat(outcome.at("/issue/0/expression/0").asText())
                .isEqualTo("CoverageEligibilityRequest.patient.identifier.value");
        assertThat(outcome.toString()).doesNotContain(number);
    }

    private void recordCards() {
        for (String number : new String[] {"0001234567890", "12345678901"}) {
            counter.journeys
                    .members()
                    .recordCard(
                            RecordCardRequest.newBuilder()
                                    .setIdempotencyKey("card-" + number)
                                    .setNid(Counter.SITI)
                                    .setCardNumber(number)
                                    .build(),
                            Counter.operator());
        }
    }

    @Test
    void findsNobodyAsAnEmptyPage() throws Exception {
        JsonNode found = valid(get("/Patient?identifier=" + encoded(NIK + "|" + Counter.BUDI)), 200);

        assertThat(found.at("/total").asInt()).isZero();
        assertThat(found.has("entry")).isFalse();
    }

    @Test
    void showsCoveragesPageByPage() throws Exception {
        counter.journeys
                .contributions()
                .record(
                        RecordContributionRequest.newBuilder(Counter.payment("payment-2", Counter.SITI, "2026-02"))
                                .setProgramme(Programme.JHT)
                                .build(),
                        Counter.operator());
        String search = "/Coverage?beneficiary=" + encoded("Patient/" + patientId()) + "&_count=1";

        JsonNode first = valid(get(search), 200);
        String next = first.at("/link/1/url").asText();
        JsonNode second = valid(get(next.substring(next.indexOf("/Coverage"))), 200);

        assertThat(first.at("/total").asInt()).isEqualTo(2);
        assertThat(first.at("/entry")).hasSize(1);
        assertThat(first.at("/link/1/relation").asText()).isEqualTo("next");
        assertThat(second.at("/link")).hasSize(1);
        assertThat(second.at("/entry/0/resource/id")).isNotEqualTo(first.at("/entry/0/resource/id"));
        JsonNode jkn = valid(get("/Coverage/" + patientId() + "-jkn"), 200);
        assertThat(jkn.at("/period/end").asText()).isEqualTo("2026-03-31");
    }

    @Test
    void grantsWithFiguresAndAReceipt() throws Exception {
        ObjectNode request = request("siti");
        judge.assertValid(request.toString());

        HttpResponse<String> created = post(request);
        JsonNode answer = valid(created, 201);

        assertThat(answer.at("/outcome").asText()).isEqualTo("complete");
        assertThat(answer.at("/insurance/0/inforce").asBoolean()).isTrue();
        assertThat(answer.at("/insurance/0/item/0/benefit/0/usedUnsignedInt").asInt())
                .isEqualTo(1);
        assertThat(answer.at("/insurance/0/item/0/benefit/1/usedMoney/currency").asText())
                .isEqualTo("IDR");
        assertThat(answer.at("/preAuthRef").asText()).isEqualTo(answer.at("/id").asText());
        assertThat(extension(answer, "gate-outcome").at("/valueCode").asText()).isEqualTo("granted");
        assertThat(answer.at("/meta/profile/0").asText())
                .isEqualTo("https://fhir.kemkes.go.id/r4/StructureDefinition/CoverageEligibilityResponse");
        String location = created.headers().firstValue("Location").orElseThrow();
        JsonNode again = valid(get(location.substring(location.indexOf("/fhir") + 5)), 200);
        assertThat(extension(again, "receipt")).isEqualTo(extension(answer, "receipt"));
    }

    @Test
    void saysWhatThePolicyExpectsAPatientToBear() throws Exception {
        for (String month : new String[] {"2025-10", "2025-11", "2025-12", "2026-01", "2026-02"}) {
            pay(month, month.equals("2025-10") ? "2025-11-09" : "2026-03-01");
        }
        ObjectNode request = request("siti");
        ((ObjectNode) request.at("/item/0/category/coding/0"))
                .put("system", "https://sidik.id/fhir/CodeSystem/purpose")
                .put("code", "HOSPITAL_ADMISSION");

        JsonNode figure = valid(post(request), 201).at("/insurance/0/item/0/benefit/0");
        assertThat(figure.at("/type/coding/0/code").asText()).isEqualTo("jkn.surcharge");
        assertThat(figure.at("/allowedString").asText()).isEqualTo("not known: visit.cost");

        ObjectNode priced = request.deepCopy();
        ((ObjectNode) priced.at("/identifier/0")).put("value", "visit-2");
        ((ObjectNode) priced.at("/item/0"))
                .putObject("unitPrice")
                .put("value", 10_000_000)
                .put("currency", "IDR");
        JsonNode known = valid(post(priced), 201).at("/insurance/0/item/0/benefit/0/allowedMoney");
        assertThat(known.at("/value").asLong()).isEqualTo(1_500_000);
        assertThat(known.at("/currency").asText()).isEqualTo("IDR");
    }

    private void pay(String month, String paidOn) {
        counter.journeys
                .contributions()
                .post(
                        PostContributionRequest.newBuilder()
                                .setChannel("bank-mandiri")
                                .setReference("TX-" + month)
                                .setKind(ChannelKind.BANK)
                                .setNid(Counter.SITI)
                                .setProgramme(Programme.JKN)
                                .setPeriod(month)
                                .setAmountRupiah(150_000)
                                .setPaidOn(paidOn)
                                .build(),
                        Counter.operator());
    }

    @Test
    void answersTheOperationAndTheSameRequestWithTheSameDecision() throws Exception {
        JsonNode created = valid(post(request("siti")), 201);
        JsonNode submitted = valid(send(json("/CoverageEligibilityRequest/$submit", request("siti"))), 200);

        assertThat(submitted).isEqualTo(created);
    }

    @Test
    void deniesWithTheCodesOfHcx() throws Exception {
        ObjectNode request = request("budi");
        patient(request).put("value", Counter.BUDI);

        JsonNode answer = valid(post(request), 201);

        assertThat(answer.at("/outcome").asText()).isEqualTo("complete");
        assertThat(answer.at("/error/0/code/coding/0/code").asText()).isEqualTo("ELIG-001");
        assertThat(answer.at("/error/0/code/coding/0/system").asText()).contains("hcx");
        assertThat(extension(answer, "gate-outcome").at("/valueCode").asText()).isEqualTo("denied");
    }

    @Test
    void tellsOfNoCoverToWhoeverShowsAnotherFinger() throws Exception {
        JsonNode answer = valid(post(request("somebody")), 201);

        assertThat(answer.at("/error/0/code/coding/0/code").asText()).isEqualTo("BIO-003");
        assertThat(answer.has("insurance")).isFalse();
        assertThat(answer.has("preAuthRef")).isFalse();
    }

    @Test
    void saysThatItCannotTell() throws Exception {
        counter.matcher.down(true);

        JsonNode answer = valid(post(request("siti")), 201);

        assertThat(answer.at("/outcome").asText()).isEqualTo("error");
        assertThat(answer.at("/error/0/code/coding/0/code").asText()).isEqualTo("SYS-003");
        assertThat(extension(answer, "gate-outcome").at("/valueCode").asText()).isEqualTo("undetermined");
        assertThat(answer.has("insurance")).isFalse();
    }

    @Test
    void takesTheReceiptOfACheckAtTheCounterForTheFinger() throws Exception {
        JsonNode atTheCounter = valid(post(request("siti")), 201);
        ObjectNode withReceipt = request("siti");
        ((ObjectNode) withReceipt.at("/identifier/0")).put("value", "visit-2");
        presence(withReceipt, "receipt")
                .put(
                        "valueString",
                        extension(atTheCounter, "receipt").at("/valueString").asText());

        JsonNode answer = valid(post(withReceipt), 201);
        assertThat(answer.at("/id")).isEqualTo(atTheCounter.at("/id"));

        patient(withReceipt).put("value", Counter.BUDI);
        JsonNode another = valid(post(withReceipt), 422);
        assertThat(another.at("/issue/0/details/coding/0/code").asText()).isEqualTo("RECEIPT_OF_ANOTHER_PERSON");
        presence(withReceipt, "receipt").put("valueString", "forged");
        assertThat(valid(post(withReceipt), 422)
                        .at("/issue/0/details/coding/0/code")
                        .asText())
                .isEqualTo("RECEIPT_INVALID");
    }

    @Test
    void saysByWhichFallbackPresenceWasShown() throws Exception {
        CheckEligibilityRequest.Builder check = Counter.check("check-worn", Counter.SITI).toBuilder();
        String refused = counter.journeys
                .eligibility()
                .check(check.clone().addSamples(FakeMatcher.sample("worn")).build(), Counter.operator())
                .getDecisionId();
        String fallback = counter.journeys
                .fallbacks()
                .open(
                        OpenFallbackRequest.newBuilder()
                                .setIdempotencyKey("open-other-finger")
                                .setNid(Counter.SITI)
                                .setMethod(FallbackRecord.Method.OTHER_FINGER)
                                .setPurpose(check.getPurpose())
                                .setFacilityId(check.getFacilityId())
                                .setAfterDecisionId(refused)
                                .build(),
                        Counter.operator())
                .getFallbackId();
        String receipt = counter.journeys
                .eligibility()
                .check(
                        check.setIdempotencyKey("check-other")
                                .setFallbackId(fallback)
                                .addSamples(FakeMatcher.sample("siti"))
                                .build(),
                        Counter.operator())
                .getReceipt();
        ObjectNode withReceipt = request("siti");
        presence(withReceipt, "receipt").put("valueString", receipt);

        JsonNode answer = valid(post(withReceipt), 201);

        assertThat(extension(answer, "presence-fallback").at("/valueCode").asText())
                .isEqualTo("OTHER_FINGER");
    }

    @Test
    void saysInWhatAReceiptIsOfAnother() throws Exception {
        String receipt = extension(valid(post(request("siti")), 201), "receipt")
                .at("/valueString")
                .asText();
        ObjectNode elsewhere = another(receipt, "visit-2");
        ((ObjectNode) elsewhere.at("/facility/identifier")).put("value", "RSUD-02");
        token = tokenOf("RSUD-02");
        JsonNode refused = valid(post(elsewhere), 422);
        assertThat(issue(refused)).startsWith("business-rule RECEIPT_OF_ANOTHER_FACILITY");
        assertThat(refused.at("/issue/0/details/coding/1/code").asText()).isEqualTo("BIO-005");
        assertThat(refused.at("/issue/0/details/coding/1/system").asText())
                .isEqualTo("https://sidik.id/fhir/CodeSystem/reason");

        token = tokenOf("RSUD-01");
        ObjectNode forDialysis = another(receipt, "visit-3");
        forDialysis
                .putArray("item")
                .addObject()
                .putObject("category")
                .putArray("coding")
                .addObject()
                .put("system", "https://sidik.id/fhir/CodeSystem/purpose")
                .put("code", "HOSPITAL_DIALYSIS");
        JsonNode other = valid(post(forDialysis), 422);
        assertThat(issue(other)).startsWith("business-rule RECEIPT_OF_ANOTHER_PURPOSE");
        assertThat(other.at("/issue/0/details/coding/1").isMissingNode()).isTrue();
    }

    private static ObjectNode another(String receipt, String visit) throws IOException {
        ObjectNode request = request("siti");
        ((ObjectNode) request.at("/identifier/0")).put("value", visit);
        presence(request, "receipt").put("valueString", receipt);
        return request;
    }

    @Test
    void checksTheNumberOfAnApprovalThatARequestNames() throws Exception {
        ObjectNode request = request("siti");
        request.putArray("insurance")
                .addObject()
                .put("businessArrangement", "RJK-2026-1")
                .putObject("coverage")
                .put("display", "JKN");
        JsonNode refused = valid(post(request), 422);
        assertThat(issue(refused))
                .isEqualTo(
                        "business-rule APPROVAL_NUMBER_INVALID CoverageEligibilityRequest.insurance[0].businessArrangement");
        assertThat(refused.at("/issue/0/details/coding/1/code").asText()).isEqualTo("AUTH-003");
        assertThat(refused.at("/issue/0/details/coding/1/system").asText())
                .isEqualTo("https://hcxprotocol.io/codes/claim-error-codes");

        counter.journeys
                .facilities()
                .record(
                        RecordApprovalRequest.newBuilder()
                                .setIdempotencyKey("approval-1")
                                .setKind(CareApproval.Kind.REFERRAL)
                                .setNumber("RJK-2026-1")
                                .setNid(Counter.SITI)
                                .setFacilityId("PKM-01")
                                .setToFacilityId("RSUD-01")
                                .setService(Purpose.HOSPITAL_ADMISSION)
                                .setValidFrom("2026-03-01")
                                .setValidUntil("2026-03-31")
                                .build(),
                        Counter.operator());
        valid(post(request), 201);
    }

    @Test
    void keepsFacilitiesApart() throws Exception {
        JsonNode answer = valid(post(request("siti")), 201);
        token = tokenOf("RSUD-02");

        assertThat(issue(valid(post(request("siti")), 403))).isEqualTo("forbidden SCOPE_NOT_ALLOWED ");
        assertThat(issue(valid(
                        get("/CoverageEligibilityResponse/" + answer.at("/id").asText()), 403)))
                .isEqualTo("forbidden SCOPE_NOT_ALLOWED ");
    }

    /** Each part that the gate needs, taken away: the answer names it. */
    @ParameterizedTest
    @CsvSource({
        "status, required, ELEMENT_MISSING, CoverageEligibilityRequest.status",
        "purpose, required, ELEMENT_MISSING, CoverageEligibilityRequest.purpose",
        "patient, required, ELEMENT_MISSING, CoverageEligibilityRequest.patient",
        "created, required, ELEMENT_MISSING, CoverageEligibilityRequest.created",
        "insurer, required, ELEMENT_MISSING, CoverageEligibilityRequest.insurer",
        "facility, required, FACILITY_INVALID, CoverageEligibilityRequest.facility",
        "identifier, required, ELEMENT_MISSING, CoverageEligibilityRequest.identifier",
        "extension, required, CAPTURE_MISSING, CoverageEligibilityRequest.extension"
    })
    void namesWhatIsMissing(String part, String code, String reason, String expression) throws Exception {
        ObjectNode request = request("siti");
        request.remove(part);

        assertThat(issue(valid(post(request), 422))).isEqualTo(code + " " + reason + " " + expression);
    }

    /** Each part, with something wrong in it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "status|\"done\"|422|value|CODE_UNKNOWN",
                "status|\"draft\"|422|business-rule|STATUS_NOT_ACTIVE",
                "status|7|400|structure|ELEMENT_NOT_TEXT",
                "purpose|[]|400|structure|ELEMENT_NOT_LIST",
                "purpose|[\"discovery\"]|422|not-supported|PURPOSE_NOT_SUPPORTED",
                "purpose|[\"curiosity\"]|422|value|CODE_UNKNOWN",
                "patient|\"Siti\"|400|structure|ELEMENT_NOT_OBJECT",
                "patient|{\"reference\": \"Patient/1\"}|422|value|PATIENT_UNKNOWN",
                "patient|{\"identifier\": {\"system\": \"https://fhir.kemkes.go.id/id/nik\", \"value\": \"3174\"}}|422|value|NID_INVALID",
                "created|\"yesterday\"|422|value|DATE_TIME_INVALID",
                "created|\"2026-13-10\"|422|value|DATE_TIME_INVALID",
                "insurer|{}|422|value|REFERENCE_EMPTY",
                "facility|{\"identifier\": {\"value\": \"RSUD 1\"}}|422|value|FACILITY_INVALID",
                "servicedDate|\"2026-03-09\"|422|business-rule|SERVICED_DATE_NOT_TODAY",
                "servicedPeriod|{\"start\": \"2026-03-10\"}|422|not-supported|SERVICED_PERIOD_NOT_SUPPORTED",
                "item|[{\"category\": {\"coding\": [{\"system\": \"x\", \"code\": \"y\"}]}}]|422|value|PURPOSE_UNKNOWN",
                "item|[{}]|422|required|ELEMENT_MISSING",
                "item|[{}, {}]|422|not-supported|ITEMS_TOO_MANY",
                "modifierExtension|[{\"url\": \"urn:x\", \"valueBoolean\": true}]|422|not-supported|MODIFIER_UNKNOWN",
                "extension|[{\"url\": \"https://sidik.id/fhir/StructureDefinition/presence\", \"extension\": [{\"url\": \"eye\", \"valueString\": \"x\"}]}]|422|not-supported|PRESENCE_PART_UNKNOWN",
                "extension|[{\"url\": \"https://sidik.id/fhir/StructureDefinition/presence\", \"extension\": [{\"url\": \"sample\", \"valueAttachment\": {\"contentType\": \"image/png\", \"data\": \"??\"}}]}]|422|value|BASE64_INVALID",
                "resourceType|\"Patient\"|400|structure|RESOURCE_TYPE_WRONG"
            })
    void saysWhatIsWrong(String part, String value, int status, String code, String reason) throws Exception {
        ObjectNode request = request("siti");
        request.set(part, JSON.readTree(value));

        HttpResponse<String> refused = post(request);

        assertThat(issue(valid(refused, status))).startsWith(code + " " + reason + " ");
        assertThat(refused.body()).doesNotContain(Counter.SITI);
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() throws Exception {
        ObjectNode request = request("siti");
        request.remove("created");
        request.remove("insurer");
        request.put("status", "done");

        assertThat(valid(post(request), 422).at("/issue").findValuesAsText("expression"))
                .hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"{", "[]", "7", "``", "{\"status\": \"active\", \"status\": \"draft\"}"})
    void refusesWhatIsNoResource(String body) throws Exception {
        assertThat(issue(valid(send(json("/CoverageEligibilityRequest", body)), 400)))
                .isEqualTo("structure BODY_INVALID ");
    }

    @Test
    void speaksJsonOfVersionFourAlone() throws Exception {
        String patient = "/Patient/" + patientId();

        assertThat(valid(send(to(patient).header("Accept", "application/fhir+json; fhirVersion=4.0")), 200)
                        .at("/resourceType")
                        .asText())
                .isEqualTo("Patient");
        assertThat(valid(get(patient + "?_format=json"), 200)
                        .at("/resourceType")
                        .asText())
                .isEqualTo("Patient");
        for (HttpRequest.Builder refused : new HttpRequest.Builder[] {
            to(patient).header("Accept", "application/fhir+xml"),
            to(patient).header("Accept", "application/fhir+json; fhirVersion=3.0"),
            to(patient + "?_format=xml")
        }) {
            assertThat(issue(valid(send(refused), 406))).isEqualTo("not-supported FORMAT_UNSUPPORTED ");
        }
        assertThat(issue(valid(
                        send(to("/CoverageEligibilityRequest")
                                .header("Content-Type", "application/fhir+xml")
                                .POST(BodyPublishers.ofString("<x/>"))),
                        415)))
                .isEqualTo("not-supported CONTENT_TYPE_UNSUPPORTED ");
    }

    @ParameterizedTest
    @CsvSource({
        "/Observation, 404, not-found ROUTE_UNKNOWN",
        "/Patient/0, 404, not-found RESOURCE_UNKNOWN",
        "/Coverage/0-jkn, 404, not-found RESOURCE_UNKNOWN",
        "/CoverageEligibilityResponse/0, 404, not-found DECISION_UNKNOWN",
        "/CoverageEligibilityRequest, 405, not-supported METHOD_NOT_ALLOWED",
        "/Patient, 422, required PARAMETER_MISSING",
        "/Patient?identifier=1, 422, not-supported IDENTIFIER_SYSTEM_UNKNOWN",
        "/Coverage, 422, required PARAMETER_MISSING",
        "/Coverage?beneficiary=x&_count=many, 422, value PAGE_INVALID"
    })
    void failsInTheWordsOfFhir(String path, int status, String issue) throws Exception {
        assertThat(issue(valid(get(path), status))).isEqualTo(issue + " ");
    }

    @Test
    void refusesTooMuchInTheWordsOfFhir() throws Exception {
        String large = " ".repeat(HttpEdge.BODY_BYTES_MAX + 1);
        assertThat(issue(valid(send(json("/CoverageEligibilityRequest", large)), 413)))
                .startsWith("too-long ");

        int taken = 0;
        while (counter.callLimit.enter()) {
            taken++;
        }
        HttpResponse<String> overloaded = get("/Patient/0");
        for (int left = 0; left < taken; left++) {
            counter.callLimit.leave();
        }
        assertThat(issue(valid(overloaded, 429))).isEqualTo("throttled OVERLOADED ");
        assertThat(overloaded.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void saysWhatAnApprovalWouldCure() throws Exception {
        counter.journeys
                .facilities()
                .putContract(
                        PutContractRequest.newBuilder()
                                .setIdempotencyKey("contract-1")
                                .setContract(FacilityContract.newBuilder()
                                        .setFacilityId("RSUD-01")
                                        .setValidFrom("2026-01-01")
                                        .setValidUntil("2026-12-31")
                                        .setLevel(FacilityContract.Level.ADVANCED)
                                        .addServices(Purpose.HOSPITAL_OUTPATIENT)
                                        .addProgrammes(Programme.JKN))
                                .build(),
                        Counter.operator());
        ObjectNode request = request("siti");
        ((ObjectNode) request.at("/item/0/category/coding/0")).put("code", "30");

        JsonNode answer = valid(post(request), 201);

        assertThat(answer.at("/error/0/code/coding/0/code").asText()).isEqualTo("AUTH-001");
        assertThat(answer.at("/insurance/0/item/0/authorizationRequired").asBoolean())
                .isTrue();
        assertThat(answer.at("/insurance/0").has("inforce")).isFalse();
    }

    @Test
    void asksForATokenInTheWordsOfFhir() throws Exception {
        HttpResponse<String> refused =
                http.send(HttpRequest.newBuilder(uri("/Patient/0")).build(), BodyHandlers.ofString());

        assertThat(issue(valid(refused, 401))).isEqualTo("login TOKEN_MISSING ");
    }

    private String patientId() {
        return counter.journeys.patients().idOf(Counter.SITI);
    }

    private String tokenOf(String facility) {
        return counter.access
                .issuer()
                .orElseThrow()
                .issue(new TokenOrder(
                        Role.FACILITY,
                        "his",
                        new Scope(Set.of(facility), Set.of(), Optional.empty()),
                        Optional.empty()));
    }

    /** What a hospital's system sends; the fake matcher reads fingers as words. */
    private static ObjectNode request(String finger) throws IOException {
        return (ObjectNode) JSON.readTree("""
                {
                  "resourceType": "CoverageEligibilityRequest",
                  "meta": {"profile": ["https://fhir.kemkes.go.id/r4/StructureDefinition/CoverageEligibilityRequest"]},
                  "extension": [{
                    "url": "https://sidik.id/fhir/StructureDefinition/presence",
                    "extension": [
                      {"url": "capturedAt", "valueInstant": "2026-03-10T10:00:00+07:00"},
                      {"url": "sample", "valueAttachment": {
                        "contentType": "application/vnd.sidik.template", "data": "%s"}}
                    ]
                  }],
                  "identifier": [{"system": "https://rsud-01.example.id/visits", "value": "visit-1"}],
                  "status": "active",
                  "purpose": ["validation", "benefits"],
                  "patient": {"identifier": {"system": "%s", "value": "%s"}},
                  "servicedDate": "2026-03-10",
                  "created": "2026-03-10T10:00:00+07:00",
                  "insurer": {"display": "BPJS Kesehatan"},
                  "facility": {"identifier": {"system": "https://sidik.id/fhir/id/facility", "value": "RSUD-01"}},
                  "item": [{"category": {"coding": [
                    {"system": "http://terminology.hl7.org/CodeSystem/ex-benefitcategory", "code": "49"}]}}]
                }
                """.formatted(
                Base64.getEncoder().encodeToString(finger.getBytes(StandardCharsets.UTF_8)), NIK, Counter.SITI));
    }

    private static ObjectNode patient(ObjectNode request) {
        return (ObjectNode) request.at("/patient/identifier");
    }

    /** Replaces all that the request says of the finger by one part. */
    private static ObjectNode presence(ObjectNode request, String part) {
        ObjectNode extension = (ObjectNode) request.at("/extension/0");
        return extension.putArray("extension").addObject().put("url", part);
    }

    private static JsonNode extension(JsonNode resource, String name) {
        for (JsonNode extension : resource.path("extension")) {
            if (extension.path("url").asText().endsWith("/" + name)) {
                return extension;
            }
        }
        throw new AssertionError("no extension " + name + " in " + resource);
    }

    /** Code, reason and place of the first issue. */
    private static String issue(JsonNode outcome) {
        return outcome.at("/issue/0/code").asText() + " "
                + outcome.at("/issue/0/details/coding/0/code").asText() + " "
                + outcome.at("/issue/0/expression/0").asText();
    }

    private static JsonNode valid(HttpResponse<String> response, int status) throws IOException {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/fhir+json; charset=UTF-8");
        judge.assertValid(response.body());
        return JSON.readTree(response.body());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(to(path));
    }

    private HttpResponse<String> post(ObjectNode request) throws Exception {
        return send(json("/CoverageEligibilityRequest", request));
    }

    private HttpRequest.Builder json(String path, Object body) {
        return to(path).header("Content-Type", "application/fhir+json").POST(BodyPublishers.ofString(body.toString()));
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + token);
    }

    private URI uri(String path) {
        return URI.create("https://localhost:" + server.address().port() + "/fhir" + path);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

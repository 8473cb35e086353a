package id.sidik.eligibility.journey;

import static id.sidik.eligibility.journey.Counter.BUDI;
import static id.sidik.eligibility.journey.Counter.SITI;
import static id.sidik.eligibility.journey.Counter.assertRefused;
import static id.sidik.eligibility.journey.Counter.operator;
import static id.sidik.eligibility.journey.Counter.payment;
import static id.sidik.eligibility.journey.Counter.registration;
import static id.sidik.eligibility.matching.FakeMatcher.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import id.sidik.eligibility.access.AccessRefusedException;
import id.sidik.eligibility.access.Identity;
import id.sidik.eligibility.access.Reach;
import id.sidik.eligibility.access.Scope;
import id.sidik.eligibility.access.Warrant;
import id.sidik.eligibility.audit.AuditLeaf;
import id.sidik.eligibility.v1.AppealClaimRequest;
import id.sidik.eligibility.v1.CheckEligibilityResponse;
import id.sidik.eligibility.v1.ClaimDocument;
import id.sidik.eligibility.v1.ClaimDocuments;
import id.sidik.eligibility.v1.ClaimRecord;
import id.sidik.eligibility.v1.DecideClaimRequest;
import id.sidik.eligibility.v1.EndVisitRequest;
import id.sidik.eligibility.v1.GetClaimRequest;
import id.sidik.eligibility.v1.ListVisitsRequest;
import id.sidik.eligibility.v1.NoticeClaimPaymentRequest;
import id.sidik.eligibility.v1.OpenClaimRequest;
import id.sidik.eligibility.v1.OpenVisitRequest;
import id.sidik.eligibility.v1.Programme;
import id.sidik.eligibility.v1.Purpose;
import id.sidik.eligibility.v1.SupplyClaimRequest;
import id.sidik.eligibility.v1.VisitRecord;
import id.sidik.wire.trust.Role;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Visits and claims on real books. */
class VisitAndClaimJourneyTest {
    private static final String RSUD = "RSUD-01";

    private Counter counter;

    @BeforeEach
    void registerSiti(@TempDir Path folder) {
        counter = new Counter(folder);
        counter.journeys.registration().register(registration("reg-siti", SITI, sample("siti")), operator());
        counter.journeys.registration().register(registration("reg-budi", BUDI, sample("budi")), operator());
        counter.journeys.contributions().record(payment("pay-siti", SITI, "2026-03"), operator());
        counter.journeys.contributions().record(payment("pay-budi", BUDI, "2026-03"), operator());
    }

    @AfterEach
    void close() {
        counter.close();
    }

    @Test
    void aReceiptServesOnceForVisitsAndClaimsTogether() {
        String receipt = receipt("capture-1", SITI, Purpose.HOSPITAL_ADMISSION);
        VisitRecord visit = counter.journeys.visits().open(admission("visit-01", SITI, receipt), operator());
        assertThat(visit.getState()).isEqualTo(VisitRecord.State.UNDER_WAY);

        end(visit);
        assertRefused(
                "RECEIPT_USED", () -> counter.journeys.visits().open(admission("visit-02", SITI, receipt), operator()));
        assertRefused(
                "RECEIPT_USED",
                () -> counter.journeys
                        .claims()
                        .open(claim("claim-01", SITI).setReceipt(receipt).build(), operator()));
    }

    @Test
    void theSameRequestAgainIsTheSameVisit() {
        OpenVisitRequest request = admission("visit-01", SITI, receipt("capture-1", SITI, Purpose.HOSPITAL_ADMISSION));

        VisitRecord first = counter.journeys.visits().open(request, operator());

        assertThat(counter.journeys.visits().open(request, operator())).isEqualTo(first);
        assertThat(visitsOf(SITI)).containsExactly(first);
    }

    @Test
    void ofManyWhoBringOneReceiptOneIsServed() throws Exception {
        String receipt = receipt("capture-1", SITI, Purpose.HOSPITAL_OUTPATIENT);
        List<Callable<Boolean>> visitors = IntStream.range(0, 16)
                .<Callable<Boolean>>mapToObj(number -> () -> opens("visit-0" + number, receipt))
                .toList();
        int served = 0;
        try (ExecutorService counters = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> visitor : counters.invokeAll(visitors)) {
                served += visitor.get() ? 1 : 0;
            }
        }
        assertThat(served).isEqualTo(1);
        assertThat(visitsOf(SITI)).hasSize(1);
    }

    private boolean opens(String key, String receipt) {
        try {
            counter.journeys
                    .visits()
                    .open(
                            admission(key, SITI, receipt).toBuilder()
                                    .setKind(VisitRecord.Kind.OUTPATIENT)
                                    .build(),
                            operator());
            return true;
        } catch (RequestRefusedException refused) {
            assertThat(refused.reason()).isEqualTo("RECEIPT_USED");
            return false;
        }
    }

    @Test
    void refusesReceiptsThatAreNotForThis() {
        String ofSiti = receipt("capture-1", SITI, Purpose.HOSPITAL_ADMISSION);
        String denied = counter.journeys
                .eligibility()
                .check(check("capture-2", SITI, Purpose.HOSPITAL_ADMISSION, "somebody else"), operator())
                .getReceipt();

        assertRefused(
                "RECEIPT_OF_ANOTHER",
                () -> counter.journeys.visits().open(admission("visit-01", BUDI, ofSiti), operator()));
        assertRefused(
                "RECEIPT_OF_ANOTHER",
                () -> counter.journeys
                        .visits()
                        .open(
                                admission("visit-02", SITI, ofSiti).toBuilder()
                                        .setFacilityId("RS-02")
                                        .build(),
                                operator()));
        assertRefused(
                "RECEIPT_OF_ANOTHER",
                () -> counter.journeys
                        .visits()
                        .open(
                                admission("visit-03", SITI, ofSiti).toBuilder()
                                        .setKind(VisitRecord.Kind.DIALYSIS)
                                        .build(),
                                operator()));
        assertRefused(
                "RECEIPT_NOT_GRANTED",
                () -> counter.journeys.visits().open(admission("visit-04", SITI, denied), operator()));
        assertRefused(
                "RECEIPT_INVALID",
                () -> counter.journeys.visits().open(admission("visit-05", SITI, "a.b.c"), operator()));
        assertThat(visitsOf(SITI)).isEmpty();
    }

    @Test
    void saysInWhatAReceiptIsOfAnother() {
        String ofSiti = receipt("capture-1", SITI, Purpose.HOSPITAL_ADMISSION);

        assertThat(detailsOf(admission("visit-01", BUDI, ofSiti))).containsExactly(entry("differs", "member"));
        assertThat(detailsOf(admission("visit-02", SITI, ofSiti).toBuilder()
                        .setFacilityId("RS-02")
                        .build()))
                .containsOnly(entry("differs", "facility"), entry("code", "BIO-005"));
        assertThat(detailsOf(admission("visit-03", SITI, ofSiti).toBuilder()
                        .setKind(VisitRecord.Kind.DIALYSIS)
                        .build()))
                .containsExactly(entry("differs", "purpose"));
    }

    private Map<String, String> detailsOf(OpenVisitRequest request) {
        return catchThrowableOfType(
                        RequestRefusedException.class,
                        () -> counter.journeys.visits().open(request, operator()))
                .details();
    }

    @Test
    void nobodyLiesInTwoBeds() {
        VisitRecord first = counter.journeys
                .visits()
                .open(admission("visit-01", SITI, receipt("capture-1", SITI, Purpose.HOSPITAL_ADMISSION)), operator());
        String second = receipt("capture-2", SITI, Purpose.HOSPITAL_ADMISSION);

        assertRefused(
                "VISIT_OVERLAPS_STAY",
                () -> counter.journeys.visits().open(admission("visit-02", SITI, second), operator()));
        end(first);
        assertThat(counter.journeys
                        .visits()
                        .open(admission("visit-02", SITI, second), operator())
                        .getOverlapsList())
                .isEmpty();
    }

    @Test
    void aClaimGoesFromTheOpeningThroughAnAppealToThePayment() {
        ClaimRecord claim = counter.journeys
                .claims()
                .open(
                        claim("claim-01", SITI)
                                .setReceipt(receipt("capture-1", SITI, Purpose.HOSPITAL_OUTPATIENT))
                                .build(),
                        operator());
        documents(claim);
        submit(claim);
        assertThat(decide(claim, "decide-1", "ani", false).getState()).isEqualTo(ClaimRecord.State.REJECTED);
        counter.journeys
                .claims()
                .appeal(
                        AppealClaimRequest.newBuilder()
                                .setIdempotencyKey("appeal-01")
                                .setClaimId(claim.getClaimId())
                                .setGrounds("I was there")
                                .build(),
                        operator());
        assertRefused("CLAIM_OFFICER_NOT_ANOTHER", () -> decide(claim, "decide-2", "ani", true));
        assertThat(decide(claim, "decide-3", "budi", true).getOnAppeal()).isTrue();
        assertRefused("CLAIM_PAYMENT_DIFFERS", () -> pay(claim, "payment-1", 899_999));
        assertThat(pay(claim, "payment-2", 900_000).getState()).isEqualTo(ClaimRecord.State.PAYMENT_NOTICED);
        assertThat(auditTypes())
                .contains("CLAIM_OPENED", "CLAIM_SUPPLIED", "CLAIM_DECIDED", "CLAIM_APPEALED", "CLAIM_PAYMENT_NOTICED");
    }

    @Test
    void aClaimWithoutPresenceIsKeptAndNotPaid() {
        ClaimRecord claim =
                counter.journeys.claims().open(claim("claim-01", SITI).build(), operator());
        documents(claim);
        submit(claim);

        assertRefused("CLAIM_PRESENCE_MISSING", () -> decide(claim, "decide-1", "ani", true));
        supply(
                SupplyClaimRequest.newBuilder().setReceipt(receipt("capture-1", SITI, Purpose.HOSPITAL_OUTPATIENT)),
                "supply-9",
                claim);
        assertThat(decide(claim, "decide-2", "ani", true).getState()).isEqualTo(ClaimRecord.State.APPROVED);
    }

    @Test
    void aVisitIsBilledOnceOnItsOwnPresence() {
        VisitRecord visit = counter.journeys
                .visits()
                .open(admission("visit-01", SITI, receipt("capture-1", SITI, Purpose.HOSPITAL_ADMISSION)), operator());
        ClaimRecord claim = counter.journeys
                .claims()
                .open(claim("claim-01", SITI).setVisitId(visit.getVisitId()).build(), operator());

        assertThat(claim.getPresence()).isEqualTo(visit.getPresence());
        assertRefused(
                "VISIT_BILLED",
                () -> counter.journeys
                        .claims()
                        .open(
                                claim("claim-02", SITI)
                                        .setVisitId(visit.getVisitId())
                                        .build(),
                                operator()));
        assertRefused(
                "VISIT_UNKNOWN",
                () -> counter.journeys
                        .claims()
                        .open(
                                claim("claim-03", BUDI)
                                        .setVisitId(visit.getVisitId())
                                        .build(),
                                operator()));
    }

    @Test
    void othersSeeNothingOfAClaim() {
        ClaimRecord claim =
                counter.journeys.claims().open(claim("claim-01", SITI).build(), operator());
        GetClaimRequest request =
                GetClaimRequest.newBuilder().setClaimId(claim.getClaimId()).build();

        assertThat(counter.journeys.claims().read(request, hospital(RSUD))).isEqualTo(claim);
        assertThatThrownBy(() -> counter.journeys.claims().read(request, hospital("RS-02")))
                .isInstanceOf(AccessRefusedException.class);
    }

    @Test
    void namesOfTheContractAreOurs() {
        assertSameNames(ClaimDocument.Kind.values(), id.sidik.eligibility.claim.DocumentKind.values());
        assertSameNames(
                DecideClaimRequest.RejectionReason.values(), id.sidik.eligibility.claim.RejectionReason.values());
        assertSameNames(VisitRecord.Kind.values(), id.sidik.eligibility.visit.VisitKind.values());
        assertSameNames(EndVisitRequest.Manner.values(), id.sidik.eligibility.visit.DischargeManner.values());
    }

    private static void assertSameNames(Enum<?>[] theirs, Enum<?>[] ours) {
        assertThat(theirs)
                .extracting(Enum::name)
                .filteredOn(name -> !name.endsWith("UNSPECIFIED") && !name.equals("UNRECOGNIZED"))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(ours).map(Enum::name).toList());
    }

    private String receipt(String capture, String nid, Purpose purpose) {
        CheckEligibilityResponse answer = counter.journeys
                .eligibility()
                .check(check(capture, nid, purpose, nid.equals(SITI) ? "siti" : "budi"), operator());
        assertThat(answer.hasGranted()).isTrue();
        return answer.getReceipt();
    }

    private static id.sidik.eligibility.v1.CheckEligibilityRequest check(
            String capture, String nid, Purpose purpose, String finger) {
        return Counter.check(capture, nid, sample(finger)).toBuilder()
                .setPurpose(purpose)
                .build();
    }

    private static OpenVisitRequest admission(String key, String nid, String receipt) {
        return OpenVisitRequest.newBuilder()
                .setIdempotencyKey(key)
                .setNid(nid)
                .setKind(VisitRecord.Kind.ADMISSION)
                .setFacilityId(RSUD)
                .setReceipt(receipt)
                .build();
    }

    private void end(VisitRecord visit) {
        VisitRecord ended = counter.journeys
                .visits()
                .end(
                        EndVisitRequest.newBuilder()
                                .setIdempotencyKey("end-" + visit.getVisitId().substring(0, 8))
                                .setVisitId(visit.getVisitId())
                                .setDischarge(EndVisitRequest.Manner.HOME)
                                .build(),
                        operator());
        assertThat(ended.getState()).isEqualTo(VisitRecord.State.DISCHARGED);
    }

    private List<VisitRecord> visitsOf(String nid) {
        return counter.journeys
                .visits()
                .list(ListVisitsRequest.newBuilder().setNid(nid).build(), operator())
                .getVisitsList();
    }

    private static OpenClaimRequest.Builder claim(String key, String nid) {
        return OpenClaimRequest.newBuilder()
                .setIdempotencyKey(key)
                .setNid(nid)
                .setProgramme(Programme.JKN)
                .setFacilityId(RSUD)
                .setEventOn("2026-03-10")
                .setAmountRupiah(1_000_000);
    }

    private void documents(ClaimRecord claim) {
        supply(
                SupplyClaimRequest.newBuilder()
                        .setDocuments(ClaimDocuments.newBuilder()
                                .addDocuments(ClaimDocument.newBuilder()
                                        .setKind(ClaimDocument.Kind.INVOICE)
                                        .setSha256("0".repeat(64)))),
                "supply-1",
                claim);
    }

    private void submit(ClaimRecord claim) {
        supply(SupplyClaimRequest.newBuilder().setSubmit(true), "supply-2", claim);
    }

    private void supply(SupplyClaimRequest.Builder request, String key, ClaimRecord claim) {
        counter.journeys
                .claims()
                .supply(
                        request.setIdempotencyKey(key)
                                .setClaimId(claim.getClaimId())
                                .build(),
                        operator());
    }

    private ClaimRecord decide(ClaimRecord claim, String key, String officer, boolean approve) {
        DecideClaimRequest.Builder request =
                DecideClaimRequest.newBuilder().setIdempotencyKey(key).setClaimId(claim.getClaimId());
        if (approve) {
            request.setApproveRupiah(900_000);
        } else {
            request.setReject(DecideClaimRequest.RejectionReason.DOCUMENTS_INSUFFICIENT);
        }
        return counter.journeys
                .claims()
                .decide(request.build(), token(Role.OPERATOR, officer, Reach.EVERYWHERE, Scope.NONE));
    }

    private ClaimRecord pay(ClaimRecord claim, String key, long rupiah) {
        return counter.journeys
                .claims()
                .noticePayment(
                        NoticeClaimPaymentRequest.newBuilder()
                                .setIdempotencyKey(key)
                                .setClaimId(claim.getClaimId())
                                .setPaymentReference("BRI-2026-0001")
                                .setAmountRupiah(rupiah)
                                .build(),
                        operator());
    }

    private static Caller hospital(String facility) {
        return token(
                Role.FACILITY, "clerk", Reach.OWN_RECORDS, new Scope(Set.of(facility), Set.of(), Optional.empty()));
    }

    private static Caller token(Role role, String person, Reach reach, Scope scope) {
        return new Caller(
                new Warrant(new Identity(role, Optional.of(person), scope), reach),
                Patience.of(Duration.ofMinutes(2), System::nanoTime));
    }

    private List<String> auditTypes() {
        return counter.store.readAudit(0, 1_000).stream()
                .map(AuditLeaf::content)
                .map(content -> new String(content, StandardCharsets.UTF_8))
                .map(content -> content.replaceAll(".*\"type\":\"([A-Z_]+)\".*", "$1"))
                .toList();
    }
}

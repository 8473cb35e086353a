package id.sidik.benchmarks.province;

import com.google.protobuf.Timestamp;
import id.sidik.biometrics.v1.Sample;
import id.sidik.eligibility.decision.DenialReason;
import id.sidik.eligibility.journey.Caller;
import id.sidik.eligibility.journey.Journeys;
import id.sidik.eligibility.matching.Samples;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.province.Province;
import id.sidik.eligibility.report.ClaimEvent;
import id.sidik.eligibility.report.FallbackEvent;
import id.sidik.eligibility.report.PresenceEvent;
import id.sidik.eligibility.report.VisitEvent;
import id.sidik.eligibility.v1.CaptureFault;
import id.sidik.eligibility.v1.CheckEligibilityRequest;
import id.sidik.eligibility.v1.CheckEligibilityResponse;
import id.sidik.eligibility.v1.ClaimDocument;
import id.sidik.eligibility.v1.ClaimRecord;
import id.sidik.eligibility.v1.DecideClaimRequest;
import id.sidik.eligibility.v1.EndVisitRequest;
import id.sidik.eligibility.v1.FallbackRecord;
import id.sidik.eligibility.v1.NoticeClaimPaymentRequest;
import id.sidik.eligibility.v1.OpenClaimRequest;
import id.sidik.eligibility.v1.OpenFallbackRequest;
import id.sidik.eligibility.v1.OpenVisitRequest;
import id.sidik.eligibility.v1.Programme;
import id.sidik.eligibility.v1.Purpose;
import id.sidik.eligibility.v1.ShowVisitPresenceRequest;
import id.sidik.eligibility.v1.SupplyClaimRequest;
import id.sidik.eligibility.v1.VisitRecord;
import id.sidik.eligibility.v1.VouchFallbackRequest;
import id.sidik.wire.rpc.ProtoTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What happens at counters, wards and claims desks: each step of the script is a call to the gate, and what it refuses does not happen. */
final class CounterWork {
    private static final String REASON = "Jari tidak terbaca. / The finger cannot be read.";

    private static final int ATTEMPTS_MAX = 3;

    private final Journeys journeys;
    private final Province province;
    private final Hands hands;
    private final Scanners scanners;
    private final Purposes purposes;
    private final Tally tally;

    /** Receipts and decisions by the event that was scripted. */
    private final Map<String, CheckEligibilityResponse> answers = new ConcurrentHashMap<>();

    /** The latest decision on a member that a fallback can follow. */
    private final Map<Nid, Refused> refused = new ConcurrentHashMap<>();

    private final Map<String, String> visitIds = new ConcurrentHashMap<>();

    /** Digests of captures by their scripted names. */
    private final Map<String, String> captures = new ConcurrentHashMap<>();

    private record Refused(String decisionId, String facility, Purpose purpose, Instant at) {}

    CounterWork(Journeys journeys, Province province, Hands hands, Scanners scanners, Tally tally) {
        this.journeys = journeys;
        this.province = province;
        this.hands = hands;
        this.scanners = scanners;
        this.purposes = Purposes.of(province);
        this.tally = tally;
    }

    /** What the books call a capture of the script. */
    Map<String, String> captures() {
        return captures;
    }

    /** A finger on the glass, again if it is not recognised and is the person's own, as at any counter; or a scanner that fails. */
    void press(PresenceEvent presence) {
        CheckEligibilityResponse answer = press(presence, 0);
        for (int more = 1; more < ATTEMPTS_MAX && isOwnUnrecognised(presence, answer); more++) {
            tally.count("pressed again: not recognised");
            answer = press(presence, more);
        }
    }

    private boolean isOwnUnrecognised(PresenceEvent presence, CheckEligibilityResponse answer) {
        return presence.outcome() == PresenceEvent.Outcome.MATCHED
                && isOwn(presence)
                && answer.getDenied().getReasonsList().stream()
                        .anyMatch(reason -> reason.getName().equals(DenialReason.PRESENCE_MISMATCH.name()));
    }

    private boolean isOwn(PresenceEvent presence) {
        return presence.presenter()
                .filter(province.person(presence.nid()).finger()::equals)
                .isPresent();
    }

    private CheckEligibilityResponse press(PresenceEvent presence, int earlier) {
        CheckEligibilityRequest.Builder question = CheckEligibilityRequest.newBuilder()
                .setIdempotencyKey("press-" + presence.eventId() + (earlier == 0 ? "" : "." + earlier))
                .setNid(presence.nid().wholeDigits())
                .setPurpose(purposes.of(presence.eventId()))
                .setFacilityId(presence.facility())
                .setCapturedAt(ProtoTime.of(presence.at()));
        purposes.claimOnDeath(presence.eventId())
                .ifPresent(claim -> question.setNid(claim.nid().wholeDigits())
                        .setClaimantNid(presence.nid().wholeDigits())
                        .putCircumstances("claim.reason", "DEATH"));
        if (presence.outcome() == PresenceEvent.Outcome.FAULT) {
            return answered(
                    presence.eventId(),
                    presence.nid(),
                    question.setCaptureFault(CaptureFault.SCANNER_FAULT).build(),
                    presence.operator());
        }
        Sample sample = sample(presence, earlier);
        presence.captureHash()
                .ifPresent(name ->
                        captures.put(Samples.of(List.of(sample)).digest().orElseThrow(), name));
        return answered(
                presence.eventId(),
                presence.nid(),
                scanners.sealed(question.addSamples(sample).build(), presence.device()),
                presence.operator());
    }

    /** A picture that is shown again is the same, whoever shows it; pressed again it is another, and none of the next capture's either. */
    private Sample sample(PresenceEvent presence, int earlier) {
        String finger = presence.presenter().orElseThrow();
        int capture = presence.captureHash().orElseThrow().hashCode();
        int touch = (capture * ATTEMPTS_MAX + earlier) & Integer.MAX_VALUE;
        boolean fails = presence.outcome() != PresenceEvent.Outcome.MATCHED;
        return isOwn(presence) && fails
                ? hands.failingTouch(touch)
                : hands.touch(finger, touch, province.isWorn(presence.device(), Days.of(presence.at())));
    }

    private CheckEligibilityResponse answered(
            String eventId, Nid nid, CheckEligibilityRequest question, String operator) {
        CheckEligibilityResponse answer = journeys.eligibility().check(question, Callers.person(operator));
        tally.count("gate: " + question.getPurpose() + " " + answer.getOutcomeCase());
        answer.getDenied().getReasonsList().stream()
                .findFirst()
                .ifPresent(reason -> tally.count("denied: " + reason.getName()));
        if (answer.hasUndetermined()) {
            tally.count("undetermined: " + answer.getUndetermined().getCause());
        }
        if (answer.hasGranted()) {
            answers.put(eventId, answer);
        } else {
            Timestamp at = answer.getDecidedAt();
            refused.put(
                    nid,
                    new Refused(
                            answer.getDecisionId(),
                            question.getFacilityId(),
                            question.getPurpose(),
                            Instant.ofEpochSecond(at.getSeconds(), at.getNanos())));
        }
        return answer;
    }

    /** Two officers vouch for her: a colleague of the operator's, and whoever approves at the facility. */
    void fallback(FallbackEvent fallback) {
        Purpose purpose = purposes.of(fallback.eventId());
        if (followed(fallback, purpose).isEmpty()) {
            var _ = answered(
                    fallback.eventId() + ".first",
                    fallback.nid(),
                    question(fallback, purpose, "first")
                            .setCaptureFault(CaptureFault.QUALITY_TOO_LOW)
                            .build(),
                    fallback.operator());
        }
        String id = journeys.fallbacks()
                .open(
                        OpenFallbackRequest.newBuilder()
                                .setIdempotencyKey("open-" + fallback.eventId())
                                .setNid(fallback.nid().wholeDigits())
                                .setMethod(FallbackRecord.Method.OFFICER_OVERRIDE)
                                .setPurpose(purpose)
                                .setFacilityId(fallback.facility())
                                .setAfterDecisionId(followed(fallback, purpose)
                                        .map(Refused::decisionId)
                                        .orElse(""))
                                .build(),
                        Callers.person(fallback.operator()))
                .getFallbackId();
        vouch(id, fallback.eventId() + ".1", Callers.person(fallback.facility() + "-P9"));
        vouch(id, fallback.eventId() + ".2", Callers.person(fallback.approver()));
        var _ = answered(
                fallback.eventId(),
                fallback.nid(),
                question(fallback, purpose, "served")
                        .clearCapturedAt()
                        .setFallbackId(id)
                        .build(),
                fallback.operator());
    }

    /** The decision that a fallback may follow. */
    private Optional<Refused> followed(FallbackEvent fallback, Purpose purpose) {
        return Optional.ofNullable(refused.get(fallback.nid()))
                .filter(decision -> decision.facility().equals(fallback.facility()) && decision.purpose() == purpose)
                .filter(decision -> decision.at().plus(Days.FOLLOWED_WITHIN).isAfter(fallback.at()));
    }

    private static CheckEligibilityRequest.Builder question(FallbackEvent fallback, Purpose purpose, String step) {
        return CheckEligibilityRequest.newBuilder()
                .setIdempotencyKey(step + "-" + fallback.eventId())
                .setNid(fallback.nid().wholeDigits())
                .setPurpose(purpose)
                .setFacilityId(fallback.facility())
                .setCapturedAt(ProtoTime.of(fallback.at()));
    }

    private void vouch(String fallbackId, String key, Caller officer) {
        var _ = journeys.fallbacks()
                .vouch(
                        VouchFallbackRequest.newBuilder()
                                .setIdempotencyKey("vouch-" + key)
                                .setFallbackId(fallbackId)
                                .setApprove(true)
                                .setReason(REASON)
                                .build(),
                        officer);
    }

    /** A visit on the receipt that the person was given. Without one she goes home. */
    void visit(VisitEvent visit) {
        CheckEligibilityResponse shown = answers.get(visit.presence().orElseThrow());
        if (shown == null) {
            tally.count("sent home: nothing was granted");
            return;
        }
        OpenVisitRequest.Builder opening = OpenVisitRequest.newBuilder()
                .setIdempotencyKey("visit-" + visit.eventId())
                .setNid(visit.nid().wholeDigits())
                .setKind(visit.inpatient() ? VisitRecord.Kind.ADMISSION : VisitRecord.Kind.OUTPATIENT)
                .setFacilityId(visit.facility());
        Caller desk = desk(visit.facility());
        if (province.isEmergency(visit)) {
            opening.setGraceFallbackId(grace(visit, desk));
        } else {
            opening.setReceipt(shown.getReceipt());
        }
        String id = journeys.visits().open(opening.build(), desk).getVisitId();
        visitIds.put(visit.eventId(), id);
        tally.count("visits opened");
        if (province.isEmergency(visit)) {
            var _ = journeys.visits()
                    .showPresence(
                            ShowVisitPresenceRequest.newBuilder()
                                    .setIdempotencyKey("show-" + visit.eventId())
                                    .setVisitId(id)
                                    .setReceipt(shown.getReceipt())
                                    .build(),
                            desk);
        }
    }

    private String grace(VisitEvent visit, Caller desk) {
        return journeys.fallbacks()
                .open(
                        OpenFallbackRequest.newBuilder()
                                .setIdempotencyKey("grace-" + visit.eventId())
                                .setNid(visit.nid().wholeDigits())
                                .setMethod(FallbackRecord.Method.EMERGENCY_GRACE)
                                .setPurpose(Purpose.HOSPITAL_EMERGENCY)
                                .setFacilityId(visit.facility())
                                .build(),
                        desk)
                .getFallbackId();
    }

    /** She leaves, and the hospital sends its bill. */
    void leave(VisitEvent visit) {
        String id = visitIds.get(visit.eventId());
        if (id == null) {
            return;
        }
        EndVisitRequest.Builder ending = EndVisitRequest.newBuilder()
                .setIdempotencyKey("leave-" + visit.eventId())
                .setVisitId(id);
        var _ = journeys.visits()
                .end(
                        (visit.inpatient()
                                        ? ending.setDischarge(EndVisitRequest.Manner.HOME)
                                        : ending.setComplete(true))
                                .build(),
                        desk(visit.facility()));
        ClaimRecord bill = journeys.claims().open(bill(visit).setVisitId(id).build(), desk(visit.facility()));
        settle(bill.getClaimId(), "bill-" + visit.eventId(), "JKN", visit.amountRupiah());
    }

    /** A bill for somebody whom no scanner saw. It waits: without presence nobody may approve it. */
    void billUnproven(VisitEvent visit) {
        var _ = journeys.claims().open(bill(visit).build(), desk(visit.facility()));
        tally.count("bills without presence");
        tally.add("asked Rp without presence", visit.amountRupiah());
    }

    private static OpenClaimRequest.Builder bill(VisitEvent visit) {
        return OpenClaimRequest.newBuilder()
                .setIdempotencyKey("bill-" + visit.eventId())
                .setNid(visit.nid().wholeDigits())
                .setProgramme(Programme.JKN)
                .setFacilityId(visit.facility())
                .setEventOn(visit.from().toString())
                .setAmountRupiah(visit.amountRupiah())
                .addDocuments(document(visit.eventId()));
    }

    private static ClaimDocument document(String name) {
        return ClaimDocument.newBuilder()
                .setKind(ClaimDocument.Kind.INVOICE)
                .setSha256(Registry.sha256(name))
                .build();
    }

    /** A claim of a programme, at a branch. */
    void claim(ClaimEvent claim) {
        CheckEligibilityResponse shown = answers.get(claim.presence().orElseThrow());
        if (shown == null) {
            tally.count("claims not opened: nothing was granted");
            return;
        }
        String id = journeys.claims()
                .open(
                        OpenClaimRequest.newBuilder()
                                .setIdempotencyKey("claim-" + claim.eventId())
                                .setNid(claim.nid().wholeDigits())
                                .setProgramme(
                                        Programme.valueOf(claim.programme().name()))
                                .setFacilityId(claim.branch())
                                .setEventOn(claim.eventOn().toString())
                                .setAmountRupiah(claim.amountRupiah())
                                .setPayeeSha256(Registry.sha256(
                                        province.person(claim.nid()).account()))
                                .setReceipt(shown.getReceipt())
                                .addDocuments(document(claim.eventId()))
                                .build(),
                        desk(claim.branch()))
                .getClaimId();
        tally.count("claims opened");
        switch (claim.state()) {
            case PAID ->
                settle(id, "claim-" + claim.eventId(), claim.programme().name(), claim.paidRupiah());
            case REJECTED -> {
                submit(id, "claim-" + claim.eventId());
                var _ = journeys.claims()
                        .decide(
                                DecideClaimRequest.newBuilder()
                                        .setIdempotencyKey("decide-claim-" + claim.eventId())
                                        .setClaimId(id)
                                        .setReject(DecideClaimRequest.RejectionReason.DOCUMENTS_INSUFFICIENT)
                                        .build(),
                                Callers.person("KP-dewi"));
            }
            case OPEN -> {}
        }
    }

    private void submit(String claimId, String key) {
        var _ = journeys.claims()
                .supply(
                        SupplyClaimRequest.newBuilder()
                                .setIdempotencyKey("submit-" + key)
                                .setClaimId(claimId)
                                .setSubmit(true)
                                .build(),
                        Callers.institution());
    }

    private void settle(String claimId, String key, String programme, long rupiah) {
        submit(claimId, key);
        var _ = journeys.claims()
                .decide(
                        DecideClaimRequest.newBuilder()
                                .setIdempotencyKey("decide-" + key)
                                .setClaimId(claimId)
                                .setApproveRupiah(rupiah)
                                .build(),
                        Callers.person("KP-dewi"));
        var _ = journeys.claims()
                .noticePayment(
                        NoticeClaimPaymentRequest.newBuilder()
                                .setIdempotencyKey("paid-" + key)
                                .setClaimId(claimId)
                                .setPaymentReference("tr-" + key)
                                .setAmountRupiah(rupiah)
                                .build(),
                        Callers.institution());
        tally.add("paid Rp " + programme, rupiah);
    }

    private static Caller desk(String facility) {
        return Callers.person(facility + "-desk");
    }
}

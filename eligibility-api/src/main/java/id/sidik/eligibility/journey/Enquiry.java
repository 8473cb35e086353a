package id.sidik.eligibility.journey;

import id.sidik.biometrics.v1.CaptureSeal;
import id.sidik.biometrics.v1.FingerException;
import id.sidik.biometrics.v1.FingerExceptionKind;
import id.sidik.biometrics.v1.FingerPosition;
import id.sidik.eligibility.decision.Facility;
import id.sidik.eligibility.decision.Purpose;
import id.sidik.eligibility.matching.Samples;
import id.sidik.eligibility.member.CardNumber;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.policy.CaptureFault;
import id.sidik.eligibility.v1.CheckEligibilityRequest;
import id.sidik.wire.device.CaptureStatement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * A question to the gate, as far as it makes sense.
 *
 * @param claimant who shows her finger instead, for one who died
 * @param samples empty exactly when there is a fault, or no finger is asked for
 * @param capturedAt when the finger left the glass; the epoch when nobody said
 * @param card by which the person was named, if not by the NID
 * @param seal which device says that it took the samples
 * @param fingerExceptions as staff declared them, like {@code RIGHT_INDEX:BANDAGED}, with a comma between them
 * @param fallbackId what the person showed instead of the finger that was asked for first; empty if nothing
 */
record Enquiry(
        String idempotencyKey,
        Nid nid,
        Optional<CardNumber> card,
        Optional<Nid> claimant,
        Purpose purpose,
        Facility facility,
        Samples samples,
        Optional<CaptureFault> fault,
        Instant capturedAt,
        Optional<CaptureSeal> seal,
        String fingerExceptions,
        String fallbackId,
        Circumstances circumstances,
        OptionalInt queueSeconds) {
    /** Six hours: who waited longer came back another day. */
    static final int QUEUE_SECONDS_MAX = 21_600;

    static Enquiry of(CheckEligibilityRequest request, Books books) {
        Optional<CaptureFault> fault = fault(request);
        int waysOfPresence = (request.getSamplesList().isEmpty() ? 0 : 1)
                + (fault.isPresent() ? 1 : 0)
                + (request.getNidAlone() ? 1 : 0)
                + (!request.getFallbackId().isEmpty()
                                && request.getSamplesList().isEmpty()
                        ? 1
                        : 0);
        if (waysOfPresence != 1) {
            throw RequestRefusedException.invalid(
                    "CAPTURE_MISSING",
                    "Send samples, or capture_fault to say why there are none, or nid_alone, or a fallback_id; one of them and no more");
        }
        Nid nid = new Cards(books).whose(request.getNid(), request.getCardNumber());
        return new Enquiry(
                Requests.idempotencyKey(request.getIdempotencyKey()),
                nid,
                Optional.of(request.getCardNumber())
                        .filter(number -> !number.isEmpty())
                        .map(CardNumber::new),
                claimant(request, nid, books),
                purpose(request.getPurpose()),
                Requests.facility(request.getFacilityId()),
                Requests.samples(request.getSamplesList()),
                fault,
                Instant.ofEpochSecond(
                        request.getCapturedAt().getSeconds(),
                        request.getCapturedAt().getNanos()),
                seal(request),
                fingerExceptions(request.getFingerExceptionsList()),
                request.getFallbackId().isEmpty()
                        ? ""
                        : Requests.recordId(request.getFallbackId(), "FALLBACK_ID_INVALID", "fallback_id"),
                Circumstances.of(
                        request.getCircumstancesMap(), request.getServiceDate(), request.getNidAlone(), books.now()),
                queueSeconds(request));
    }

    private static OptionalInt queueSeconds(CheckEligibilityRequest request) {
        if (Integer.compareUnsigned(request.getQueueSeconds(), QUEUE_SECONDS_MAX) > 0) {
            throw RequestRefusedException.invalid(
                    "QUEUE_SECONDS_INVALID",
                    "queue_seconds is at most " + QUEUE_SECONDS_MAX + ", six hours: "
                            + Integer.toUnsignedString(request.getQueueSeconds()));
        }
        return request.hasQueueSeconds() ? OptionalInt.of(request.getQueueSeconds()) : OptionalInt.empty();
    }

    /** Whose finger it is said to be. */
    Nid presenter() {
        return claimant.orElse(nid);
    }

    private static Optional<Nid> claimant(CheckEligibilityRequest request, Nid nid, Books books) {
        if (request.getClaimantNid().isEmpty()) {
            return Optional.empty();
        }
        if (request.getClaimantNid().equals(nid.wholeDigits())
                || request.getSamplesList().isEmpty()) {
            throw RequestRefusedException.invalid(
                    "CLAIMANT_INVALID", "claimant_nid is another member's than nid, and comes with her samples");
        }
        return Optional.of(books.checkedNid(request.getClaimantNid()).nid());
    }

    static Purpose purpose(id.sidik.eligibility.v1.Purpose asked) {
        return switch (asked) {
            case HOSPITAL_ADMISSION -> Purpose.HOSPITAL_ADMISSION;
            case CLAIM_JHT -> Purpose.CLAIM_JHT;
            case CLAIM_JP -> Purpose.CLAIM_JP;
            case CLAIM_JKK -> Purpose.CLAIM_JKK;
            case CLAIM_JKM -> Purpose.CLAIM_JKM;
            case CLAIM_JKP -> Purpose.CLAIM_JKP;
            case HOSPITAL_OUTPATIENT -> Purpose.HOSPITAL_OUTPATIENT;
            case HOSPITAL_DIALYSIS -> Purpose.HOSPITAL_DIALYSIS;
            case HOSPITAL_EMERGENCY -> Purpose.HOSPITAL_EMERGENCY;
            case PENSION_PROOF_OF_LIFE -> Purpose.PENSION_PROOF_OF_LIFE;
            case PURPOSE_UNSPECIFIED, UNRECOGNIZED ->
                throw RequestRefusedException.invalid(
                        "PURPOSE_MISSING", "purpose must say what the person wants to be served for");
        };
    }

    private static Optional<CaptureSeal> seal(CheckEligibilityRequest request) {
        if (!request.hasCaptureSeal()) {
            return Optional.empty();
        }
        CaptureSeal seal = request.getCaptureSeal();
        if (!CaptureStatement.isWellFormed(seal)
                || !seal.getTransaction().equals(request.getIdempotencyKey())
                || !seal.getCapturedAt().equals(request.getCapturedAt())) {
            throw RequestRefusedException.invalid(
                    "CAPTURE_SEAL_INVALID",
                    "capture_seal must be whole, with this request's idempotency key and captured_at");
        }
        return Optional.of(seal);
    }

    private static String fingerExceptions(List<FingerException> exceptions) {
        long fingers = exceptions.stream()
                .filter(exception -> exception.getFinger() != FingerPosition.FINGER_POSITION_UNSPECIFIED
                        && exception.getFinger() != FingerPosition.UNRECOGNIZED)
                .filter(exception -> exception.getKind() != FingerExceptionKind.FINGER_EXCEPTION_KIND_UNSPECIFIED
                        && exception.getKind() != FingerExceptionKind.UNRECOGNIZED)
                .map(FingerException::getFinger)
                .distinct()
                .count();
        if (fingers != exceptions.size()) {
            throw RequestRefusedException.invalid(
                    "FINGER_EXCEPTIONS_INVALID", "finger_exceptions must name each finger once, MISSING or BANDAGED");
        }
        return exceptions.stream()
                .map(exception -> exception.getFinger() + ":" + exception.getKind())
                .collect(Collectors.joining(","));
    }

    private static Optional<CaptureFault> fault(CheckEligibilityRequest request) {
        return switch (request.getCaptureFault()) {
            case CAPTURE_FAULT_UNSPECIFIED -> Optional.empty();
            case SCANNER_UNPLUGGED -> Optional.of(CaptureFault.SCANNER_UNPLUGGED);
            case FINGER_TIMEOUT -> Optional.of(CaptureFault.FINGER_TIMEOUT);
            // That no finger gave a usable sample is one thing to decide about, whatever the reason.
            case QUALITY_TOO_LOW, WRONG_FINGER, FINGERS_EXCEPTED -> Optional.of(CaptureFault.QUALITY_TOO_LOW);
            // A newer bridge may know faults that we do not: to us they are all of the scanner.
            case SCANNER_FAULT, UNRECOGNIZED -> Optional.of(CaptureFault.SCANNER_FAULT);
        };
    }
}

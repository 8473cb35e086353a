package id.sidik.eligibility.journey;

import id.sidik.biometrics.v1.CaptureSeal;
import id.sidik.eligibility.audit.AuditEventType;
import id.sidik.eligibility.audit.AuditField;
import id.sidik.eligibility.decision.Facility;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.store.Transaction;
import id.sidik.eligibility.v1.RegisterMemberRequest;
import id.sidik.wire.device.CaptureStatement;

/** Which device captured the fingers that somebody is to be registered with. Where a facility has devices, fingers of others enrol nobody. */
final class RegistrationTrust {
    private static final String NOT_TRUSTED = "DEVICE_NOT_TRUSTED";

    private final Books books;
    private final DeviceTrust trust;

    RegistrationTrust(Books books) {
        this.books = books;
        this.trust = new DeviceTrust(books);
    }

    /**
     * Says where the fingers come from.
     *
     * @throws RequestRefusedException CAPTURE_SEAL_INVALID, FACILITY_INVALID, or DEVICE_NOT_TRUSTED, which is in the audit
     */
    DeviceTrust.Origin require(RegisterMemberRequest request, Nid nid, Caller caller) {
        if (request.getSamplesCount() == 0 || !isCapturedSomewhere(request)) {
            return new DeviceTrust.Origin.Unproven();
        }
        requireForm(request);
        Facility facility = Requests.facility(request.getFacilityId());
        DeviceTrust.Origin origin = trust.of(DeviceTrust.Capture.of(request), facility);
        if (origin instanceof DeviceTrust.Origin.Untrusted) {
            books.store()
                    .commit(Transaction.auditing(books.event(AuditEventType.CAPTURE_REFUSED, caller, nid)
                            .with(AuditField.FACILITY, facility.id())
                            .with(AuditField.ERROR_REASON, NOT_TRUSTED)));
            throw RequestRefusedException.conflict(
                    NOT_TRUSTED,
                    "these fingers are not shown to be of a device of " + facility.id()
                            + "; capture them with one that is registered there");
        }
        return origin;
    }

    private static boolean isCapturedSomewhere(RegisterMemberRequest request) {
        return request.hasCaptureSeal() || !request.getFacilityId().isEmpty();
    }

    private static void requireForm(RegisterMemberRequest request) {
        CaptureSeal seal = request.getCaptureSeal();
        if (request.hasCaptureSeal()
                && !(CaptureStatement.isWellFormed(seal)
                        && seal.getTransaction().equals(request.getIdempotencyKey()))) {
            throw RequestRefusedException.invalid(
                    "CAPTURE_SEAL_INVALID", "capture_seal must be whole, with this request's idempotency key");
        }
    }
}

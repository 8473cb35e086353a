package id.sidik.eligibility.journey;

import id.sidik.eligibility.audit.AuditEventType;
import id.sidik.eligibility.audit.AuditField;
import id.sidik.eligibility.decision.Facility;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.store.Transaction;
import id.sidik.wire.device.CaptureStatement;

/** Which device captured the fingers that somebody is to be enrolled with. Where a facility has devices, fingers of others enrol nobody. */
final class EnrolmentTrust {
    private static final String NOT_TRUSTED = "DEVICE_NOT_TRUSTED";

    private final Books books;
    private final DeviceTrust trust;

    EnrolmentTrust(Books books) {
        this.books = books;
        this.trust = new DeviceTrust(books);
    }

    /**
     * Says where the fingers come from.
     *
     * @param key the request's idempotency key
     * @param facilityId where they were captured; empty for those that come from elsewhere
     * @param nid whose they are to be
     * @throws RequestRefusedException CAPTURE_SEAL_INVALID, FACILITY_INVALID, or DEVICE_NOT_TRUSTED, which is in the audit
     */
    DeviceTrust.Origin require(DeviceTrust.Capture capture, String key, String facilityId, Nid nid, Caller caller) {
        boolean isCapturedSomewhere = capture.seal().isPresent() || !facilityId.isEmpty();
        if (capture.samples().isEmpty() || !isCapturedSomewhere) {
            return new DeviceTrust.Origin.Unproven();
        }
        requireForm(capture, key);
        Facility facility = Requests.facility(facilityId);
        DeviceTrust.Origin origin = trust.of(capture, facility);
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

    private static void requireForm(DeviceTrust.Capture capture, String key) {
        boolean isWhole = capture.seal()
                .map(seal -> CaptureStatement.isWellFormed(seal)
                        && seal.getTransaction().equals(key))
                .orElse(true);
        if (!isWhole) {
            throw RequestRefusedException.invalid(
                    "CAPTURE_SEAL_INVALID", "capture_seal must be whole, with this request's idempotency key");
        }
    }
}

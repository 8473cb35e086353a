package id.sidik.eligibility.journey;

import id.sidik.biometrics.v1.CaptureSeal;
import id.sidik.biometrics.v1.Sample;
import id.sidik.eligibility.decision.Facility;
import id.sidik.eligibility.lockout.Place;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.presence.Device;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.store.Transaction;
import id.sidik.eligibility.v1.CheckEligibilityRequest;
import id.sidik.eligibility.v1.CompleteRegistrationRequest;
import id.sidik.eligibility.v1.EnrolFingersRequest;
import id.sidik.eligibility.v1.RegisterMemberRequest;
import id.sidik.wire.device.CaptureStatement;
import id.sidik.wire.device.SuccessionStatement;
import id.sidik.wire.proof.Ed25519;
import id.sidik.wire.proof.ProofRefusedException;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;

/**
 * Which device took a capture, by its seal. A facility that has registered a device takes captures of its registered devices alone; one that
 * has none yet takes any. A seal cannot be used for another question: the transaction, the number and the samples are in what is signed, and
 * the transaction is the key that a question is answered under once.
 */
final class DeviceTrust {
    private final Books books;

    DeviceTrust(Books books) {
        this.books = books;
    }

    /**
     * Samples, and who says that they were captured.
     *
     * @param subject the number of the request: a NID, or else a card's
     */
    record Capture(Optional<CaptureSeal> seal, String subject, List<Sample> samples) {
        static Capture of(CheckEligibilityRequest request) {
            return new Capture(
                    request.hasCaptureSeal() ? Optional.of(request.getCaptureSeal()) : Optional.empty(),
                    request.getNid().isEmpty() ? request.getCardNumber() : request.getNid(),
                    request.getSamplesList());
        }

        static Capture of(RegisterMemberRequest request) {
            return new Capture(
                    request.hasCaptureSeal() ? Optional.of(request.getCaptureSeal()) : Optional.empty(),
                    request.getNid(),
                    request.getSamplesList());
        }

        /** @param nid that the registration began with */
        static Capture of(CompleteRegistrationRequest request, Nid nid) {
            return new Capture(
                    request.hasCaptureSeal() ? Optional.of(request.getCaptureSeal()) : Optional.empty(),
                    nid.wholeDigits(),
                    request.getSamplesList());
        }

        static Capture of(EnrolFingersRequest request) {
            return new Capture(
                    request.hasCaptureSeal() ? Optional.of(request.getCaptureSeal()) : Optional.empty(),
                    request.getNid(),
                    request.getSamplesList());
        }
    }

    /** What is known of where a capture comes from. */
    sealed interface Origin {
        /** Nothing proves it, and the facility asks for no proof. */
        record Unproven() implements Origin {}

        /**
         * It is of this device.
         *
         * @param asRead from the books
         * @param now the same, with its next key where the known one vouches for it
         */
        record Proven(Device asRead, Device now) implements Origin {}

        /** It is not shown to be of a device of this facility. */
        record Untrusted() implements Origin {}

        /** The transaction, which keeps a key that was followed: the next seal vouches only for the step after. */
        default Transaction followedBy(Transaction transaction) {
            return this instanceof Proven(Device asRead, Device now) && !asRead.equals(now)
                    ? transaction.replacing(Device.KIND, asRead, now)
                    : transaction;
        }

        /** Where failures count. */
        default Place placeAt(Facility facility) {
            return new Place(
                    facility, this instanceof Proven proven ? proven.now().deviceId() : "");
        }
    }

    /** Where samples come from. Costs a signature check for sealed ones. */
    Origin of(Capture capture, Facility facility) {
        Optional<Device> registered =
                capture.seal().flatMap(seal -> books.store().find(Device.KIND, RecordKey.of(seal.getDeviceId())));
        if (registered.isEmpty()) {
            return hasDevices(facility) ? new Origin.Untrusted() : new Origin.Unproven();
        }
        Device device = registered.get();
        return device.revoked() || !device.facility().equals(facility)
                ? new Origin.Untrusted()
                : sealed(capture, capture.seal().orElseThrow(), device);
    }

    private static Origin sealed(Capture capture, CaptureSeal seal, Device device) {
        try {
            PublicKey known = Ed25519.fromBase64Url(device.publicKey());
            PublicKey key = keyOf(seal, known, device.deviceId());
            byte[] statement = CaptureStatement.of(seal, capture.subject(), capture.samples(), "");
            return Ed25519.verifies(key, statement, seal.getSignature().toByteArray())
                    ? new Origin.Proven(device, device.sealingWith(Ed25519.toBase64Url(key)))
                    : new Origin.Untrusted();
        } catch (ProofRefusedException | IllegalArgumentException notOurs) {
            return new Origin.Untrusted();
        }
    }

    private static PublicKey keyOf(CaptureSeal seal, PublicKey known, String deviceId) {
        return seal.getKeyId().equals(Ed25519.keyId(known)) || !seal.hasSuccession()
                ? known
                : SuccessionStatement.nextKey(deviceId, known, seal.getSuccession());
    }

    private boolean hasDevices(Facility facility) {
        return !books.store()
                .page(Device.KIND, Device.BY_FACILITY, RecordKey.of(facility.id()), Optional.empty(), 1)
                .entries()
                .isEmpty();
    }
}

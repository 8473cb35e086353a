package id.sidik.eligibility.journey;

import id.sidik.biometrics.v1.CaptureSeal;
import id.sidik.eligibility.decision.Facility;
import id.sidik.eligibility.lockout.Place;
import id.sidik.eligibility.presence.Device;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.v1.CheckEligibilityRequest;
import id.sidik.wire.device.CaptureStatement;
import id.sidik.wire.device.SuccessionStatement;
import id.sidik.wire.proof.Ed25519;
import id.sidik.wire.proof.ProofRefusedException;
import java.security.PublicKey;
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

        /** Where failures count. */
        default Place placeAt(Facility facility) {
            return new Place(
                    facility, this instanceof Proven proven ? proven.now().deviceId() : "");
        }
    }

    /** Where the samples of a question come from. Costs a signature check for a sealed one. */
    Origin of(CheckEligibilityRequest request, Facility facility) {
        Optional<Device> registered = request.hasCaptureSeal()
                ? books.store()
                        .find(Device.KIND, RecordKey.of(request.getCaptureSeal().getDeviceId()))
                : Optional.empty();
        if (registered.isEmpty()) {
            return hasDevices(facility) ? new Origin.Untrusted() : new Origin.Unproven();
        }
        Device device = registered.get();
        return device.revoked() || !device.facility().equals(facility)
                ? new Origin.Untrusted()
                : sealed(request, device);
    }

    private static Origin sealed(CheckEligibilityRequest request, Device device) {
        try {
            PublicKey known = Ed25519.fromBase64Url(device.publicKey());
            PublicKey key = keyOf(request.getCaptureSeal(), known, device.deviceId());
            byte[] statement =
                    CaptureStatement.of(request.getCaptureSeal(), request.getNid(), request.getSamplesList(), "");
            return Ed25519.verifies(
                            key,
                            statement,
                            request.getCaptureSeal().getSignature().toByteArray())
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

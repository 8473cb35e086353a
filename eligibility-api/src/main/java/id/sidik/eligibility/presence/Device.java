package id.sidik.eligibility.presence;

import id.sidik.eligibility.decision.Facility;
import id.sidik.eligibility.records.BodyReader;
import id.sidik.eligibility.records.BodyWriter;
import id.sidik.eligibility.records.RecordIndex;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.records.RecordKind;
import java.time.Instant;

/**
 * A device whose captures are believed at one facility. Layout 1 of its body:
 *
 * <pre>
 * text device id | text facility | text public key | flag revoked | moment registered
 * </pre>
 *
 * @param deviceId 1 to 40 of [A-Za-z0-9._-]
 * @param facility where it stands; it is believed nowhere else
 * @param publicKey what its captures are sealed with, as the x of a JWK (RFC 8037)
 * @param revoked stolen, broken or replaced: never believed again
 */
public record Device(String deviceId, Facility facility, String publicKey, boolean revoked, Instant registeredAt) {
    /** By facility, then by id. */
    public static final RecordIndex<Device> BY_FACILITY = RecordIndex.of(
            "devices-of-facilities",
            device -> RecordKey.of(device.facility().id()).then(device.deviceId()));

    /** By id. */
    public static final RecordKind<Device> KIND = RecordKind.of(
                    "devices", 'j', device -> RecordKey.of(device.deviceId()), Device::write, Device::read)
            .indexedBy(BY_FACILITY);

    public Device {
        RecordId.checked("a device id", deviceId);
    }

    /** The same device, never to be believed again. */
    public Device withdrawn() {
        return new Device(deviceId, facility, publicKey, true, registeredAt);
    }

    /** The same device after its key was replaced by another. */
    public Device sealingWith(String nextPublicKey) {
        return new Device(deviceId, facility, nextPublicKey, revoked, registeredAt);
    }

    private static BodyWriter write(Device device) {
        return new BodyWriter()
                .text(device.deviceId())
                .text(device.facility().id())
                .text(device.publicKey())
                .flag(device.revoked())
                .moment(device.registeredAt());
    }

    private static Device read(BodyReader body) {
        return new Device(body.text(), new Facility(body.text()), body.text(), body.flag(), body.moment());
    }
}

package id.sidik.eligibility.fleet;

import id.sidik.eligibility.decision.Facility;
import id.sidik.eligibility.presence.RecordId;
import id.sidik.eligibility.records.BodyReader;
import id.sidik.eligibility.records.BodyWriter;
import id.sidik.eligibility.records.RecordIndex;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.records.RecordKind;
import java.time.Instant;
import java.util.Optional;

/**
 * A bridge that joined. Layout 1 of its body:
 *
 * <pre>
 * text device id | text facility | moment joined | flag revoked
 * | text key's hash | text thumbprint | text certificate | moment expires | optional text former thumbprint
 * </pre>
 *
 * @param deviceId whose captures it seals
 * @param facility where it stands; its certificate opens that facility's records alone
 * @param revoked stolen, broken or replaced: never let in again
 * @param certificate the newest that was made for it
 * @param formerThumbprint of the certificate before, which is taken until the newest is seen
 */
public record Bridge(
        String deviceId,
        Facility facility,
        Instant joinedAt,
        boolean revoked,
        IssuedCertificate certificate,
        Optional<String> formerThumbprint) {
    /** By facility, then by device. */
    public static final RecordIndex<Bridge> BY_FACILITY = RecordIndex.of(
            "bridges-of-facilities",
            bridge -> RecordKey.of(bridge.facility().id()).then(bridge.deviceId()));

    /** By device. */
    public static final RecordKind<Bridge> KIND = RecordKind.of(
                    "bridges", 'z', bridge -> RecordKey.of(bridge.deviceId()), Bridge::write, Bridge::read)
            .indexedBy(BY_FACILITY);

    public Bridge {
        RecordId.checked("a device id", deviceId);
    }

    /** One that has just joined. */
    public static Bridge joined(String deviceId, Facility facility, Instant now, IssuedCertificate certificate) {
        return new Bridge(deviceId, facility, now, false, certificate, Optional.empty());
    }

    /** The same bridge, never to be let in again. */
    public Bridge turnedAway() {
        return new Bridge(deviceId, facility, joinedAt, true, certificate, formerThumbprint);
    }

    /**
     * The same bridge with its next certificate.
     *
     * @param shown thumbprint of the certificate that it has now
     */
    public Bridge renewed(IssuedCertificate next, String shown) {
        return new Bridge(deviceId, facility, joinedAt, revoked, next, Optional.of(shown));
    }

    /** The same bridge, after its newest certificate was seen. */
    public Bridge settled() {
        return new Bridge(deviceId, facility, joinedAt, revoked, certificate, Optional.empty());
    }

    /** Whether a connection that shows this certificate is the bridge's. */
    public boolean holds(String thumbprint) {
        return certificate.thumbprint().equals(thumbprint)
                || formerThumbprint.filter(thumbprint::equals).isPresent();
    }

    private static BodyWriter write(Bridge bridge) {
        BodyWriter body = new BodyWriter()
                .text(bridge.deviceId())
                .text(bridge.facility().id())
                .moment(bridge.joinedAt())
                .flag(bridge.revoked())
                .text(bridge.certificate().keySha256())
                .text(bridge.certificate().thumbprint())
                .text(bridge.certificate().derBase64())
                .moment(bridge.certificate().expiresAt());
        return body.optional(bridge.formerThumbprint(), body::text);
    }

    private static Bridge read(BodyReader body) {
        return new Bridge(
                body.text(),
                new Facility(body.text()),
                body.moment(),
                body.flag(),
                new IssuedCertificate(body.text(), body.text(), body.text(), body.moment()),
                body.optional(body::text));
    }
}

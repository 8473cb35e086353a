package id.sidik.eligibility.journey;

import com.google.protobuf.ByteString;
import id.sidik.eligibility.audit.AuditEvent;
import id.sidik.eligibility.audit.AuditEventType;
import id.sidik.eligibility.audit.AuditField;
import id.sidik.eligibility.fleet.Bridge;
import id.sidik.eligibility.fleet.Invitation;
import id.sidik.eligibility.fleet.IssuedCertificate;
import id.sidik.eligibility.fleet.WrongCodes;
import id.sidik.eligibility.presence.Device;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.store.CommitResult;
import id.sidik.eligibility.store.Transaction;
import id.sidik.eligibility.v1.JoinFleetRequest;
import id.sidik.eligibility.v1.JoinFleetResponse;
import id.sidik.wire.device.JoinStatement;
import id.sidik.wire.proof.Ed25519;
import id.sidik.wire.trust.BridgeAuthority;
import id.sidik.wire.trust.BridgeName;
import id.sidik.wire.trust.CertificateRequest;
import id.sidik.wire.trust.JoinCode;
import id.sidik.wire.trust.PeerCertificate;
import id.sidik.wire.trust.Role;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;

/**
 * How a machine that nobody knows becomes a bridge: it shows a code, and gets a certificate for its own key, while its device is registered, in
 * one transaction. The code and the key together are what makes a repeated request the same request.
 */
public final class JoinJourney {
    private static final String JOINING = "sidik.eligibility.v1.FleetDoorService/JoinFleet";

    private final Books books;
    private final BridgeAuthority authority;
    private final IntSupplier gatePort;
    private final WrongCodes wrongCodes;
    private final AccessRefusals refusals;

    /** @param gatePort where the gate is called by those who have a certificate */
    JoinJourney(Books books, BridgeAuthority authority, IntSupplier gatePort, AccessRefusals refusals) {
        this.books = books;
        this.authority = authority;
        this.gatePort = gatePort;
        this.wrongCodes = new WrongCodes(books.clock());
        this.refusals = refusals;
    }

    /**
     * Lets a bridge join, or tells it again what it was told.
     *
     * @param address where the request comes from
     */
    public JoinFleetResponse join(JoinFleetRequest request, String address) {
        Invitation invitation = invitation(request.getCodeSecret(), address);
        CertificateRequest csr = csr(request.getCsr());
        if (invitation.usedBy().isPresent()) {
            return again(invitation, csr);
        }
        if (invitation.hasExpired(books.now())) {
            throw RequestRefusedException.notNow(
                    "CODE_EXPIRED",
                    "This code expired at " + invitation.expiresAt() + "; ask an officer for a new one");
        }
        if (!authority.canIssue()) {
            throw authorityAbsent();
        }
        ProvenDevice device = device(request, csr, invitation);
        X509Certificate certificate = authority.issue(
                new BridgeName(invitation.facility().id(), device.now().deviceId()), csr);
        Bridge bridge =
                Bridge.joined(device.now().deviceId(), invitation.facility(), books.now(), issued(csr, certificate));
        CommitResult result = books.store().commit(joining(invitation, bridge, device));
        if (result instanceof CommitResult.Committed) {
            return answer(bridge);
        }
        throw ReceiptPresence.changedMeanwhile();
    }

    private Invitation invitation(String secret, String address) {
        wrongCodes.waitOf(address).ifPresent(wait -> {
            throw tooMany(wait);
        });
        return books.store()
                .find(Invitation.KIND, RecordKey.of(JoinCode.hashOf(secret)))
                .orElseThrow(() -> {
                    wrongCodes.count(address);
                    refusals.record(Optional.empty(), JOINING, "CODE_UNKNOWN");
                    return RequestRefusedException.unknown(
                            "CODE_UNKNOWN", "No officer gave this code at this gate; compare it with the officer's");
                });
    }

    private static RequestRefusedException tooMany(Duration wait) {
        long seconds = wait.toSeconds() + 1;
        return new RequestRefusedException(
                RequestRefusedException.Kind.OVERLOADED,
                "TOO_MANY_CODES",
                "Too many wrong codes came from this address; try again in " + seconds + " s",
                Map.of(RequestRefusedException.RETRY_AFTER_SECONDS, Long.toString(seconds)));
    }

    static CertificateRequest csr(ByteString der) {
        try {
            return CertificateRequest.parse(der.toByteArray());
        } catch (IllegalArgumentException e) {
            throw RequestRefusedException.invalid("CSR_INVALID", "csr: " + e.getMessage());
        }
    }

    /** The answer was lost on the way, or somebody else has the code, too. */
    private JoinFleetResponse again(Invitation invitation, CertificateRequest csr) {
        Bridge bridge = invitation
                .usedBy()
                .flatMap(this::bridge)
                .filter(joined -> !joined.revoked())
                .filter(joined -> joined.facility().equals(invitation.facility()))
                .filter(joined -> joined.certificate().keySha256().equals(csr.keySha256()))
                .orElseThrow(() -> RequestRefusedException.notNow(
                        "CODE_USED", "This code was used before; a code serves once, so ask an officer for a new one"));
        return answer(bridge);
    }

    /**
     * A device whose key signed the request.
     *
     * @param asRead from the books, if it was registered before
     * @param former the bridge that it was, as the books have it
     */
    private record ProvenDevice(Optional<Device> asRead, Optional<Bridge> former, Device now) {}

    private ProvenDevice device(JoinFleetRequest request, CertificateRequest csr, Invitation invitation) {
        String deviceId = DeviceJourney.deviceId(request.getDeviceId());
        String publicKey = DeviceJourney.publicKey(request.getDevicePublicKeyPem());
        byte[] statement = JoinStatement.of(deviceId, csr.keySha256());
        if (!Ed25519.verifies(
                Ed25519.fromBase64Url(publicKey),
                statement,
                request.getDeviceSignature().toByteArray())) {
            throw RequestRefusedException.invalid(
                    "KEY_INVALID", "device_signature is not by the device's key over this request");
        }
        Optional<Device> known = books.store().find(Device.KIND, RecordKey.of(deviceId));
        Optional<Bridge> former = bridge(deviceId);
        if (known.filter(Device::revoked).isPresent()
                || former.filter(Bridge::revoked).isPresent()) {
            throw RequestRefusedException.notNow(
                    "DEVICE_REVOKED",
                    "Device " + deviceId + " was revoked for good; join from an empty data folder, as another device");
        }
        if (known.filter(other -> !other.publicKey().equals(publicKey)).isPresent()) {
            throw new RequestRefusedException(
                    RequestRefusedException.Kind.EXISTS,
                    "DEVICE_TAKEN",
                    "Device " + deviceId + " is registered with another key; if it is this machine, an operator"
                            + " registers its key anew ('./sidik device register')");
        }
        return new ProvenDevice(
                known, former, new Device(deviceId, invitation.facility(), publicKey, false, books.now()));
    }

    private Transaction joining(Invitation invitation, Bridge bridge, ProvenDevice device) {
        AuditEvent event = AuditEvent.of(AuditEventType.BRIDGE_JOINED, books.now(), Role.BRIDGE.label())
                .with(AuditField.DEVICE_ID, bridge.deviceId())
                .with(
                        AuditField.DEVICE_KEY_ID,
                        Ed25519.keyId(Ed25519.fromBase64Url(device.now().publicKey())))
                .with(AuditField.FACILITY, bridge.facility().id())
                .with(AuditField.CERTIFICATE, bridge.certificate().thumbprint())
                .with(AuditField.EXPIRES_AT, bridge.certificate().expiresAt().toString());
        Transaction used =
                Transaction.auditing(event).replacing(Invitation.KIND, invitation, invitation.used(bridge.deviceId()));
        Transaction registered = device.asRead()
                .map(known -> used.replacing(Device.KIND, known, device.now()))
                .orElseGet(() -> used.adding(Device.KIND, device.now()));
        return device.former()
                .map(former -> registered.replacing(Bridge.KIND, former, bridge))
                .orElseGet(() -> registered.adding(Bridge.KIND, bridge));
    }

    private Optional<Bridge> bridge(String deviceId) {
        return books.store().find(Bridge.KIND, RecordKey.of(deviceId));
    }

    static IssuedCertificate issued(CertificateRequest csr, X509Certificate certificate) {
        try {
            return new IssuedCertificate(
                    csr.keySha256(),
                    PeerCertificate.thumbprint(certificate),
                    Base64.getEncoder().encodeToString(certificate.getEncoded()),
                    certificate.getNotAfter().toInstant());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("what was just signed can be encoded", e);
        }
    }

    private JoinFleetResponse answer(Bridge bridge) {
        return JoinFleetResponse.newBuilder()
                .setCertificate(ByteString.copyFrom(bridge.certificate().der()))
                .setAuthorityCertificate(der(authority))
                .setFacilityId(bridge.facility().id())
                .setGatePort(gatePort.getAsInt())
                .setAnchorPem(books.keys().anchor().publicKeyPem())
                .build();
    }

    /** The certificate of the authority itself. */
    static ByteString der(BridgeAuthority authority) {
        try {
            return ByteString.copyFrom(authority.certificate().getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("what was read as a certificate can be encoded", e);
        }
    }

    static RequestRefusedException authorityAbsent() {
        return RequestRefusedException.notNow(
                "AUTHORITY_ABSENT",
                "The authority's key is not on this gate, so it makes no certificates; join at the gate that has it");
    }
}

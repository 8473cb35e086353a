package id.sidik.eligibility.journey;

import com.google.protobuf.Empty;
import com.google.protobuf.MessageLite;
import id.sidik.eligibility.audit.AuditEventType;
import id.sidik.eligibility.audit.AuditField;
import id.sidik.eligibility.decision.Facility;
import id.sidik.eligibility.presence.Device;
import id.sidik.eligibility.records.Page;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.store.Transaction;
import id.sidik.eligibility.v1.DeviceRecord;
import id.sidik.eligibility.v1.ListDevicesRequest;
import id.sidik.eligibility.v1.ListDevicesResponse;
import id.sidik.eligibility.v1.RegisterDeviceRequest;
import id.sidik.eligibility.v1.RevokeDeviceRequest;
import id.sidik.wire.device.CaptureStatement;
import id.sidik.wire.proof.Ed25519;
import id.sidik.wire.proof.ProofRefusedException;
import id.sidik.wire.rpc.ProtoTime;
import java.util.Optional;

/** Devices whose captures are believed: registered, moved, given a new key, and revoked for good. */
public final class DeviceJourney {
    private final Books books;
    private final AnswerBook<Empty> registrations;
    private final AnswerBook<Empty> revocations;

    DeviceJourney(Books books) {
        this.books = books;
        this.registrations = new AnswerBook<>(books.store(), "RegisterDevice", Empty.parser());
        this.revocations = new AnswerBook<>(books.store(), "RevokeDevice", Empty.parser());
    }

    /** Registers a device, or says anew where it stands and what it seals with. */
    public void register(RegisterDeviceRequest request, Caller caller) {
        String key = Requests.idempotencyKey(request.getIdempotencyKey());
        if (registrations.find(key, request).isPresent()) {
            return;
        }
        Device device = new Device(
                deviceId(request.getDeviceId()),
                Requests.facility(request.getFacilityId()),
                publicKey(request.getPublicKeyPem()),
                false,
                books.now());
        Optional<Device> asRead = find(device.deviceId());
        if (asRead.filter(Device::revoked).isPresent()) {
            throw RequestRefusedException.notNow(
                    "DEVICE_REVOKED", "Device " + device.deviceId() + " was revoked for good; give it another id");
        }
        Transaction registering = about(AuditEventType.DEVICE_REGISTERED, caller, device);
        commit(
                asRead.map(known -> registering.replacing(Device.KIND, known, device))
                        .orElseGet(() -> registering.adding(Device.KIND, device)),
                registrations,
                key,
                request);
    }

    /** Revokes a device for good. */
    public void revoke(RevokeDeviceRequest request, Caller caller) {
        String key = Requests.idempotencyKey(request.getIdempotencyKey());
        if (revocations.find(key, request).isPresent()) {
            return;
        }
        Device asRead = find(deviceId(request.getDeviceId()))
                .orElseThrow(() ->
                        RequestRefusedException.unknown("DEVICE_UNKNOWN", "There is no device of this id; check it"));
        commit(
                about(AuditEventType.DEVICE_REVOKED, caller, asRead).replacing(Device.KIND, asRead, asRead.withdrawn()),
                revocations,
                key,
                request);
    }

    /** One page of the devices of a facility. */
    public ListDevicesResponse list(ListDevicesRequest request) {
        Facility facility = Requests.facility(request.getFacilityId());
        Page<Device> page = Requests.page(
                books.store(),
                Device.KIND,
                Device.BY_FACILITY,
                RecordKey.of(facility.id()),
                request.getPageToken(),
                request.getPageSize());
        return ListDevicesResponse.newBuilder()
                .addAllDevices(page.entries().stream().map(DeviceJourney::told).toList())
                .setNextPageToken(page.nextToken().orElse(""))
                .build();
    }

    private static DeviceRecord told(Device device) {
        return DeviceRecord.newBuilder()
                .setDeviceId(device.deviceId())
                .setFacilityId(device.facility().id())
                .setKeyId(Ed25519.keyId(Ed25519.fromBase64Url(device.publicKey())))
                .setRevoked(device.revoked())
                .setRegisteredAt(ProtoTime.of(device.registeredAt()))
                .build();
    }

    private Optional<Device> find(String deviceId) {
        return books.store().find(Device.KIND, RecordKey.of(deviceId));
    }

    static String deviceId(String text) {
        if (!CaptureStatement.isDeviceId(text)) {
            throw RequestRefusedException.invalid("DEVICE_INVALID", "device_id must be 1 to 40 of [A-Za-z0-9._-]");
        }
        return text;
    }

    static String publicKey(String pem) {
        try {
            return Ed25519.toBase64Url(Ed25519.fromPem(pem));
        } catch (ProofRefusedException | IllegalArgumentException unreadable) {
            throw RequestRefusedException.invalid(
                    "KEY_INVALID", "public_key_pem must be an Ed25519 public key, as './sidik device key' shows it");
        }
    }

    private Transaction about(AuditEventType type, Caller caller, Device device) {
        return Transaction.auditing(books.event(type, caller)
                .with(AuditField.DEVICE_ID, device.deviceId())
                .with(AuditField.FACILITY, device.facility().id()));
    }

    private static void commit(Transaction transaction, AnswerBook<Empty> answers, String key, MessageLite request) {
        answers.commit(transaction, key, request, Empty.getDefaultInstance(), _ -> ReceiptPresence.changedMeanwhile());
    }
}

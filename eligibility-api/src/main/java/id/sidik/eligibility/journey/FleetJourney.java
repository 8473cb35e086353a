package id.sidik.eligibility.journey;

import com.google.protobuf.Empty;
import id.sidik.eligibility.access.BridgeStanding;
import id.sidik.eligibility.access.JoinedBridge;
import id.sidik.eligibility.audit.AuditEventType;
import id.sidik.eligibility.audit.AuditField;
import id.sidik.eligibility.decision.Facility;
import id.sidik.eligibility.fleet.Bridge;
import id.sidik.eligibility.fleet.BridgeProfile;
import id.sidik.eligibility.fleet.Invitation;
import id.sidik.eligibility.presence.Device;
import id.sidik.eligibility.records.Page;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.store.CommitResult;
import id.sidik.eligibility.store.Transaction;
import id.sidik.eligibility.v1.BridgeRecord;
import id.sidik.eligibility.v1.GetBridgeRequest;
import id.sidik.eligibility.v1.GetBridgeResponse;
import id.sidik.eligibility.v1.InviteBridgeRequest;
import id.sidik.eligibility.v1.InviteBridgeResponse;
import id.sidik.eligibility.v1.ListBridgesRequest;
import id.sidik.eligibility.v1.ListBridgesResponse;
import id.sidik.eligibility.v1.RevokeBridgeRequest;
import id.sidik.wire.rpc.ProtoTime;
import id.sidik.wire.trust.BridgeAuthority;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The institution's bridges: invited by an officer, listed, and turned away for good. */
public final class FleetJourney {
    private static final Duration VALIDITY_USUAL = Duration.ofDays(1);

    private final Books books;
    private final BridgeAuthority authority;
    private final SightingBook sightings;
    private final ProfileJourney profiles;
    private final AnswerBook<InviteBridgeResponse> invitations;
    private final AnswerBook<Empty> revocations;

    /** @param sightings know when each bridge was last seen */
    FleetJourney(Books books, BridgeAuthority authority, SightingBook sightings, ProfileJourney profiles) {
        this.books = books;
        this.profiles = profiles;
        this.sightings = sightings;
        this.authority = authority;
        this.invitations = new AnswerBook<>(books.store(), "InviteBridge", InviteBridgeResponse.parser());
        this.revocations = new AnswerBook<>(books.store(), "RevokeBridge", Empty.parser());
    }

    /** Notes that whoever shows the code of this hash may join. */
    public InviteBridgeResponse invite(InviteBridgeRequest request, Caller caller) {
        String key = Requests.idempotencyKey(request.getIdempotencyKey());
        Optional<InviteBridgeResponse> before = invitations.find(key, request);
        if (before.isPresent()) {
            return before.get();
        }
        Facility facility = Requests.facility(request.getFacilityId());
        if (!authority.canIssue()) {
            throw JoinJourney.authorityAbsent();
        }
        if (!Invitation.isHash(request.getCodeSha256())) {
            throw RequestRefusedException.invalid("CODE_INVALID", "code_sha256 must be 64 of [0-9a-f]");
        }
        Instant expiresAt = books.now().plus(validity(request.getValidMinutes()));
        Invitation invitation = new Invitation(request.getCodeSha256(), facility, expiresAt, Optional.empty());
        Transaction inviting = Transaction.auditing(books.event(AuditEventType.BRIDGE_INVITED, caller)
                        .with(AuditField.FACILITY, facility.id())
                        .with(AuditField.EXPIRES_AT, expiresAt.toString()))
                .adding(Invitation.KIND, invitation);
        InviteBridgeResponse answer = InviteBridgeResponse.newBuilder()
                .setExpiresAt(ProtoTime.of(expiresAt))
                .setAuthorityCertificate(JoinJourney.der(authority))
                .build();
        return invitations.commit(inviting, key, request, answer, FleetJourney::alreadyMade);
    }

    private static Duration validity(int minutes) {
        if (minutes == 0) {
            return VALIDITY_USUAL;
        }
        Duration validity = Duration.ofMinutes(Integer.toUnsignedLong(minutes));
        if (validity.compareTo(Invitation.VALIDITY_MIN) < 0 || validity.compareTo(Invitation.VALIDITY_MAX) > 0) {
            throw RequestRefusedException.invalid(
                    "VALIDITY_INVALID",
                    "valid_minutes must be " + Invitation.VALIDITY_MIN.toMinutes() + " to "
                            + Invitation.VALIDITY_MAX.toMinutes() + ", or 0 for a day, not " + validity.toMinutes());
        }
        return validity;
    }

    private static RequestRefusedException alreadyMade(CommitResult result) {
        return new RequestRefusedException(
                RequestRefusedException.Kind.EXISTS,
                "CODE_EXISTS",
                "This code was given out before; make another one (" + result + ")");
    }

    /** Turns a bridge away for good; from the next call on nothing of it is answered, and none of its captures is believed. */
    public void revoke(RevokeBridgeRequest request, Caller caller) {
        String key = Requests.idempotencyKey(request.getIdempotencyKey());
        if (revocations.find(key, request).isPresent()) {
            return;
        }
        Bridge asRead = known(request.getDeviceId());
        String deviceId = asRead.deviceId();
        Transaction revoking = Transaction.auditing(books.event(AuditEventType.BRIDGE_REVOKED, caller)
                        .with(AuditField.DEVICE_ID, deviceId)
                        .with(AuditField.FACILITY, asRead.facility().id()))
                .replacing(Bridge.KIND, asRead, asRead.turnedAway());
        Optional<Device> device = books.store().find(Device.KIND, RecordKey.of(deviceId));
        revocations.commit(
                device.map(known -> revoking.replacing(Device.KIND, known, known.withdrawn()))
                        .orElse(revoking),
                key,
                request,
                Empty.getDefaultInstance(),
                _ -> ReceiptPresence.changedMeanwhile());
    }

    /** One page of the bridges, of one facility or of all. */
    public ListBridgesResponse list(ListBridgesRequest request) {
        RecordKey prefix = request.getFacilityId().isEmpty()
                ? RecordKey.ANY
                : RecordKey.of(Requests.facility(request.getFacilityId()).id());
        Page<Bridge> page = Requests.page(
                books.store(), Bridge.KIND, Bridge.BY_FACILITY, prefix, request.getPageToken(), request.getPageSize());
        return ListBridgesResponse.newBuilder()
                .addAllBridges(page.entries().stream().map(this::told).toList())
                .setNextPageToken(page.nextToken().orElse(""))
                .build();
    }

    private BridgeRecord told(Bridge bridge) {
        BridgeRecord.Builder told = BridgeRecord.newBuilder()
                .setDeviceId(bridge.deviceId())
                .setFacilityId(bridge.facility().id())
                .setRevoked(bridge.revoked())
                .setJoinedAt(ProtoTime.of(bridge.joinedAt()))
                .setCertificateExpiresAt(ProtoTime.of(bridge.certificate().expiresAt()))
                .setCertificateThumbprint(bridge.certificate().thumbprint())
                .setFormerCertificateHolds(bridge.formerThumbprint().isPresent());
        sightings.find(bridge.deviceId()).ifPresent(sighting -> BridgeReport.tell(sighting, told));
        return told.build();
    }

    /** One bridge, and which profile it may take. */
    public GetBridgeResponse get(GetBridgeRequest request) {
        Bridge bridge = known(request.getDeviceId());
        return GetBridgeResponse.newBuilder()
                .setBridge(told(bridge))
                .setProfilePublished(profiles.newestFor(bridge.facility())
                        .map(BridgeProfile::number)
                        .orElse(0L))
                .build();
    }

    private Bridge known(String deviceId) {
        return find(DeviceJourney.deviceId(deviceId))
                .orElseThrow(() -> RequestRefusedException.unknown(
                        "BRIDGE_UNKNOWN", "No bridge of this id joined; './sidik fleet list' shows who did"));
    }

    /** What the books say of a certificate that names a bridge. Asked at each call: one record is read. */
    public BridgeStanding standing(JoinedBridge shown) {
        Optional<Bridge> bridge = find(shown.name().deviceId());
        if (bridge.filter(Bridge::revoked).isPresent()) {
            return BridgeStanding.REVOKED;
        }
        return bridge.filter(known -> known.facility().id().equals(shown.name().facilityId()))
                        .filter(known -> known.holds(shown.thumbprint()))
                        .isPresent()
                ? BridgeStanding.IN_FORCE
                : BridgeStanding.UNKNOWN;
    }

    private Optional<Bridge> find(String deviceId) {
        return books.store().find(Bridge.KIND, RecordKey.of(deviceId));
    }
}

package id.sidik.eligibility.journey;

import com.google.protobuf.ByteString;
import id.sidik.eligibility.access.JoinedBridge;
import id.sidik.eligibility.audit.AuditEvent;
import id.sidik.eligibility.audit.AuditEventType;
import id.sidik.eligibility.audit.AuditField;
import id.sidik.eligibility.fleet.Bridge;
import id.sidik.eligibility.fleet.Sighting;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.store.CommitResult;
import id.sidik.eligibility.store.Transaction;
import id.sidik.eligibility.v1.RenewBridgeRequest;
import id.sidik.eligibility.v1.RenewBridgeResponse;
import id.sidik.eligibility.v1.ReportBridgeRequest;
import id.sidik.eligibility.v1.ReportBridgeResponse;
import id.sidik.wire.trust.BridgeAuthority;
import id.sidik.wire.trust.CertificateRequest;

/** What a bridge does for itself once it has joined: it renews its certificate, and says how it is. */
public final class BridgeLifeJourney {
    private final Books books;
    private final BridgeAuthority authority;
    private final ProfileJourney profiles;
    private final SightingBook sightings;

    BridgeLifeJourney(Books books, BridgeAuthority authority, ProfileJourney profiles, SightingBook sightings) {
        this.books = books;
        this.sightings = sightings;
        this.profiles = profiles;
        this.authority = authority;
    }

    /** The next certificate of the bridge that asks, for a new key; the same again for the same key. */
    public RenewBridgeResponse renew(RenewBridgeRequest request, Caller caller) {
        JoinedBridge shown = joined(caller);
        CertificateRequest csr = JoinJourney.csr(request.getCsr());
        Bridge asRead = bridge(shown);
        if (asRead.certificate().keySha256().equals(csr.keySha256())) {
            return answer(asRead);
        }
        if (!authority.canIssue()) {
            throw JoinJourney.authorityAbsent();
        }
        Bridge next = asRead.renewed(JoinJourney.issued(csr, authority.issue(shown.name(), csr)), shown.thumbprint());
        commit(about(AuditEventType.BRIDGE_RENEWED, caller, next), asRead, next);
        return answer(next);
    }

    private static RenewBridgeResponse answer(Bridge bridge) {
        return RenewBridgeResponse.newBuilder()
                .setCertificate(ByteString.copyFrom(bridge.certificate().der()))
                .build();
    }

    /** Notes what the bridge says. The first report with a renewed certificate ends the one before. */
    public ReportBridgeResponse report(ReportBridgeRequest request, Caller caller) {
        JoinedBridge shown = joined(caller);
        Sighting sighting = BridgeReport.read(request, books.now());
        Bridge asRead = bridge(shown);
        if (asRead.formerThumbprint().isPresent()
                && asRead.certificate().thumbprint().equals(shown.thumbprint())) {
            Bridge settled = asRead.settled();
            commit(about(AuditEventType.CERTIFICATE_ENDED, caller, settled), asRead, settled);
        }
        sightings.note(asRead.deviceId(), sighting);
        long known = Math.max(sighting.profile().held(), sighting.profile().refused());
        return ReportBridgeResponse.newBuilder()
                .setProfile(profiles.newsFor(asRead.facility(), known).orElse(""))
                .build();
    }

    private static JoinedBridge joined(Caller caller) {
        return caller.warrant()
                .identity()
                .bridge()
                .orElseThrow(
                        () -> new RequestRefusedException(
                                RequestRefusedException.Kind.FORBIDDEN,
                                "BRIDGE_UNNAMED",
                                "This certificate names no bridge: the gate's own box has one of the house, which is not renewed"));
    }

    private Bridge bridge(JoinedBridge shown) {
        return books.store()
                .find(Bridge.KIND, RecordKey.of(shown.name().deviceId()))
                .orElseThrow(ReceiptPresence::changedMeanwhile);
    }

    private AuditEvent about(AuditEventType type, Caller caller, Bridge bridge) {
        return books.event(type, caller)
                .with(AuditField.DEVICE_ID, bridge.deviceId())
                .with(AuditField.FACILITY, bridge.facility().id())
                .with(AuditField.CERTIFICATE, bridge.certificate().thumbprint())
                .with(AuditField.EXPIRES_AT, bridge.certificate().expiresAt().toString());
    }

    private void commit(AuditEvent event, Bridge asRead, Bridge next) {
        CommitResult result = books.store().commit(Transaction.auditing(event).replacing(Bridge.KIND, asRead, next));
        if (!(result instanceof CommitResult.Committed)) {
            throw ReceiptPresence.changedMeanwhile();
        }
    }
}

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
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What a bridge does for itself once it has joined: it renews its certificate, and says how it is. */
public final class BridgeLifeJourney {
    private static final int SCANNERS_MAX = 16;
    private static final int WORD_CHARS_MAX = 60;
    private static final int REFUSAL_CHARS_MAX = 500;

    private final Books books;
    private final BridgeAuthority authority;
    private final ProfileJourney profiles;
    /** Of this run of the gate: a leaf for each minute of each bridge would drown the log. At most one for each bridge that joined. */
    private final Map<String, Sighting> sightings = new ConcurrentHashMap<>();

    BridgeLifeJourney(Books books, BridgeAuthority authority, ProfileJourney profiles) {
        this.books = books;
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
        Sighting sighting = sighting(request);
        Bridge asRead = bridge(shown);
        if (asRead.formerThumbprint().isPresent()
                && asRead.certificate().thumbprint().equals(shown.thumbprint())) {
            Bridge settled = asRead.settled();
            commit(about(AuditEventType.CERTIFICATE_ENDED, caller, settled), asRead, settled);
        }
        sightings.put(asRead.deviceId(), sighting);
        long known = Math.max(sighting.profile().held(), sighting.profile().refused());
        return ReportBridgeResponse.newBuilder()
                .setProfile(profiles.newsFor(asRead.facility().id(), known).orElse(""))
                .build();
    }

    /** What a bridge last said; empty when it has not since this gate started. */
    Optional<Sighting> lastSeen(String deviceId) {
        return Optional.ofNullable(sightings.get(deviceId));
    }

    private Sighting sighting(ReportBridgeRequest request) {
        if (request.getScannersCount() > SCANNERS_MAX) {
            throw RequestRefusedException.invalid(
                    "REPORT_INVALID", "scanners are at most " + SCANNERS_MAX + ", not " + request.getScannersCount());
        }
        return new Sighting(
                books.now(),
                word("software_version", request.getSoftwareVersion()),
                request.getScannersList().stream()
                        .map(scanner -> new Sighting.ScannerHealth(
                                word("model", scanner.getModel()), word("state", scanner.getState())))
                        .toList(),
                new Sighting.ProfileState(
                        request.getProfileRunning(),
                        request.getProfileHeld(),
                        request.getProfileRefused(),
                        word("profile_refusal", request.getProfileRefusal(), REFUSAL_CHARS_MAX)));
    }

    /** It is shown to operators, so nobody may write terminal commands into it. */
    private static String word(String field, String text) {
        return word(field, text, WORD_CHARS_MAX);
    }

    private static String word(String field, String text, int charsMax) {
        if (text.length() > charsMax || text.chars().anyMatch(Character::isISOControl)) {
            throw RequestRefusedException.invalid(
                    "REPORT_INVALID",
                    field + " must be at most " + charsMax + " characters without control characters");
        }
        return text;
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

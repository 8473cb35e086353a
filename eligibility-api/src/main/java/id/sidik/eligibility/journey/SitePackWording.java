package id.sidik.eligibility.journey;

import com.google.protobuf.ByteString;
import id.sidik.eligibility.decision.Purpose;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.sitepack.Difference;
import id.sidik.eligibility.sitepack.OfflineTerms;
import id.sidik.eligibility.sitepack.ReconciledEntry;
import id.sidik.eligibility.sitepack.Site;
import id.sidik.eligibility.sitepack.Stake;
import id.sidik.eligibility.v1.PurposeStake;
import id.sidik.eligibility.v1.ReconciledCheck;
import id.sidik.wire.rpc.ProtoTime;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Sites, packs and what became of provisional answers, in the words of the contract and back. */
final class SitePackWording {
    private static final String PSEUDONYM_ALGORITHM = "HmacSHA256";
    private static final int PSEUDONYM_BYTES = 16;

    private SitePackWording() {}

    /** What a caller says of a site, or a refusal that names what cannot be. */
    static Site site(id.sidik.eligibility.v1.OfflineSite said, Instant now) {
        String key = HexFormat.of().formatHex(said.getPackKey().toByteArray());
        if (!Site.isKey(key)) {
            throw RequestRefusedException.invalid(
                    "PACK_KEY_INVALID",
                    "pack_key must be the 32 bytes of an X25519 public key; './sidik sitepack status' at the bridge prints it");
        }
        Duration validity = Duration.ofHours(said.getValidHours());
        if (validity.compareTo(Site.VALIDITY_MIN) < 0 || validity.compareTo(Site.VALIDITY_MAX) > 0) {
            throw RequestRefusedException.invalid(
                    "VALIDITY_INVALID", "valid_hours must be 24 to 72, not " + said.getValidHours());
        }
        return new Site(Requests.facility(said.getFacilityId()), key, validity, terms(said.getTerms()), now);
    }

    private static OfflineTerms terms(id.sidik.eligibility.v1.OfflineTerms said) {
        try {
            return new OfflineTerms(
                    said.getStakesList().stream()
                            .map(stake -> new Stake(Enquiry.purpose(stake.getPurpose()), stake.getRupiah()))
                            .toList(),
                    said.getGrantsPerPersonDay(),
                    said.getAttemptsPerPersonDay(),
                    said.getGrantsPerSiteDay(),
                    said.getRupiahPerPersonDay(),
                    said.getRupiahPerSiteDay(),
                    said.getTargetFmr());
        } catch (IllegalArgumentException e) {
            throw RequestRefusedException.invalid("OFFLINE_TERMS_INVALID", "terms: " + e.getMessage());
        }
    }

    static id.sidik.eligibility.v1.OfflineSite site(Site site) {
        return id.sidik.eligibility.v1.OfflineSite.newBuilder()
                .setFacilityId(site.facility().id())
                .setPackKey(ByteString.copyFrom(site.packKey()))
                .setValidHours(Math.toIntExact(site.validity().toHours()))
                .setTerms(terms(site.terms()))
                .setRegisteredAt(ProtoTime.of(site.registeredAt()))
                .build();
    }

    static id.sidik.eligibility.v1.OfflineTerms terms(OfflineTerms terms) {
        return id.sidik.eligibility.v1.OfflineTerms.newBuilder()
                .addAllStakes(terms.stakes().stream()
                        .map(stake -> PurposeStake.newBuilder()
                                .setPurpose(purpose(stake.purpose()))
                                .setRupiah(stake.rupiah())
                                .build())
                        .toList())
                .setGrantsPerPersonDay(terms.grantsPerPersonDay())
                .setAttemptsPerPersonDay(terms.attemptsPerPersonDay())
                .setGrantsPerSiteDay(terms.grantsPerSiteDay())
                .setRupiahPerPersonDay(terms.rupiahPerPersonDay())
                .setRupiahPerSiteDay(terms.rupiahPerSiteDay())
                .setTargetFmr(terms.targetFmr())
                .build();
    }

    static ReconciledCheck reconciled(ReconciledEntry entry) {
        ReconciledCheck.Builder check = ReconciledCheck.newBuilder()
                .setFacilityId(entry.place().facility().id())
                .setJournalId(entry.place().journalId())
                .setSequence(entry.place().sequence())
                .setCaptureId(entry.captureId())
                .setCapturedAt(ProtoTime.of(entry.capturedAt()))
                .setProvisional(entry.provisional())
                .setCentral(entry.central().word())
                .setCentralWhy(entry.central().why())
                .setDecisionId(entry.decisionId())
                .setDifference(difference(entry.difference()))
                .setReconciledAt(ProtoTime.of(entry.reconciledAt()))
                .setAuditIndex(entry.auditIndex())
                .setNidMasked(entry.nidMasked());
        entry.purpose().ifPresent(purpose -> check.setPurpose(purpose(purpose)));
        return check.build();
    }

    private static id.sidik.eligibility.v1.Difference difference(Difference difference) {
        return switch (difference) {
            case SAME -> id.sidik.eligibility.v1.Difference.SAME;
            case GRANTED_WRONGLY -> id.sidik.eligibility.v1.Difference.GRANTED_WRONGLY;
            case REFERRED_NEEDLESSLY -> id.sidik.eligibility.v1.Difference.REFERRED_NEEDLESSLY;
        };
    }

    private static id.sidik.eligibility.v1.Purpose purpose(Purpose purpose) {
        return id.sidik.eligibility.v1.Purpose.valueOf(purpose.name());
    }

    /** Who a member is in the packs of one site: HMAC-SHA-256 over the digits, the first 16 bytes. */
    static ByteString pseudonym(byte[] siteKey, Nid nid) {
        try {
            Mac mac = Mac.getInstance(PSEUDONYM_ALGORITHM);
            mac.init(new SecretKeySpec(siteKey, PSEUDONYM_ALGORITHM));
            return ByteString.copyFrom(
                    mac.doFinal(nid.wholeDigits().getBytes(StandardCharsets.US_ASCII)), 0, PSEUDONYM_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + PSEUDONYM_ALGORITHM, e);
        }
    }
}

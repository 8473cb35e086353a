package id.sidik.bridge.site;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HpkePublicKey;
import com.google.crypto.tink.hybrid.HybridConfig;
import com.google.crypto.tink.util.Bytes;
import com.google.protobuf.ByteString;
import id.sidik.biometrics.v1.FingerPosition;
import id.sidik.bridge.offline.Pseudonyms;
import id.sidik.eligibility.v1.GetReceiptTrustResponse;
import id.sidik.eligibility.v1.IssueSitePackResponse;
import id.sidik.eligibility.v1.OfflineTerms;
import id.sidik.eligibility.v1.PackedMember;
import id.sidik.eligibility.v1.PackedTemplate;
import id.sidik.eligibility.v1.Prospect;
import id.sidik.eligibility.v1.Purpose;
import id.sidik.eligibility.v1.PurposeStake;
import id.sidik.eligibility.v1.SealedSitePack;
import id.sidik.eligibility.v1.SitePack;
import id.sidik.engine.template.FingerTemplate;
import id.sidik.engine.template.TemplateAccess;
import id.sidik.wire.proof.CompactJws;
import id.sidik.wire.proof.Ed25519;
import id.sidik.wire.rpc.ProtoTime;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/** A gate, as far as it makes packs. */
public final class PackMaker {
    public static final Duration VALIDITY = Duration.ofDays(1);

    private static final byte[] PSEUDONYM_KEY = new byte[32];

    private final KeyPair anchor;

    public PackMaker() {
        try {
            anchor = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A member who is granted an admission as long as the pack is valid. */
    public static PackedMember member(String nid, List<FingerTemplate> fingers, Instant issuedAt) {
        PackedMember.Builder member = PackedMember.newBuilder()
                .setPseudonym(ByteString.fromHex(new Pseudonyms(PSEUDONYM_KEY).of(nid)))
                .addProspects(Prospect.newBuilder()
                        .setPurpose(Purpose.HOSPITAL_ADMISSION)
                        .setFrom(ProtoTime.of(issuedAt))
                        .setUntil(ProtoTime.of(issuedAt.plus(VALIDITY)))
                        .setBenefit("JKN")
                        .setInForceUntil("2026-12-31"));
        fingers.forEach(finger -> member.addTemplates(PackedTemplate.newBuilder()
                .setFinger(FingerPosition.forNumber(finger.finger().isoNumber()))
                .setContent(ByteString.copyFrom(finger.template().bytes(TemplateAccess.get())))));
        return member.build();
    }

    public static SitePack pack(long number, String facility, Instant issuedAt, List<PackedMember> members) {
        return SitePack.newBuilder()
                .setNumber(number)
                .setFacilityId(facility)
                .setIssuedAt(ProtoTime.of(issuedAt))
                .setExpiresAt(ProtoTime.of(issuedAt.plus(VALIDITY)))
                .setTerms(OfflineTerms.newBuilder()
                        .addStakes(PurposeStake.newBuilder()
                                .setPurpose(Purpose.HOSPITAL_ADMISSION)
                                .setRupiah(500_000))
                        .setGrantsPerPersonDay(2)
                        .setAttemptsPerPersonDay(5)
                        .setGrantsPerSiteDay(100)
                        .setRupiahPerPersonDay(1_000_000)
                        .setRupiahPerSiteDay(50_000_000)
                        .setTargetFmr(1e-5))
                .setPseudonymKey(ByteString.copyFrom(PSEUDONYM_KEY))
                .addAllMembers(members)
                .build();
    }

    /** The pack with lists that check receipts, one of which is withdrawn. */
    public SitePack withReceiptLists(SitePack pack, String withdrawnDecisionId) {
        return pack.toBuilder()
                .setReceiptTrust(GetReceiptTrustResponse.newBuilder()
                        .setKeySet(CompactJws.sign(
                                "sidik-keys+jws", "anchor", "{\"number\":1,\"keys\":[]}", anchor.getPrivate()))
                        .setRevocations(CompactJws.sign(
                                "sidik-revoked+jws",
                                "anchor",
                                "{\"number\":1,\"receipts\":[\"" + withdrawnDecisionId + "\"]}",
                                anchor.getPrivate())))
                .build();
    }

    /** Sealed to the key, with a statement of the pack's own number and facility. */
    public IssueSitePackResponse issue(SitePack pack, byte[] packKey) {
        return issue(pack, packKey, pack.getNumber(), pack.getFacilityId());
    }

    /** Likewise, with a statement that may say something else. */
    IssueSitePackResponse issue(SitePack pack, byte[] packKey, long stated, String facility) {
        try {
            byte[] info = ("sidik site pack 1 " + facility + " " + stated).getBytes(StandardCharsets.US_ASCII);
            byte[] sealed = encryptor(packKey).encrypt(pack.toByteArray(), info);
            String hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(sealed));
            String statement =
                    "{\"number\":" + stated + ",\"facility\":\"" + facility + "\",\"sha256\":\"" + hash + "\"}";
            return IssueSitePackResponse.newBuilder()
                    .setAnchorPem(Ed25519.toPem(anchor.getPublic()))
                    .setPack(SealedSitePack.newBuilder()
                            .setSealed(ByteString.copyFrom(sealed))
                            .setStatement(
                                    CompactJws.sign("sidik-site-pack+jws", "anchor", statement, anchor.getPrivate())))
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @AccessesPartialKey
    private static HybridEncrypt encryptor(byte[] packKey) throws GeneralSecurityException {
        HybridConfig.register();
        HpkeParameters suite = HpkeParameters.builder()
                .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
                .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
                .setVariant(HpkeParameters.Variant.NO_PREFIX)
                .build();
        return KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(HpkePublicKey.create(suite, Bytes.copyFrom(packKey), null))
                        .withFixedId(1)
                        .makePrimary())
                .build()
                .getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class);
    }
}

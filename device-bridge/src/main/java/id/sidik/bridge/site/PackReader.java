package id.sidik.bridge.site;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Struct;
import com.google.protobuf.Timestamp;
import com.google.protobuf.util.JsonFormat;
import id.sidik.bridge.offline.ExpectedMember;
import id.sidik.bridge.offline.OfflineTerms;
import id.sidik.bridge.offline.Pack;
import id.sidik.bridge.offline.Prospect;
import id.sidik.bridge.offline.Pseudonyms;
import id.sidik.bridge.offline.ReceiptLists;
import id.sidik.bridge.vault.SealBrokenException;
import id.sidik.bridge.vault.Vault;
import id.sidik.eligibility.v1.GetReceiptTrustResponse;
import id.sidik.eligibility.v1.PackedMember;
import id.sidik.eligibility.v1.PurposeStake;
import id.sidik.eligibility.v1.SealedSitePack;
import id.sidik.eligibility.v1.SitePack;
import id.sidik.engine.image.InvalidSampleException;
import id.sidik.engine.template.FingerPosition;
import id.sidik.engine.template.FingerTemplate;
import id.sidik.engine.template.Template;
import id.sidik.wire.proof.CompactJws;
import id.sidik.wire.proof.ProofRefusedException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes packs of what the gate sent: its signature first, then our key, then what is in it. */
final class PackReader {
    private static final String TYPE = "sidik-site-pack+jws";

    /** More members than that make no pack. */
    private static final int MEMBERS_MAX = 500;

    private final Vault vault;
    private final String facilityId;

    PackReader(Vault vault, String facilityId) {
        this.vault = vault;
        this.facilityId = facilityId;
    }

    /**
     * Verifies and opens.
     *
     * @param anchor whose signature counts
     */
    Pack read(SealedSitePack sealed, PublicKey anchor) throws PackRefusedException {
        long number = verified(sealed, anchor);
        SitePack pack = opened(sealed, number);
        if (pack.getNumber() != number || !pack.getFacilityId().equals(facilityId)) {
            throw new PackRefusedException("what is in the pack is another one than its statement says");
        }
        return contentOf(pack);
    }

    /** What an opened pack says, within its bounds. */
    static Pack contentOf(SitePack pack) throws PackRefusedException {
        if (pack.getMembersCount() > MEMBERS_MAX) {
            throw new PackRefusedException("a pack names at most " + MEMBERS_MAX + ", not " + pack.getMembersCount());
        }
        try {
            return Pack.of(
                    pack.getNumber(),
                    instant(pack.getIssuedAt()),
                    instant(pack.getExpiresAt()),
                    terms(pack.getTerms()),
                    new Pseudonyms(pack.getPseudonymKey().toByteArray()),
                    pack.getMembersList().stream().map(PackReader::member).toList(),
                    pack.getRevokedList().stream()
                            .map(pseudonym -> HexFormat.of().formatHex(pseudonym.toByteArray()))
                            .collect(Collectors.toSet()),
                    Set.copyOf(pack.getRevokedDevicesList()),
                    pack.hasReceiptTrust() ? Optional.of(lists(pack.getReceiptTrust())) : Optional.empty());
        } catch (IllegalArgumentException
                | IllegalStateException
                | DateTimeException
                | ArithmeticException
                | InvalidSampleException e) {
            throw new PackRefusedException("the pack holds something that cannot be: " + e.getMessage(), e);
        }
    }

    /** The number that the gate's anchor vouches for, of these very bytes and this facility. */
    private long verified(SealedSitePack sealed, PublicKey anchor) throws PackRefusedException {
        try {
            String payload = CompactJws.verify(sealed.getStatement(), anchor);
            if (!CompactJws.headerField(sealed.getStatement(), "typ").orElse("").equals(TYPE)) {
                throw new PackRefusedException("the statement is not of a site pack");
            }
            Struct.Builder statement = Struct.newBuilder();
            JsonFormat.parser().merge(payload, statement);
            if (!text(statement, "facility").equals(facilityId)) {
                throw new PackRefusedException(
                        "the pack is of " + text(statement, "facility") + ", this is " + facilityId);
            }
            if (!text(statement, "sha256").equals(sha256(sealed.getSealed().toByteArray()))) {
                throw new PackRefusedException("the pack is not the one that was signed");
            }
            return (long) statement.getFieldsOrThrow("number").getNumberValue();
        } catch (ProofRefusedException | InvalidProtocolBufferException | IllegalArgumentException e) {
            throw new PackRefusedException("the pack's statement does not hold: " + e.getMessage(), e);
        }
    }

    private SitePack opened(SealedSitePack sealed, long number) throws PackRefusedException {
        byte[] info = ("sidik site pack 1 " + facilityId + " " + number).getBytes(StandardCharsets.US_ASCII);
        try {
            return SitePack.parseFrom(vault.openPack(sealed.getSealed().toByteArray(), info));
        } catch (SealBrokenException e) {
            throw new PackRefusedException(
                    "the pack is encrypted to another key than this bridge's; put the site with the key that it has now",
                    e);
        } catch (InvalidProtocolBufferException e) {
            throw new PackRefusedException("the pack cannot be read", e);
        }
    }

    private static ReceiptLists lists(GetReceiptTrustResponse trust) {
        return new ReceiptLists(trust.getKeySet(), trust.getRevocations());
    }

    private static OfflineTerms terms(id.sidik.eligibility.v1.OfflineTerms terms) {
        return new OfflineTerms(
                terms.getStakesList().stream()
                        .collect(Collectors.toMap(stake -> stake.getPurpose().name(), PurposeStake::getRupiah)),
                terms.getGrantsPerPersonDay(),
                terms.getAttemptsPerPersonDay(),
                terms.getGrantsPerSiteDay(),
                terms.getRupiahPerPersonDay(),
                terms.getRupiahPerSiteDay(),
                terms.getTargetFmr());
    }

    private static ExpectedMember member(PackedMember member) {
        return new ExpectedMember(
                HexFormat.of().formatHex(member.getPseudonym().toByteArray()),
                member.getTemplatesList().stream()
                        .map(template -> new FingerTemplate(
                                FingerPosition.ofIsoNumber(template.getFingerValue()),
                                Template.parse(template.getContent().toByteArray())))
                        .toList(),
                member.getProspectsList().stream().map(PackReader::prospect).toList());
    }

    private static Prospect prospect(id.sidik.eligibility.v1.Prospect prospect) {
        return new Prospect(
                prospect.getPurpose().name(),
                instant(prospect.getFrom()),
                instant(prospect.getUntil()),
                prospect.getBenefit(),
                prospect.getInForceUntil());
    }

    private static Instant instant(Timestamp timestamp) {
        return Instant.ofEpochSecond(timestamp.getSeconds(), timestamp.getNanos());
    }

    private static String text(Struct.Builder statement, String field) {
        return statement.getFieldsOrThrow(field).getStringValue();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

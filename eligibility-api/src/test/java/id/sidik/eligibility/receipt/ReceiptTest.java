package id.sidik.eligibility.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import id.sidik.eligibility.contribution.Programme;
import id.sidik.eligibility.decision.Decision;
import id.sidik.eligibility.decision.DenialReason;
import id.sidik.eligibility.decision.Facility;
import id.sidik.eligibility.decision.Purpose;
import id.sidik.eligibility.decision.RecordedDecision;
import id.sidik.eligibility.decision.UndeterminedCause;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.nid.NidHasher;
import id.sidik.eligibility.presence.FallbackMethod;
import id.sidik.eligibility.receipt.ReceiptVerifier.Result;
import id.sidik.wire.proof.CompactJws;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReceiptTest {
    private static final Instant DECIDED_AT = Instant.parse("2026-06-15T05:00:00Z");
    private static final Nid NID = new Nid("3174011708850003");
    private static final Decision GRANTED = new Decision.Granted(Programme.JKN, LocalDate.of(2026, 7, 31));

    private final KeyPair keys = newKeys();
    private final NidHasher hasher = new NidHasher(new byte[NidHasher.KEY_BYTES]);
    private final ReceiptSigner signer = new ReceiptSigner(keys.getPrivate(), keys.getPublic(), hasher);

    @Test
    void saysWhatWasDecided() {
        List<Decision> decisions = List.of(
                GRANTED,
                new Decision.Denied(List.of(DenialReason.SUSPENDED, DenialReason.CONTRIBUTIONS_LAPSED)),
                new Decision.Undetermined(UndeterminedCause.SCANNER_UNPLUGGED));
        for (Decision decision : decisions) {
            Receipt receipt = ((Result.Valid) verify(signer.sign(recorded(decision), Optional.empty(), 41))).receipt();

            assertThat(receipt.decision()).isEqualTo(decision);
            assertThat(receipt.auditIndex()).isEqualTo(41);
            assertThat(receipt.subject()).isEqualTo(hasher.hex(NID, NidHasher.Use.RECEIPT));
            assertThat(receipt.nidMasked()).isEqualTo("3174********0003");
            assertThat(receipt.expiredAt(DECIDED_AT.plusSeconds(86_399))).isFalse();
            assertThat(receipt.expiredAt(DECIDED_AT.plusSeconds(86_400))).isTrue();
        }
    }

    @Test
    void saysWhenPresenceWasShownByAFallback() {
        String jws = signer.sign(recorded(GRANTED), Optional.of(FallbackMethod.CARD_PIN), 7);

        assertThat(((Result.Valid) verify(jws)).receipt().fallback()).contains(FallbackMethod.CARD_PIN);
        assertThat(payload(jws)).contains("\"fallback\":\"CARD_PIN\"");
        assertThat(payload(signer.sign(recorded(GRANTED), Optional.empty(), 7))).doesNotContain("fallback");
    }

    @Test
    void isTheSameForTheSameDecision() {
        assertThat(signer.sign(recorded(GRANTED), Optional.empty(), 7))
                .isEqualTo(signer.sign(recorded(GRANTED), Optional.empty(), 7))
                .isNotEqualTo(signer.sign(recorded(GRANTED), Optional.empty(), 8));
    }

    @Test
    void namesNobody() {
        assertThat(payload(signer.sign(recorded(GRANTED), Optional.empty(), 7)))
                .doesNotContain(NID.wholeDigits())
                .doesNotContain("11708850");
    }

    @Test
    void keepsItsFieldsInOneOrder() {
        assertThat(payload(signer.sign(recorded(GRANTED), Optional.empty(), 7)))
                .isEqualTo(
                        "{\"jti\":\"d-1\",\"outcome\":\"GRANTED\",\"benefit\":\"JKN\",\"in_force_until\":\"2026-07-31\","
                                + "\"purpose\":\"HOSPITAL_ADMISSION\",\"facility\":\"rs-01\",\"sub\":\""
                                + Base64.getUrlEncoder()
                                        .withoutPadding()
                                        .encodeToString(HexFormat.of().parseHex(hasher.hex(NID, NidHasher.Use.RECEIPT)))
                                + "\",\"nid\":\"3174********0003\",\"policy\":\"2026.1\",\"audit_index\":7,"
                                + "\"iat\":1781499600,\"exp\":1781586000}");
    }

    @Test
    void holdsForAnyoneWhoHasOnlyThePemAndTheJdk() throws GeneralSecurityException {
        String jws = signer.sign(recorded(GRANTED), Optional.empty(), 7);
        String pem = signer.publicKeyPem().replaceAll("-----[A-Z ]+-----|\\s", "");
        PublicKey key = KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(pem)));
        int lastDot = jws.lastIndexOf('.');
        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(key);
        signature.update(jws.substring(0, lastDot).getBytes(StandardCharsets.US_ASCII));

        assertThat(signature.verify(Base64.getUrlDecoder().decode(jws.substring(lastDot + 1))))
                .isTrue();
    }

    @Test
    void isSignedByTheKeyOfItsTime() {
        KeyPair later = newKeys();
        String before = signer.sign(recorded(GRANTED), Optional.empty(), 7);
        signer.add(new ReceiptKey(later.getPrivate(), later.getPublic(), DECIDED_AT.plusSeconds(1)));

        assertThat(signer.sign(recorded(GRANTED), Optional.empty(), 7)).isEqualTo(before);
        signer.add(new ReceiptKey(later.getPrivate(), later.getPublic(), DECIDED_AT));
        String after = signer.sign(recorded(GRANTED), Optional.empty(), 7);
        assertThat(ReceiptVerifier.verify(after, later.getPublic())).isInstanceOf(Result.Valid.class);
        assertThat(verify(after)).isInstanceOf(Result.Invalid.class);
        assertThat(signer.verify(before)).isInstanceOf(Result.Valid.class);
        assertThat(signer.verify(after)).isInstanceOf(Result.Valid.class);
        assertThat(signer.verify(after.substring(1))).isInstanceOf(Result.Invalid.class);
    }

    @Test
    void refusesAnotherKey() {
        String jws = signer.sign(recorded(GRANTED), Optional.empty(), 7);

        assertThat(ReceiptVerifier.verify(jws, newKeys().getPublic())).isInstanceOf(Result.Invalid.class);
    }

    @Test
    void refusesAnyChangedCharacter() {
        String jws = signer.sign(recorded(GRANTED), Optional.empty(), 7);
        for (int position = 0; position < jws.length() - 1; position++) {
            char changed = jws.charAt(position) == 'A' ? 'B' : 'A';
            String tampered = jws.substring(0, position) + changed + jws.substring(position + 1);

            assertThat(verify(tampered)).as("position %d", position).isInstanceOf(Result.Invalid.class);
        }
    }

    @Test
    void refusesOtherAlgorithms() {
        String[] parts = signer.sign(recorded(GRANTED), Optional.empty(), 7).split("\\.", -1);
        for (String algorithm : List.of("none", "None", "HS256", "RS256", "")) {
            String header = base64("{\"alg\":\"" + algorithm + "\",\"typ\":\"sidik-receipt+jws\"}");

            assertThat(verify(header + "." + parts[1] + "." + parts[2])).isInstanceOf(Result.Invalid.class);
            assertThat(verify(header + "." + parts[1] + ".")).isInstanceOf(Result.Invalid.class);
        }
    }

    @Test
    void refusesOtherForms() {
        String jws = signer.sign(recorded(GRANTED), Optional.empty(), 7);

        assertThat(verify(jws + "\n")).isInstanceOf(Result.Invalid.class);
        assertThat(verify(" " + jws)).isInstanceOf(Result.Invalid.class);
        assertThat(verify(jws + ".x")).isInstanceOf(Result.Invalid.class);
        assertThat(verify("")).isInstanceOf(Result.Invalid.class);
        assertThat(verify("A".repeat(1 << 20))).isInstanceOf(Result.Invalid.class);
        assertThat(verify(jws)).isInstanceOf(Result.Valid.class);
    }

    @Test
    void refusesWhatTheKeySignedAsSomethingElse() {
        String other = CompactJws.sign(
                "other+jws", "k", payload(signer.sign(recorded(GRANTED), Optional.empty(), 7)), keys.getPrivate());
        String empty = CompactJws.sign("sidik-receipt+jws", "k", "{}", keys.getPrivate());

        assertThat(verify(other)).isInstanceOf(Result.Invalid.class);
        assertThat(verify(empty)).isInstanceOf(Result.Invalid.class);
    }

    private Result verify(String jws) {
        return ReceiptVerifier.verify(jws, keys.getPublic());
    }

    private static RecordedDecision recorded(Decision decision) {
        return new RecordedDecision(
                "d-1", NID, Purpose.HOSPITAL_ADMISSION, new Facility("rs-01"), decision, "2026.1", DECIDED_AT);
    }

    private static String payload(String jws) {
        return new String(Base64.getUrlDecoder().decode(jws.split("\\.", -1)[1]), StandardCharsets.UTF_8);
    }

    private static String base64(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static KeyPair newKeys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

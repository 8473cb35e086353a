package id.sidik.wire.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompactJwsTest {
    private static final String PAYLOAD = "{\"decision\":\"GRANTED\"}";

    private final KeyPair keys = newKeys();
    private final String jws = CompactJws.sign("sidik-receipt+jwt", "receipts-1", PAYLOAD, keys.getPrivate());

    @Test
    void opensWithThePublicKeyFromItsPem() {
        PublicKey carried = Ed25519.fromPem(Ed25519.toPem(keys.getPublic()));

        assertThat(CompactJws.verify(jws + "\n", carried)).isEqualTo(PAYLOAD);
    }

    @Test
    void refusesAnotherKey() {
        assertThatThrownBy(() -> CompactJws.verify(jws, newKeys().getPublic()))
                .isInstanceOf(ProofRefusedException.class)
                .hasMessageContaining("signature does not hold");
    }

    @Test
    void refusesAChangedPayload() {
        String[] parts = jws.split("\\.", -1);
        String changed = parts[0] + "." + encode("{\"decision\":\"DENIED\"}") + "." + parts[2];

        assertThatThrownBy(() -> CompactJws.verify(changed, keys.getPublic()))
                .isInstanceOf(ProofRefusedException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"alg\":\"none\"}",
                "{\"alg\":\"HS256\"}",
                "{\"alg\":\"EdDSA\",\"alg\":\"none\"}",
                "{\"alg\":\"EdDSA\",\"crit\":[\"b64\"]}",
                "{\"typ\":\"JWT\"}",
                "{\"\\u0061lg\":\"EdDSA\"}"
            })
    void refusesAHeaderThatCouldBeReadTwoWays(String header) {
        String signed = encode(header) + "." + encode(PAYLOAD);
        byte[] signature = Ed25519.sign(keys.getPrivate(), signed.getBytes(StandardCharsets.US_ASCII));
        String forged = signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);

        assertThatThrownBy(() -> CompactJws.verify(forged, keys.getPublic())).isInstanceOf(ProofRefusedException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.b", "a.b.c.d", "?.?.?"})
    void refusesWhatIsNoJws(String text) {
        assertThatThrownBy(() -> CompactJws.verify(text, keys.getPublic())).isInstanceOf(ProofRefusedException.class);
    }

    @Test
    void refusesMoreThanItsBound() {
        assertThatThrownBy(() -> CompactJws.verify("a".repeat(CompactJws.CHARS_MAX + 1), keys.getPublic()))
                .hasMessageContaining("at most 16384");
    }

    private static KeyPair newKeys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}

package id.sidik.wire.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class JoinCodeTest {
    private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");
    private static final X509Certificate AUTHORITY = authority();
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final JoinCode code = JoinCode.of(JoinCode.newSecret(new SplittableRandom(7)), AUTHORITY);

    @Test
    void isReadAsItIsReadOut() {
        JoinCode read = JoinCode.parse(code.text());

        assertThat(code.text()).matches("([0-9A-HJKMNP-TV-Z]{5}-){5}[0-9A-HJKMNP-TV-Z]{5}");
        assertThat(read.secret()).isEqualTo(code.secret());
        assertThat(read.pins(AUTHORITY)).isTrue();
    }

    @Test
    void takesSmallLettersOtherSeparatorsAndLookAlikes() {
        String typed = code.text()
                .toLowerCase(Locale.ROOT)
                .replace('-', ' ')
                .replace('0', 'o')
                .replace('1', 'l');

        assertThat(JoinCode.parse(typed).text()).isEqualTo(code.text());
    }

    @Test
    void findsAnyOneWrongCharacter() {
        String text = code.text().replace("-", "");
        for (int at = 0; at < text.length(); at++) {
            for (int i = 0; i < ALPHABET.length(); i++) {
                char other = ALPHABET.charAt(i);
                if (other != text.charAt(at)) {
                    String wrong = text.substring(0, at) + other + text.substring(at + 1);
                    assertThatThrownBy(() -> JoinCode.parse(wrong))
                            .as("%s at %s", other, at)
                            .isInstanceOf(IllegalArgumentException.class)
                            .hasMessageContaining("mistyped");
                }
            }
        }
    }

    @Test
    void findsNeighboursThatWereExchanged() {
        String text = code.text().replace("-", "");
        for (int at = 0; at + 1 < text.length(); at++) {
            if (text.charAt(at) != text.charAt(at + 1)) {
                String wrong = text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
                assertThatThrownBy(() -> JoinCode.parse(wrong)).hasMessageContaining("mistyped");
            }
        }
    }

    @Test
    void saysWhatIsWrongAndNeverTheCode() {
        assertThatThrownBy(() -> JoinCode.parse(code.text().substring(1)))
                .hasMessageContaining("30 characters")
                .hasMessageContaining("29");
        assertThatThrownBy(() -> JoinCode.parse(code.text().replaceFirst(".$", "U")))
                .hasMessageContaining("'U'");
        assertThat(code.toString()).doesNotContain(code.secret());
    }

    @Test
    void pinsNoOtherAuthority() {
        assertThat(code.pins(authority())).isFalse();
    }

    @Test
    void theHashTellsSecretsApart() {
        assertThat(JoinCode.hashOf(code.secret()))
                .matches("[0-9a-f]{64}")
                .isNotEqualTo(JoinCode.hashOf(JoinCode.newSecret(new SplittableRandom(8))));
    }

    private static X509Certificate authority() {
        return new CertificateIssuer(NOW).authority().certificate();
    }
}

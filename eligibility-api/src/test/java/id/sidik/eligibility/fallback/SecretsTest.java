package id.sidik.eligibility.fallback;

import static org.assertj.core.api.Assertions.assertThat;

import id.sidik.eligibility.nid.Nid;
import org.junit.jupiter.api.Test;

class SecretsTest {
    private static final Nid SITI = new Nid("3174015708850003");
    private static final String SALT = "00112233445566778899aabbccddeeff";

    @Test
    void recognisesTheSecretAndNoOther() {
        SecretHash hash = SecretHash.of("271828", SALT);

        assertThat(hash.matches("271828")).isTrue();
        assertThat(hash.matches("271829")).isFalse();
        assertThat(hash.hash())
                .isNotEqualTo(SecretHash.of("271828", SALT.replace('0', '1')).hash());
        assertThat(hash.toString()).doesNotContain(hash.hash()).doesNotContain(SALT);
    }

    @Test
    void refusesPinsThatAStrangerTriesFirst() {
        assertThat(CardPin.isGood("271828", SITI)).isTrue();
        assertThat(CardPin.isGood("111111", SITI)).isFalse();
        assertThat(CardPin.isGood("234567", SITI)).isFalse();
        assertThat(CardPin.isGood("987654", SITI)).isFalse();
        assertThat(CardPin.isGood("570885", SITI))
                .as("the birth date on the card")
                .isFalse();
        assertThat(CardPin.isGood("27182", SITI)).isFalse();
        assertThat(CardPin.isGood("27182a", SITI)).isFalse();
    }
}

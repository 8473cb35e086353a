package id.sidik.eligibility.nid;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatientIdsTest {
    private static final Nid SITI = new Nid("3174015708850003");

    private final PatientIds ids = hasher((byte) 1).patientIds();

    @ParameterizedTest
    @ValueSource(strings = {"3174015708850003", "0000000000000000", "9999999999999999"})
    void goesToANameAndBack(String digits) {
        String id = ids.of(new Nid(digits));

        assertThat(id).matches("[0-9a-f]{32}").doesNotContain(digits);
        assertThat(ids.nidOf(id)).contains(new Nid(digits));
        assertThat(ids.of(new Nid(digits))).as("always the same").isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "00000000000000000000000000000000",
                "3174015708850003",
                "G0000000000000000000000000000000"
            })
    void knowsNobodyByANameThatItDidNotGive(String text) {
        assertThat(ids.nidOf(text)).isEmpty();
    }

    @Test
    void anotherGatesNamesMeanNothingHere() {
        assertThat(ids.nidOf(hasher((byte) 2).patientIds().of(SITI))).isEmpty();
    }

    private static NidHasher hasher(byte first) {
        byte[] secret = new byte[NidHasher.KEY_BYTES];
        secret[0] = first;
        return new NidHasher(secret);
    }
}

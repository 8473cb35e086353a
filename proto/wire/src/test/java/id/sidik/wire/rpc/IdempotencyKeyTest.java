package id.sidik.wire.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {
    private static final String LONGEST = "0123456789012345678901234567890123456789012345678901234567890123";

    @ParameterizedTest
    @ValueSource(strings = {"12345678", "A-b_c.D9", LONGEST})
    void takesWhatTheContractAllows(String key) {
        assertThat(IdempotencyKey.ofRequest(key).value()).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1234567", LONGEST + "4", "with space", "newline\n", "kunci-ünïk", "a/b/c/d/e"})
    void refusesTheRestWithItsReason(String key) {
        assertThatThrownBy(() -> IdempotencyKey.ofRequest(key))
                .satisfies(e -> assertThat(RpcError.reasonOf(e)).contains("IDEMPOTENCY_KEY_INVALID"));
    }
}

package id.sidik.bridge.facade.presence;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import id.sidik.bridge.http.CheckBody;
import id.sidik.bridge.http.UnreadableRequestException;
import java.nio.charset.StandardCharsets;

/** Run with JAZZER_FUZZ=1 to search; without it, the known inputs are replayed. */
class PresenceFuzzTest {
    /** Whatever a page sends: a check, or a refusal. */
    @FuzzTest(maxDuration = "10m")
    void readsOrRefusesAnyBody(byte[] anything) {
        try {
            assertThat(CheckBody.parse(new String(anything, StandardCharsets.UTF_8))
                            .build())
                    .isNotNull();
        } catch (UnreadableRequestException refused) {
            assertThat(refused).hasMessageContaining("CheckRequest");
        }
    }
}

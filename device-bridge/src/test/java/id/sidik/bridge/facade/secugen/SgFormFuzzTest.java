package id.sidik.bridge.facade.secugen;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** Run with JAZZER_FUZZ=1 to search; without it, the known inputs are replayed. */
class SgFormFuzzTest {
    private final SgTemplates templates = new SgTemplates();

    /** Whatever a page sends: fields within their bounds, or an error number. */
    @FuzzTest(maxDuration = "10m")
    void readsOrRefusesAnyBody(byte[] anything) {
        try {
            SgForm form = SgForm.parse(new String(anything, StandardCharsets.UTF_8));
            assertThat(form.text("template1")).isNotNull();
            assertThat(form.quality()).isBetween(0, 100);
            assertThat(form.timeoutMillis()).isBetween(1, 300_000);
            assertThat(templates.score(form.text("template1"), form.text("template2")))
                    .isBetween(0, SgTemplates.SCORE_MAX);
        } catch (SgRefusedException refused) {
            assertThat(refused.error()).isNotEqualTo(SgError.NONE);
        }
    }
}

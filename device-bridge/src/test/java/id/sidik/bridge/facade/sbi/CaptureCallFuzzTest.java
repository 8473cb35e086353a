package id.sidik.bridge.facade.sbi;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Duration;

/** Run with JAZZER_FUZZ=1 to search; without it, the known inputs are replayed. */
class CaptureCallFuzzTest {
    /** Whatever a page sends: a call that can be served, or an error of SBI. */
    @FuzzTest(maxDuration = "10m")
    void readsOrRefusesAnyBody(byte[] anything) {
        try {
            CaptureCall call = CaptureCall.parse(anything);
            assertThat(call.fingers()).hasSizeLessThanOrEqualTo(10);
            assertThat(call.timeout()).isBetween(Duration.ZERO, CaptureCall.TIMEOUT_MAX);
            assertThat(call.transactionId()).matches("[A-Za-z0-9-]{4,50}");
        } catch (SbiRefusedException refused) {
            assertThat(refused.error()).isNotEqualTo(SbiError.SUCCESS);
        }
        try {
            assertThat(CaptureCall.discoveredType(anything)).isNotNull();
            assertThat(CaptureCall.streamTimeout(anything)).isLessThanOrEqualTo(CaptureCall.TIMEOUT_MAX);
        } catch (SbiRefusedException refused) {
            assertThat(refused.error()).isEqualTo(SbiError.REQUEST_UNREADABLE);
        }
    }
}

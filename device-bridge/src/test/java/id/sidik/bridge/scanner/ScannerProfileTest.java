package id.sidik.bridge.scanner;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScannerProfileTest {
    @ParameterizedTest
    @CsvSource({
        "30, 288, 500, 57600, width-px",
        "256, 287, 500, 57600, height-px",
        "256, 2000, 500, 57600, height-px",
        "256, 288, 0, 57600, dpi",
        "256, 288, NaN, 57600, dpi",
        "256, 288, 500, 300, bauds"
    })
    void refusesWhatNoScannerIs(int widthPx, int heightPx, double dpi, int baud, String key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScannerProfile(
                        "model",
                        ScannerProtocol.EF01,
                        widthPx,
                        heightPx,
                        dpi,
                        4,
                        List.of(baud),
                        -1,
                        0,
                        128,
                        Duration.ZERO,
                        Duration.ofSeconds(1),
                        Set.of(),
                        Set.of()))
                .withMessageContaining(key);
    }

    @ParameterizedTest
    @CsvSource({
        "PT-1S, PT1S, boot-delay",
        "PT9S, PT1S, boot-delay",
        "PT1S, PT0S, command-timeout",
        "PT1S, PT11S, command-timeout"
    })
    void refusesTimesThatNobodyWaits(Duration bootDelay, Duration commandTimeout, String key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScannerProfile.ZFM_20.withTimeouts(bootDelay, commandTimeout))
                .withMessageContaining(key);
    }
}

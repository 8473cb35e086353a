package id.sidik.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sidik.bridge.emulator.FakeLink;
import id.sidik.bridge.link.Deadline;
import id.sidik.bridge.scanner.Detection.FingerPresent;
import id.sidik.bridge.scanner.ImageTransfer.Received;
import id.sidik.bridge.scanner.Light;
import id.sidik.bridge.scanner.Readiness.Ready;
import id.sidik.bridge.scanner.ScannerProfile;
import id.sidik.bridge.scanner.SerialScanner;
import id.sidik.engine.synthesis.SyntheticFinger;
import id.sidik.wire.config.ConfigException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScannerProfilesTest {
    @ParameterizedTest
    @ValueSource(strings = {"as608", "gt-511c3", "gt-521f52", "r305", "r307", "r308", "r503", "waveshare-f5", "zfm-20"})
    void describesAModelThatCanBeDriven(String name) {
        ScannerProfile profile = ScannerProfiles.read(name);
        FakeLink link = new FakeLink(profile);
        link.layFinger(SyntheticFinger.of(2).impression(1));
        SerialScanner scanner = new SerialScanner(link, Path.of("port"), profile);
        Deadline deadline = Deadline.after(Duration.ofMinutes(1), link::nanoTime);

        assertThat(scanner.readiness(deadline))
                .isEqualTo(new Ready(profile.model(), profile.widthPx(), profile.heightPx(), profile.dpi()));
        scanner.show(Light.WAITING, deadline);
        assertThat(scanner.detectFinger(deadline)).isEqualTo(new FingerPresent());
        assertThat(scanner.transferImage(deadline, (_, _) -> {})).isInstanceOfSatisfying(Received.class, received -> {
            assertThat(received.image().widthPx()).isEqualTo(profile.widthPx());
            assertThat(received.image().dpi()).isEqualTo(profile.dpi());
        });
    }

    @Test
    void theModelsOfTheCodeAreThoseOfTheFiles() {
        assertThat(ScannerProfiles.read("zfm-20")).isEqualTo(ScannerProfile.ZFM_20);
        assertThat(ScannerProfiles.read("r503")).isEqualTo(ScannerProfile.R503);
        assertThat(ScannerProfiles.read("gt-511c3")).isEqualTo(ScannerProfile.GT_511C3);
        assertThat(ScannerProfiles.read("waveshare-f5")).isEqualTo(ScannerProfile.WAVESHARE_F5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"uru4000", "nb1010", "aes3500", "upektc_img", "virtual_image"})
    void knowsTheDpiOfAUsbReader(String name) {
        assertThat(ScannerProfiles.usbReader(name)).hasValueSatisfying(reader -> {
            assertThat(reader.driver()).isEqualTo(name);
            assertThat(reader.dpi()).isBetween(350.0, 550.0);
        });
    }

    @Test
    void searchesForTheReaderOfManyCountersByItsUsbId() {
        assertThat(ScannerProfiles.searchedReaders().getFirst()).satisfies(reader -> {
            assertThat(reader.driver()).isEqualTo("uru4000");
            assertThat(reader.usbIds()).contains("05ba:000a");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"zfm-20", "no-such-model", "../scanner/zfm-20"})
    void takesNothingElseForAUsbReader(String name) {
        assertThat(ScannerProfiles.usbReader(name)).isEmpty();
    }

    @Test
    void refusesAModelThatNobodyDescribed() {
        assertThatThrownBy(() -> ScannerProfiles.read("no-such-model")).isInstanceOf(ConfigException.class);
    }
}

package id.sidik.engine.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.sidik.engine.image.FingerImage;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SyntheticFingerTest {
    /** Changes whenever the generator does; every machine must agree on it. */
    private static final String KNOWN_PICTURE = "50f8819a9acd6ade3e10c5ff76dd54e926ae23c1cb173e84c607f5f13fc6fc93";

    @Test
    void drawsTheSamePictureOnEveryMachine() throws NoSuchAlgorithmException {
        byte[] pixels = SyntheticFinger.of(7).impression(3).pixels();

        byte[] digest = MessageDigest.getInstance("SHA-256").digest(pixels);

        assertThat(HexFormat.of().formatHex(digest)).isEqualTo(KNOWN_PICTURE);
    }

    @Test
    void drawsTheSamePictureWhateverWasDrawnBefore() {
        SyntheticFinger finger = SyntheticFinger.of(7);
        byte[] first = finger.impression(3).pixels();
        finger.impression(0);
        finger.impression(5, Dials.none().with(Dial.WETNESS, 0.5), SensorWindow.DEFAULT);

        assertThat(finger.impression(3).pixels()).isEqualTo(first);
        assertThat(finger.impression(4).pixels()).isNotEqualTo(first);
    }

    @Test
    void fillsTheSensorsWindow() {
        SyntheticFinger finger = SyntheticFinger.of(8);
        SensorWindow wide = new SensorWindow(320, 360, 569);

        FingerImage usual = finger.impression(0);
        FingerImage other = finger.impression(0, Dials.none(), wide);

        assertThat(usual.widthPx()).isEqualTo(256);
        assertThat(usual.heightPx()).isEqualTo(288);
        assertThat(usual.dpi()).isEqualTo(500);
        assertThat(other.widthPx()).isEqualTo(320);
        assertThat(other.heightPx()).isEqualTo(360);
        assertThat(other.dpi()).isEqualTo(569);
    }

    @Test
    void growsRidgesAtThePeriodThatItDrew() {
        LongStream.range(0, 8).forEach(seed -> {
            MasterPrint master = MasterPrint.grow(Draws.of(seed, 0));

            assertThat(master.periodPx()).isBetween(8.0, 10.0);
            assertThat(measuredPeriodPx(master))
                    .as("ridge period of seed %d, drawn as %s px", seed, master.periodPx())
                    .isBetween(0.88 * master.periodPx(), 1.12 * master.periodPx());
        });
    }

    @Test
    void drawsEveryPatternAboutAsOftenAsNature() {
        int fingers = 4000;
        Map<PatternClass, Integer> counts = new EnumMap<>(PatternClass.class);
        for (long seed = 0; seed < fingers; seed++) {
            counts.merge(PatternClass.draw(Draws.of(seed, 0)), 1, Integer::sum);
        }

        assertThat(counts).containsOnlyKeys(PatternClass.values());
        for (PatternClass pattern : PatternClass.values()) {
            assertThat(counts.getOrDefault(pattern, 0) / (double) fingers)
                    .as("share of %s", pattern)
                    .isBetween(pattern.frequency() - 0.03, pattern.frequency() + 0.03);
        }
    }

    @Test
    void refusesWhatNoFingerOrSensorCanDo() {
        SyntheticFinger finger = SyntheticFinger.of(1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> finger.impression(-1))
                .withMessageContaining("-1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SensorWindow(63, 288, 500))
                .withMessageContaining("63");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SensorWindow(256, 288, 0))
                .withMessageContaining("dpi");
    }

    /**
     * From how often the skin crosses its mean height across and down a block: a wave of period T in direction a crosses
     * {@code 2|cos a|/T} and {@code 2|sin a|/T} times a pixel.
     */
    private static double measuredPeriodPx(MasterPrint master) {
        int block = 24;
        double periods = 0;
        int blocks = 0;
        for (int top = 24; top + block < MasterPrint.HEIGHT_PX - 24; top += block) {
            for (int left = 24; left + block < MasterPrint.WIDTH_PX - 24; left += block) {
                int across = 0;
                int down = 0;
                for (int y = top; y < top + block; y++) {
                    for (int x = left; x < left + block; x++) {
                        boolean ridge = master.ridgeAt(x, y) > 0;
                        across += ridge == master.ridgeAt(x + 1, y) > 0 ? 0 : 1;
                        down += ridge == master.ridgeAt(x, y + 1) > 0 ? 0 : 1;
                    }
                }
                periods += 2.0 * block * block / Math.hypot(across, down);
                blocks++;
            }
        }
        return periods / blocks;
    }
}

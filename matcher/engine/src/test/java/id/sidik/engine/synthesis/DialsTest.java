package id.sidik.engine.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import id.sidik.engine.image.FingerImage;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DialsTest {
    private static final List<SyntheticFinger> FINGERS =
            LongStream.range(100, 106).mapToObj(SyntheticFinger::of).toList();
    private static final int DARK = 120;

    @ParameterizedTest
    @EnumSource
    void atZeroLeavesTheImpressionAsItIs(Dial dial) {
        SyntheticFinger finger = FINGERS.getFirst();

        assertThat(picture(finger, dial, 0).pixels())
                .isEqualTo(finger.impression(1).pixels());
    }

    @ParameterizedTest
    @EnumSource
    void drawsTheSameTwiceAndSomethingElseWhenTurned(Dial dial) {
        SyntheticFinger finger = FINGERS.getFirst();
        double turned = dial.highest() / 2;

        byte[] first = picture(finger, dial, turned).pixels();

        assertThat(picture(finger, dial, turned).pixels()).isEqualTo(first);
        assertThat(first).isNotEqualTo(finger.impression(1).pixels());
    }

    @ParameterizedTest
    @EnumSource
    void isRefusedBeyondItsEnds(Dial dial) {
        for (double value : new double[] {dial.highest() * 1.01, dial.lowest() - 1, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Dials.none().with(dial, value))
                    .withMessageContaining(dial.name())
                    .withMessageContaining(Double.toString(value));
        }
    }

    @Test
    void drynessTakesTheShareOfInkThatItSays() {
        for (double share : new double[] {0.1, 0.3, 0.6}) {
            double lost = mean(finger -> 1 - ink(finger, Dial.DRYNESS, share) / ink(finger, Dial.DRYNESS, 0));

            assertThat(lost).isCloseTo(share, within(0.06));
        }
    }

    @Test
    void wetnessFillsTheShareOfValleysThatItSays() {
        for (double share : new double[] {0.1, 0.3, 0.6}) {
            double filled = mean(finger -> {
                double usual = ink(finger, Dial.WETNESS, 0);
                return (ink(finger, Dial.WETNESS, share) - usual) / (1 - usual);
            });

            assertThat(filled).isCloseTo(share, within(0.06));
        }
    }

    @Test
    void creasesScarsAndLostContactTakeInkAway() {
        for (Dial dial : List.of(Dial.CREASES, Dial.SCARS, Dial.LOST_CONTACT)) {
            assertThat(DoubleStream.of(0, 0.25, 0.5, 1)
                            .map(turn -> -mean(finger -> ink(finger, dial, turn * dial.highest())))
                            .toArray())
                    .as("ink, counted negative, as %s is turned up", dial)
                    .isSorted();
        }
    }

    @Test
    void lostContrastNarrowsTheGreyRangeByTheShareThatItSays() {
        double usual = mean(finger -> greySpread(picture(finger, Dial.LOST_CONTRAST, 0)));
        double half = mean(finger -> greySpread(picture(finger, Dial.LOST_CONTRAST, 0.5)));

        assertThat(half / usual).isCloseTo(0.5, within(0.05));
    }

    @Test
    void noiseAddsTheGreyLevelsThatItSays() {
        double level = 20;
        SyntheticFinger finger = FINGERS.getFirst();
        byte[] clean = picture(finger, Dial.NOISE, 0).pixels();
        byte[] noisy = picture(finger, Dial.NOISE, level).pixels();
        double squares = 0;
        for (int i = 0; i < clean.length; i++) {
            double difference = Byte.toUnsignedInt(noisy[i]) - Byte.toUnsignedInt(clean[i]);
            squares += difference * difference;
        }

        assertThat(Math.sqrt(squares / clean.length)).isCloseTo(level, within(1.0));
    }

    @Test
    void distortionMovesSkinByAsManyPixelsAsItSaysAndStretchesItByAThirdAtMost() {
        double px = Dial.DISTORTION.highest();
        SkinDistortion distortion = SkinDistortion.wide(Draws.of(3, 0), px);
        double largest = 0;
        for (int y = 0; y < MasterPrint.HEIGHT_PX; y++) {
            for (int x = 0; x < MasterPrint.WIDTH_PX; x++) {
                largest = Math.max(largest, Math.hypot(distortion.rightPx(x, y), distortion.downPx(x, y)));
                assertThat(distortion.rightPx(x + 1, y) - distortion.rightPx(x, y))
                        .isBetween(-0.5, 0.5);
            }
        }

        assertThat(largest).isBetween(px, 2 * px);
    }

    @Test
    void scaleErrorMakesTheRidgesAsMuchWiderAsItSaysUnderTheSameLabel() {
        FingerImage finer = picture(FINGERS.getFirst(), Dial.SCALE_ERROR, 40);
        FingerImage coarser = picture(FINGERS.getFirst(), Dial.SCALE_ERROR, -40);

        assertThat(List.of(finer.dpi(), coarser.dpi())).containsOnly(500.0);
        assertThat(finer.widthPx()).isEqualTo(358);
        assertThat(coarser.widthPx()).isEqualTo(154);
    }

    @Test
    void turnsTheFingerAndShiftsItByAsMuchAsItSays() {
        ImpressionConditions usual = ImpressionConditions.moderate(Draws.of(1, 0));
        ImpressionConditions moved = usual.moved(Draws.of(2, 0), 30, 50);

        assertThat(Math.abs(moved.rotationDeg() - usual.rotationDeg())).isCloseTo(30, within(1e-9));
        assertThat(Math.hypot(moved.shiftXPx() - usual.shiftXPx(), moved.shiftYPx() - usual.shiftYPx()))
                .isCloseTo(50, within(1e-9));
    }

    private static FingerImage picture(SyntheticFinger finger, Dial dial, double value) {
        return picture(finger, 1, dial, value);
    }

    private static FingerImage picture(SyntheticFinger finger, int number, Dial dial, double value) {
        return finger.impression(number, Dials.none().with(dial, value), SensorWindow.DEFAULT);
    }

    /** Share of dark pixels in the middle of the print, over several impressions: one alone may be patchy. */
    private static double ink(SyntheticFinger finger, Dial dial, double value) {
        int dark = 0;
        int all = 0;
        for (int number = 0; number < 4; number++) {
            FingerImage image = picture(finger, number, dial, value);
            for (int y = 80; y < 210; y++) {
                for (int x = 70; x < 190; x++) {
                    dark += image.greyAt(x, y) < DARK ? 1 : 0;
                    all++;
                }
            }
        }
        return dark / (double) all;
    }

    /** From the darkest to the lightest twentieth. */
    private static double greySpread(FingerImage image) {
        byte[] pixels = image.pixels();
        int[] grey = new int[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            grey[i] = Byte.toUnsignedInt(pixels[i]);
        }
        Arrays.sort(grey);
        return grey[grey.length * 19 / 20] - grey[grey.length / 20];
    }

    private static double mean(ToDoubleFunction<SyntheticFinger> measured) {
        return FINGERS.stream().mapToDouble(measured).average().orElseThrow();
    }
}

package id.sidik.engine.quality;

import static org.assertj.core.api.Assertions.assertThat;

import id.sidik.engine.NotFinger;
import id.sidik.engine.image.FingerImage;
import id.sidik.engine.image.ImageNormaliser;
import id.sidik.engine.ridges.RidgeAnalysis;
import id.sidik.engine.synthesis.Dial;
import id.sidik.engine.synthesis.Dials;
import id.sidik.engine.synthesis.SensorWindow;
import id.sidik.engine.synthesis.SyntheticFinger;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintAssessmentTest {
    /** What is left of a finger that was moved or lifted so far may be nothing. */
    private static final Set<Dial> OFF_THE_GLASS = EnumSet.of(Dial.LOST_CONTACT, Dial.TRANSLATION);

    private static final int BLUR_PX = 8;

    private static final List<SyntheticFinger> FINGERS =
            IntStream.range(0, 3).mapToObj(SyntheticFinger::of).toList();

    @ParameterizedTest
    @EnumSource(NotFinger.class)
    void givesAPictureOfSomethingElseTooLittleToBeUsed(NotFinger picture) {
        assertThat(quality(picture.image()).score()).isLessThan(30);
    }

    @ParameterizedTest
    @EnumSource(Dial.class)
    void seesAFingerHoweverItIsSpoilt(Dial dial) {
        double value = OFF_THE_GLASS.contains(dial) ? dial.highest() / 2 : dial.highest();

        assertThat(FINGERS)
                .allSatisfy(finger ->
                        assertThat(quality(spoilt(finger, dial, value)).cause()).isNotEqualTo(QualityCause.NO_FINGER));
    }

    @Test
    void complainsOfNothingOnAnOrdinaryDay() {
        assertThat(FINGERS).allSatisfy(finger -> {
            assertThat(quality(finger.impression(1)).score()).isGreaterThanOrEqualTo(70);
            assertThat(quality(finger.impression(1)).cause()).isEqualTo(QualityCause.NONE);
        });
    }

    @ParameterizedTest
    @CsvSource({"DRYNESS, 0.6, TOO_DRY", "WETNESS, 0.6, TOO_WET", "LOST_CONTACT, 0.75, SMALL_AREA"})
    void saysWhyAnImpressionIsPoor(Dial dial, double value, QualityCause cause) {
        assertThat(FINGERS)
                .allSatisfy(finger ->
                        assertThat(quality(spoilt(finger, dial, value)).cause()).isEqualTo(cause));
    }

    @Test
    void saysThatABlurredImpressionIsBlurred() {
        assertThat(FINGERS)
                .allSatisfy(finger -> assertThat(
                                quality(blurred(finger.impression(1))).cause())
                        .isEqualTo(QualityCause.BLURRED));
    }

    @ParameterizedTest
    @EnumSource(
            value = Dial.class,
            names = {"DRYNESS", "WETNESS", "LOST_CONTACT"})
    void scoresLessTheMoreAFingerIsSpoilt(Dial dial) {
        double half = meanScore(dial, dial.highest() / 2);

        assertThat(half).isLessThan(meanScore(dial, 0));
        assertThat(meanScore(dial, dial.highest())).isLessThan(half - 10);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-30, 40})
    void scoresAWrongLabelOfResolutionNearlyAsTheRightOne(double scaleErrorPercent) {
        assertThat(meanScore(Dial.SCALE_ERROR, scaleErrorPercent)).isBetween(60.0, 95.0);
    }

    private static double meanScore(Dial dial, double value) {
        return FINGERS.stream()
                .mapToInt(finger -> quality(spoilt(finger, dial, value)).score())
                .average()
                .orElseThrow();
    }

    private static FingerImage spoilt(SyntheticFinger finger, Dial dial, double value) {
        return finger.impression(1, Dials.none().with(dial, value), SensorWindow.DEFAULT);
    }

    private static Quality quality(FingerImage image) {
        return PrintAssessment.of(RidgeAnalysis.of(ImageNormaliser.toReferenceDpi(image)))
                .quality();
    }

    /** Each pixel the mean of a square around it. */
    private static FingerImage blurred(FingerImage image) {
        byte[] pixels = new byte[image.widthPx() * image.heightPx()];
        for (int y = 0; y < image.heightPx(); y++) {
            for (int x = 0; x < image.widthPx(); x++) {
                pixels[y * image.widthPx() + x] = (byte) meanAround(image, x, y);
            }
        }
        return FingerImage.of(image.widthPx(), image.heightPx(), image.dpi(), pixels);
    }

    private static int meanAround(FingerImage image, int x, int y) {
        int sum = 0;
        for (int place = 0; place < BLUR_PX * BLUR_PX; place++) {
            int right = x + place % BLUR_PX - BLUR_PX / 2;
            int down = y + place / BLUR_PX - BLUR_PX / 2;
            sum += image.greyAt(Math.clamp(right, 0, image.widthPx() - 1), Math.clamp(down, 0, image.heightPx() - 1));
        }
        return sum / (BLUR_PX * BLUR_PX);
    }
}

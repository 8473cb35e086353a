package id.sidik.engine.ridges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.sidik.engine.features.FingerFeatures;
import id.sidik.engine.features.Minutiae;
import id.sidik.engine.features.RidgeField;
import id.sidik.engine.image.FingerImage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RidgeAnalysisTest {
    @ParameterizedTest
    @ValueSource(doubles = {5.5, 7, 9, 12, 14})
    void measuresThePeriodWhateverTheLabelSays(double periodPx) {
        FingerFeatures features =
                RidgeAnalysis.of(Gratings.parallel(0.4, periodPx)).features();

        assertThat(features.ridgePeriodPx()).isCloseTo(periodPx, within(0.06 * periodPx));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 20, 45, 77, 90, 120, 165})
    void measuresTheOrientationToOneStep(double degrees) {
        RidgeField field = RidgeAnalysis.of(Gratings.parallel(Math.toRadians(degrees), 9))
                .features()
                .field();

        double middle = field.stepAt(field.cols() / 2, field.rows() / 2) * 180.0 / RidgeField.STEPS;
        double apart = Math.abs(middle - degrees) % 180;
        assertThat(Math.min(apart, 180 - apart)).isLessThanOrEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"20, 9", "45, 7", "77, 12", "90, 9", "120, 10"})
    void measuresWhereRidgesLie(double degrees, double periodPx) {
        double orientation = Math.toRadians(degrees);
        RidgeField field = RidgeAnalysis.of(Gratings.parallel(orientation, periodPx))
                .features()
                .field();

        for (int cell = 4; cell < 10; cell++) {
            double x = (cell + 0.5) * RidgeField.CELL_PX;
            double y = 7.5 * RidgeField.CELL_PX;
            double sinceRidge = (y * Math.cos(orientation) - x * Math.sin(orientation)) / periodPx;
            int apart = field.phaseAt(cell, 7) - RidgeField.phaseOf(sinceRidge + 0.5);
            assertThat(Math.floorMod(apart + 2, RidgeField.PHASES)).isLessThanOrEqualTo(4);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 9", "30, 8", "90, 10", "135, 7", "160, 12"})
    void findsTheOnlyMinutiaWhereItIs(double degrees, double periodPx) {
        FingerImage image = Gratings.withMinutia(Math.toRadians(degrees), periodPx, 123, 141);
        Minutiae minutiae = RidgeAnalysis.of(image).features().minutiae();

        assertThat(minutiae.count()).isEqualTo(1);
        assertThat((double) minutiae.x(0)).isCloseTo(123, within(periodPx / 2));
        assertThat((double) minutiae.y(0)).isCloseTo(141, within(periodPx / 2));
        assertThat(Math.abs(Math.sin(minutiae.direction(0) - Math.toRadians(degrees))))
                .isLessThan(0.2);
    }

    @Test
    void findsNoMinutiaeInRidgesThatNeverEnd() {
        assertThat(RidgeAnalysis.of(Gratings.parallel(0.3, 9))
                        .features()
                        .minutiae()
                        .count())
                .isZero();
    }

    @Test
    void seesNoPrintOnAnEmptySensor() {
        byte[] grey = new byte[240 * 280];
        Arrays.fill(grey, (byte) 200);
        FingerFeatures features =
                RidgeAnalysis.of(FingerImage.of(240, 280, 500, grey)).features();

        assertThat(features.minutiae().count()).isZero();
        assertThat(features.field().stepAt(7, 8)).isEqualTo(RidgeField.OUTSIDE);
    }
}

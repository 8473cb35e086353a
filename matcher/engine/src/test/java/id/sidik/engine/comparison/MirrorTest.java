package id.sidik.engine.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.sidik.engine.features.FingerFeatures;
import id.sidik.engine.features.MinutiaType;
import id.sidik.engine.features.Minutiae;
import id.sidik.engine.features.RidgeField;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class MirrorTest {
    private static final Offset<Float> ROUNDING = within(1e-3f);

    /** 40 x 16 px: three cells of which the last is half empty. */
    private static final FingerFeatures FEATURES = new FingerFeatures(
            40,
            16,
            9,
            Minutiae.builder().add(8, 4, 0.5, MinutiaType.ENDING, 30).build(),
            RidgeField.of(3, 1, new byte[] {10, RidgeField.OUTSIDE, 0}).with(new byte[] {3, 0, 5}));

    @Test
    void turnsPlacesAndDirectionsAround() {
        FingerFeatures mirrored = Mirror.of(FEATURES);

        assertThat(mirrored.minutiae().x(0)).isCloseTo(40, ROUNDING);
        assertThat(mirrored.minutiae().y(0)).isEqualTo(4);
        assertThat(mirrored.minutiae().direction(0)).isCloseTo((float) (Math.PI - 0.5), ROUNDING);
        assertThat(mirrored.field().stepAt(2, 0)).isEqualTo(RidgeField.STEPS - 10);
        assertThat(mirrored.field().stepAt(1, 0)).isEqualTo(RidgeField.OUTSIDE);
        assertThat(mirrored.field().stepAt(0, 0)).isZero();
        assertThat(mirrored.field().phaseAt(2, 0)).isEqualTo(RidgeField.PHASES - 3);
        assertThat(mirrored.field().phaseAt(0, 0)).isEqualTo(5);
    }

    @Test
    void comesBackWhenMirroredTwice() {
        FingerFeatures twice = Mirror.of(Mirror.of(FEATURES));

        assertThat(twice.minutiae().x(0)).isCloseTo(8, ROUNDING);
        assertThat(twice.minutiae().direction(0)).isCloseTo(0.5f, ROUNDING);
        assertThat(twice.field().stepAt(0, 0)).isEqualTo(10);
        assertThat(twice.field().phaseAt(0, 0)).isEqualTo(3);
    }
}

package id.sidik.engine.gallery;

import static id.sidik.engine.template.FingerPosition.LEFT_INDEX;
import static id.sidik.engine.template.FingerPosition.RIGHT_INDEX;
import static id.sidik.engine.template.FingerPosition.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.sidik.engine.calibration.Calibration;
import id.sidik.engine.template.FingerPosition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PersonRateTest {
    private final PersonRate rate = new PersonRate();

    @BeforeEach
    void clear() {
        rate.clear();
    }

    @Test
    void saysNothingOfNobody() {
        assertThat(rate.comparisons()).isZero();
        assertThat(rate.fmr()).isEqualTo(1);
    }

    @Test
    void twoNamedFingersAreWorthMoreThanOne() {
        rate.add(RIGHT_INDEX, RIGHT_INDEX, 1e-3);
        double one = rate.fmr();
        rate.add(LEFT_INDEX, LEFT_INDEX, 1e-3);

        assertThat(one).isCloseTo(1e-3, within(1e-9));
        assertThat(rate.fmr()).isLessThan(2e-5);
    }

    @Test
    void theSameFingerTwiceIsWorthNoMoreThanOnce() {
        rate.add(RIGHT_INDEX, RIGHT_INDEX, 1e-3);
        rate.add(RIGHT_INDEX, RIGHT_INDEX, 1e-3);

        assertThat(rate.fmr()).isCloseTo(1e-3, within(1e-9));
    }

    /** Or whoever shows one finger twice, once by its name and once without, would pass for two fingers. */
    @Test
    void aFingerWithoutANameSupportsNoOther() {
        rate.add(RIGHT_INDEX, RIGHT_INDEX, 1e-3);
        rate.add(UNKNOWN, RIGHT_INDEX, 1e-3);
        rate.add(UNKNOWN, LEFT_INDEX, 1);

        assertThat(rate.fmr()).isGreaterThanOrEqualTo(1e-3);
    }

    @Test
    void everyChanceIsPaidFor() {
        rate.add(RIGHT_INDEX, RIGHT_INDEX, 1e-6);
        for (int impression = 0; impression < 5; impression++) {
            rate.add(RIGHT_INDEX, RIGHT_INDEX, 1);
        }

        assertThat(rate.fmr()).isCloseTo(6e-6, within(1e-9));
        assertThat(rate.comparisons()).isEqualTo(6);
    }

    @Test
    void namesTheReferenceThatWasMostAlike() {
        rate.add(UNKNOWN, LEFT_INDEX, 1e-2);
        rate.add(UNKNOWN, RIGHT_INDEX, 1e-5);

        assertThat(rate.bestFinger()).isEqualTo(RIGHT_INDEX);
    }

    @Test
    void neverClaimsMoreThanAnybodyCouldMeasure() {
        for (FingerPosition finger : FingerPosition.values()) {
            rate.add(finger, finger, Calibration.FMR_MIN);
        }

        assertThat(rate.fmr()).isEqualTo(Calibration.FMR_MIN);
    }
}

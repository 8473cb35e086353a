package id.sidik.engine.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.sidik.engine.features.RidgeField;
import org.junit.jupiter.api.Test;

class OrientationCodeTest {
    @Test
    void takesWhatItPutWhateverTheCellsBefore() {
        for (int left = RidgeField.OUTSIDE; left < RidgeField.STEPS; left++) {
            for (int above = RidgeField.OUTSIDE; above < RidgeField.STEPS; above++) {
                for (int step = RidgeField.OUTSIDE; step < RidgeField.STEPS; step++) {
                    BitSource in = new BitSource(put(step, left, above));

                    assertThat(OrientationCode.take(in, left, above)).isEqualTo(step);
                    in.align();
                    assertThat(in.isAtEnd()).isTrue();
                }
            }
        }
    }

    @Test
    void takesTwoBitsForACellThatGoesOnAsExpected() {
        for (int step = 0; step < RidgeField.STEPS; step++) {
            BitSink out = new BitSink();
            for (int cell = 0; cell < 8; cell++) {
                OrientationCode.put(out, step, step, step);
            }
            assertThat(out.bytes()).hasSize(2);
        }
    }

    @Test
    void refusesAStepThatIsNone() {
        BitSink out = new BitSink();
        out.put(0b1, 1);
        out.put(61, 6);

        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> OrientationCode.take(new BitSource(out.bytes()), RidgeField.OUTSIDE, RidgeField.OUTSIDE))
                .withMessageContaining("61");
    }

    @Test
    void refusesToWriteInFullWhatIsNear() {
        BitSink out = new BitSink();
        out.put(0b11111, 5);
        out.put(10, 6);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> OrientationCode.take(new BitSource(out.bytes()), 10, 10))
                .withMessageContaining("more bits than it needs");
    }

    private static byte[] put(int step, int left, int above) {
        BitSink out = new BitSink();
        OrientationCode.put(out, step, left, above);
        return out.bytes();
    }
}

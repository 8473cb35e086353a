package id.sidik.engine.ridges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TileTransformTest {
    private static final int SIDE = TileTransform.SIDE;

    @Test
    void putsAWaveWhereItsFrequencyIs() {
        float[] re = new float[SIDE * SIDE];
        float[] im = new float[SIDE * SIDE];
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                double phase = 2 * Math.PI * (3 * x + 5 * y) / SIDE;
                re[y * SIDE + x] = (float) Math.cos(phase);
                im[y * SIDE + x] = (float) Math.sin(phase);
            }
        }
        TileTransform.forward(re, im);

        for (int i = 0; i < re.length; i++) {
            double expected = i == 3 * SIDE + 5 ? SIDE * SIDE : 0;
            assertThat(Math.hypot(re[i], im[i])).isCloseTo(expected, within(0.01));
        }
    }

    @Test
    void spreadsAnImpulseEvenly() {
        float[] re = new float[SIDE * SIDE];
        float[] im = new float[SIDE * SIDE];
        re[0] = 1;
        TileTransform.forward(re, im);

        assertThat(re).containsOnly(1);
        assertThat(im).containsOnly(0);
    }
}

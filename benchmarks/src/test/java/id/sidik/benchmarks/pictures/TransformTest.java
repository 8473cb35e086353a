package id.sidik.benchmarks.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.sidik.engine.image.FingerImage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TransformTest {
    private static final int GLASS = 200;

    @Test
    void byNoDegreesLeavesEveryPixel() {
        FingerImage image = withSpotAt(60, 30);

        FingerImage same = new Transform.Rotation(0).of(image);

        assertThat(same.widthPx()).isEqualTo(image.widthPx());
        assertThat(same.pixels()).isEqualTo(image.pixels());
    }

    @Test
    void turnsClockwiseAndLosesNothing() {
        FingerImage turned = new Transform.Rotation(90).of(withSpotAt(90, 10));

        assertThat(turned.widthPx()).isEqualTo(80);
        assertThat(turned.heightPx()).isEqualTo(100);
        assertThat(turned.greyAt(80 - 1 - 10, 90))
                .as("from the top right to the bottom right")
                .isLessThan(20);
        assertThat(new Transform.Rotation(30).of(withSpotAt(0, 0)).greyAt(0, 0)).isEqualTo(GLASS);
    }

    @Test
    void shiftsUntilTheShareThatItSaysIsLeft() {
        FingerImage image = withStripes();

        for (Transform.Edge edge : Transform.Edge.values()) {
            FingerImage shifted = new Transform.Shift(edge, 0.6).of(image);

            assertThat(dark(shifted) / (double) dark(image))
                    .as("left after a shift over the %s edge", edge)
                    .isCloseTo(0.6, within(0.06));
        }
        assertThat(new Transform.Shift(Transform.Edge.LEFT, 0.6).of(image).greyAt(99, 40))
                .isEqualTo(GLASS);
    }

    @Test
    void movesByPixelsOverTheEdgeThatItSays() {
        FingerImage image = withSpotAt(60, 30);

        assertThat(new Transform.Move(Transform.Edge.LEFT, 7).of(image).greyAt(53, 30))
                .isZero();
        assertThat(new Transform.Move(Transform.Edge.BOTTOM, 7).of(image).greyAt(60, 37))
                .isZero();
        assertThat(new Transform.Move(Transform.Edge.RIGHT, 0).of(image).pixels())
                .isEqualTo(image.pixels());
    }

    private static FingerImage withSpotAt(int x, int y) {
        byte[] grey = glass();
        grey[y * 100 + x] = 0;
        return FingerImage.of(100, 80, 500, grey);
    }

    /** Across and down the middle part, so that ink is spread over both axes. */
    private static FingerImage withStripes() {
        byte[] grey = glass();
        for (int y = 20; y < 60; y++) {
            for (int x = 20; x < 80; x++) {
                if ((x + y) % 8 < 4) {
                    grey[y * 100 + x] = 0;
                }
            }
        }
        return FingerImage.of(100, 80, 500, grey);
    }

    private static byte[] glass() {
        byte[] grey = new byte[100 * 80];
        Arrays.fill(grey, (byte) GLASS);
        return grey;
    }

    private static int dark(FingerImage image) {
        int dark = 0;
        for (byte grey : image.pixels()) {
            dark += Byte.toUnsignedInt(grey) < 100 ? 1 : 0;
        }
        return dark;
    }
}

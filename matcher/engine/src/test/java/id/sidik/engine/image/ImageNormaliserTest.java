package id.sidik.engine.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class ImageNormaliserTest {
    @Test
    void returnsImagesOfTheReferenceResolutionUntouched() {
        FingerImage image = stripes(100, 500, 9);

        assertThat(ImageNormaliser.toReferenceDpi(image)).isSameAs(image);
    }

    @Test
    void halvesImagesOfTwiceTheResolution() {
        FingerImage image = ImageNormaliser.toReferenceDpi(stripes(200, 1_000, 18));

        assertThat(image.widthPx()).isEqualTo(100);
        assertThat(image.heightPx()).isEqualTo(100);
        assertThat(image.dpi()).isEqualTo(500);
        assertThat(image.greyAt(2, 50)).isGreaterThan(200);
        assertThat(image.greyAt(6, 50)).isLessThan(55);
    }

    @Test
    void doublesImagesOfHalfTheResolution() {
        assertThat(ImageNormaliser.toReferenceDpi(stripes(100, 250, 9)).widthPx())
                .isEqualTo(200);
    }

    /** Stripes of one pixel can not be shown at half the resolution: they become grey, not other stripes. */
    @Test
    void doesNotAliasFineStripes() {
        FingerImage image = ImageNormaliser.toReferenceDpi(stripes(200, 1_000, 2));

        for (int x = 0; x < image.widthPx(); x++) {
            assertThat(image.greyAt(x, 50)).isBetween(120, 135);
        }
    }

    @Test
    void refusesWhatIsNoFingerAtItsResolution() {
        assertRefused(stripes(501, 100, 9), SampleFault.IMAGE_TOO_LARGE);
        assertRefused(stripes(100, 2_000, 9), SampleFault.IMAGE_TOO_SMALL);
    }

    private static void assertRefused(FingerImage image, SampleFault fault) {
        assertThatExceptionOfType(InvalidSampleException.class)
                .isThrownBy(() -> ImageNormaliser.toReferenceDpi(image))
                .satisfies(e -> assertThat(e.fault()).isEqualTo(fault));
    }

    /** A square of upright sine waves, or of white and black columns if the period is 2 px. */
    private static FingerImage stripes(int sidePx, double dpi, int periodPx) {
        byte[] pixels = new byte[sidePx * sidePx];
        for (int pixel = 0; pixel < pixels.length; pixel++) {
            double phase = 2 * Math.PI * (pixel % sidePx + 0.5) / periodPx;
            pixels[pixel] = (byte) Math.round(127.5 + 127.5 * Math.sin(phase));
        }
        return FingerImage.of(sidePx, sidePx, dpi, pixels);
    }
}

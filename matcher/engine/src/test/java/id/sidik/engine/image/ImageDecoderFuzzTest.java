package id.sidik.engine.image;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Bytes from anybody. By default the seeds and past findings in {@code ImageDecoderFuzzTestInputs} are replayed; {@code
 * JAZZER_FUZZ=1} searches for more. The seeds are stripes: one small file of each format, the WSQ one made by hand.
 */
class ImageDecoderFuzzTest {
    @FuzzTest(maxDuration = "2m")
    void decodesOrRefuses(byte[] content) {
        try {
            FingerImage image = ImageDecoder.decode(content, 500);
            if (image.pixels().length != image.widthPx() * image.heightPx()) {
                throw new AssertionError(image + " has " + image.pixels().length + " pixels");
            }
        } catch (InvalidSampleException e) {
            if (e.fault() == SampleFault.DPI_OUT_OF_RANGE) {
                throw new AssertionError("The dpi was fine", e);
            }
        }
    }
}

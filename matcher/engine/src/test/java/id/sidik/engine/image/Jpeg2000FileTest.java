package id.sidik.engine.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.sidik.engine.Prints;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The expected pixels and checksums of published samples are those that JasPer, inside OpenCV, gives. */
class Jpeg2000FileTest {
    private static final double DPI = 500;

    /** Of the codestream inside the seeds: where its markers and fields lie, in bytes behind its start. */
    private static final int SIZE_OF_PICTURE = 8;

    @ParameterizedTest
    @CsvSource({
        "libbiomeval/img.jp2, 908, 1007, 6a920066",
        "mosip-bio-utils/info_left_index_registration.jp2, 280, 448, 200f0bcc",
        "mosip-bio-utils/info_left_index_registration_jp2000.iso, 280, 448, 200f0bcc",
    })
    void readsPublishedLosslessPicturesToTheBit(String file, int widthPx, int heightPx, String crc) {
        FingerImage image = ImageDecoder.decode(sample(file), DPI);

        CRC32 actual = new CRC32();
        actual.update(image.pixels());
        assertThat(image.widthPx()).isEqualTo(widthPx);
        assertThat(image.heightPx()).isEqualTo(heightPx);
        assertThat(Long.toHexString(actual.getValue())).isEqualTo(crc);
    }

    @ParameterizedTest
    @CsvSource({
        "info_left_index_auth.jp2, 280, 448",
        "info_left_index_auth_jp2000.iso, 280, 448",
        "FingerPrintLeft_Index.iso, 252, 427",
        "FingerPrintLeft_Little.iso, 189, 343",
        "FingerPrintLeft_Middle.iso, 273, 441",
        "FingerPrintLeft_Ring.iso, 245, 448",
        "FingerPrintLeft_Thumb.iso, 336, 420",
        "FingerPrintRight_Index.iso, 266, 378",
        "FingerPrintRight_Little.iso, 259, 322",
        "FingerPrintRight_Middle.iso, 280, 399",
        "FingerPrintRight_Ring.iso, 273, 343",
        "FingerPrintRight_Thumb.iso, 413, 385",
    })
    void readsPublishedLossyPictures(String file, int widthPx, int heightPx) {
        FingerImage image = ImageDecoder.decode(sample("mosip-bio-utils/" + file), DPI);

        assertThat(image.toString()).isEqualTo("FingerImage[" + widthPx + " x " + heightPx + " px, 500.0 dpi]");
        assertThat(neighboursDifference(image)).isBetween(2.0, 40.0);
    }

    @Test
    void readsStripesWithoutLoss() {
        FingerImage image = ImageDecoder.decode(seed("lossless.jp2"), DPI);

        assertThat(image.pixels())
                .isEqualTo(ImageDecoder.decode(seed("grey.png"), DPI).pixels());
    }

    @Test
    void readsStripesWithLittleLoss() {
        FingerImage image = ImageDecoder.decode(seed("lossy.jp2"), DPI);

        assertThat(image.greyAt(1, 1)).isLessThan(30);
        assertThat(image.greyAt(5, 1)).isGreaterThan(225);
    }

    @Test
    void readsACodestreamWithoutBoxes() {
        byte[] file = seed("lossless.jp2");

        assertThat(ImageDecoder.decode(codestreamOf(file), DPI).pixels())
                .isEqualTo(ImageDecoder.decode(file, DPI).pixels());
    }

    @ParameterizedTest
    @ValueSource(strings = {"lossless.jp2", "lossy.jp2"})
    void neverTakesPartOfAFileForTheWhole(String name) {
        byte[] whole = seed(name);
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatExceptionOfType(InvalidSampleException.class)
                    .as("cut to %d of %d bytes", length, whole.length)
                    .isThrownBy(() -> ImageDecoder.decode(cut, DPI));
        }
    }

    @Test
    void refusesWhatFollowsTheEnd() {
        byte[] codestream = codestreamOf(seed("lossless.jp2"));

        assertRefused(Arrays.copyOf(codestream, codestream.length + 5), SampleFault.IMAGE_CORRUPT, "5 bytes follow");
    }

    @ParameterizedTest
    @CsvSource({
        "8, 0x01, IMAGE_TOO_LARGE, at most 4000 px", // width
        "19, 1, IMAGE_FORMAT_UNKNOWN, picture does not begin at the origin",
        "27, 0, IMAGE_CORRUPT, a side has 0 px", // tile width
        "35, 1, IMAGE_FORMAT_UNKNOWN, tile does not begin at the origin",
        "41, 3, IMAGE_FORMAT_UNKNOWN, not one component of 8 unsigned bits",
        "42, 15, IMAGE_FORMAT_UNKNOWN, not one component of 8 unsigned bits",
        "43, 2, IMAGE_FORMAT_UNKNOWN, subsampled",
    })
    void refusesBySizeMarkerBeforeAnythingIsDecoded(int offset, int value, SampleFault fault, String message) {
        byte[] codestream = codestreamOf(seed("lossless.jp2"));
        codestream[offset] = (byte) value;
        if (offset == 27) {
            codestream[26] = codestream[25] = codestream[24] = 0;
        }

        assertRefused(codestream, fault, message);
    }

    @ParameterizedTest
    @CsvSource({
        "5, 9, IMAGE_CORRUPT, coding style", // progression
        "9, 40, IMAGE_CORRUPT, coding style", // levels
        "10, 9, IMAGE_CORRUPT, code blocks are too large",
        "12, 1, IMAGE_FORMAT_UNKNOWN, split into segments",
        "13, 2, IMAGE_CORRUPT, coding style", // transformation
    })
    void refusesCodingStylesThatNoFingerprintProfileHas(int offset, int value, SampleFault fault, String message) {
        byte[] codestream = codestreamOf(seed("lossless.jp2"));
        codestream[indexOf(codestream, 0x52) + offset] = (byte) value;

        assertRefused(codestream, fault, message);
    }

    @Test
    void refusesTilesWithoutEnd() {
        byte[] codestream = codestreamOf(seed("lossless.jp2"));
        codestream[SIZE_OF_PICTURE + 16 + 3] = 1; // tiles of 1 px
        codestream[SIZE_OF_PICTURE + 20 + 3] = 1;

        assertRefused(codestream, SampleFault.IMAGE_CORRUPT, "it should have 1122 tiles and has 1");
    }

    /** Packets have no checksum, so some damage gives another picture; none may give anything but a picture or a refusal. */
    @Test
    void survivesDamage() {
        Random random = new Random(Long.getLong("tests.seed", 42));
        byte[] whole = seed("lossy.jp2");
        for (int round = 0; round < 3_000; round++) {
            byte[] damaged = whole.clone();
            for (int change = random.nextInt(4); change >= 0; change--) {
                damaged[12 + random.nextInt(damaged.length - 12)] = (byte) random.nextInt();
            }
            try {
                ImageDecoder.decode(damaged, DPI);
            } catch (InvalidSampleException e) {
                assertThat(e).hasMessageContaining(".");
            }
        }
    }

    private static double neighboursDifference(FingerImage image) {
        long sum = 0;
        for (int y = 0; y < image.heightPx(); y++) {
            for (int x = 1; x < image.widthPx(); x++) {
                sum += Math.abs(image.greyAt(x, y) - image.greyAt(x - 1, y));
            }
        }
        return sum / (double) (image.heightPx() * (image.widthPx() - 1));
    }

    private static byte[] codestreamOf(byte[] file) {
        int type = indexOf(file, 0x4F);
        return Arrays.copyOfRange(file, type, file.length);
    }

    /** Where a marker FFxx begins. */
    private static int indexOf(byte[] content, int marker) {
        int index = 0;
        while (content[index] != (byte) 0xFF || content[index + 1] != (byte) marker) {
            index++;
        }
        return index;
    }

    private static byte[] sample(String file) {
        return Prints.bytesOf(Prints.shared("format-samples", file.split("/")));
    }

    /** A small picture of stripes, which is a seed of the fuzz test as well. */
    private static byte[] seed(String name) {
        String resource = "ImageDecoderFuzzTestInputs/decodesOrRefuses/" + name;
        try (InputStream in = Jpeg2000FileTest.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new AssertionError("The test resource is missing: " + resource);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertRefused(byte[] content, SampleFault fault, String message) {
        assertThatExceptionOfType(InvalidSampleException.class)
                .isThrownBy(() -> ImageDecoder.decode(content, DPI))
                .satisfies(e -> assertThat(e.fault()).as(e.getMessage()).isEqualTo(fault))
                .withMessageContaining(message);
    }
}

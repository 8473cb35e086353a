package id.sidik.engine.image;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.sidik.engine.Prints;
import java.awt.Color;
import java.awt.Point;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageDecoderTest {
    private static final double DPI = 500;

    @ParameterizedTest
    @ValueSource(strings = {"png", "tiff", "bmp"})
    void keepsGreyValuesOfLosslessFiles(String format) {
        FingerImage image = ImageDecoder.decode(TestPictures.file(format, TestPictures.greyStripes()), DPI);

        assertThat(image.widthPx()).isEqualTo(TestPictures.WIDTH_PX);
        assertThat(image.heightPx()).isEqualTo(TestPictures.HEIGHT_PX);
        assertThat(image.dpi()).isEqualTo(DPI);
        assertThat(image.greyAt(0, 0)).isZero();
        assertThat(image.greyAt(4, TestPictures.HEIGHT_PX - 1)).isEqualTo(255);
    }

    @Test
    void readsJpeg() {
        FingerImage image = ImageDecoder.decode(TestPictures.file("jpeg", TestPictures.greyStripes()), DPI);

        assertThat(image.greyAt(1, 1)).isLessThan(30);
        assertThat(image.greyAt(5, 1)).isGreaterThan(225);
    }

    @Test
    void readsWsq() {
        FingerImage image = ImageDecoder.decode(wsqSample(), DPI);

        assertThat(image.widthPx()).isEqualTo(256);
        assertThat(image.heightPx()).isEqualTo(256);
    }

    @Test
    void readsTiffOfRealFinger() {
        FingerImage image = Prints.FVC2002_DB1.image(101, 1);

        assertThat(image.widthPx()).isEqualTo(388);
        assertThat(image.heightPx()).isEqualTo(374);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "tiff", "bmp"})
    void turnsColoursIntoLuma(String format) {
        BufferedImage picture = TestPictures.stripes(BufferedImage.TYPE_INT_RGB, Color.RED, new Color(0, 255, 0));

        FingerImage image = ImageDecoder.decode(TestPictures.file(format, picture), DPI);

        assertThat(image.greyAt(0, 0)).isEqualTo(76);
        assertThat(image.greyAt(4, 0)).isEqualTo(150);
    }

    @Test
    void showsWhitePaperThroughTransparency() {
        BufferedImage picture =
                TestPictures.stripes(BufferedImage.TYPE_INT_ARGB, new Color(0, 0, 0, 0), new Color(0, 0, 0, 128));

        FingerImage image = ImageDecoder.decode(TestPictures.file("png", picture), DPI);

        assertThat(image.greyAt(0, 0)).isEqualTo(255);
        assertThat(image.greyAt(4, 0)).isEqualTo(127);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "tiff"})
    void scalesSixteenBits(String format) {
        BufferedImage picture = new BufferedImage(40, 40, BufferedImage.TYPE_USHORT_GRAY);
        for (Point point : new Point[] {new Point(0, 0), new Point(1, 0)}) {
            picture.getRaster().setSample(point.x, point.y, 0, point.x == 0 ? 0x00FF : 0xFF7F);
        }

        FingerImage image = ImageDecoder.decode(TestPictures.file(format, picture), DPI);

        // Truncation would give 0 and 255: 0x00FF is nearly a whole step of 257.
        assertThat(image.greyAt(0, 0)).isEqualTo(1);
        assertThat(image.greyAt(1, 0)).isEqualTo(255);
        assertThat(image.greyAt(2, 0)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "tiff", "bmp"})
    void readsOneBit(String format) {
        BufferedImage picture = TestPictures.stripes(BufferedImage.TYPE_BYTE_BINARY, Color.BLACK, Color.WHITE);

        FingerImage image = ImageDecoder.decode(TestPictures.file(format, picture), DPI);

        assertThat(image.greyAt(0, 0)).isZero();
        assertThat(image.greyAt(4, 0)).isEqualTo(255);
    }

    @Test
    void looksPalettesUp() {
        byte[] greys = {(byte) 200, 10};
        IndexColorModel palette = new IndexColorModel(8, 2, greys, greys, greys);
        BufferedImage picture = new BufferedImage(40, 40, BufferedImage.TYPE_BYTE_INDEXED, palette);
        picture.getRaster().setSample(3, 0, 0, 1);

        FingerImage image = ImageDecoder.decode(TestPictures.file("png", picture), DPI);

        assertThat(image.greyAt(0, 0)).isEqualTo(200);
        assertThat(image.greyAt(3, 0)).isEqualTo(10);
    }

    @Test
    void refusesEmptyContent() {
        assertRefused(new byte[0], SampleFault.IMAGE_EMPTY);
    }

    @Test
    void refusesUnknownFormats() {
        assertRefused("GIF89a and more of it".getBytes(US_ASCII), SampleFault.IMAGE_FORMAT_UNKNOWN);
    }

    @Test
    void refusesRandomBytes() {
        Random random = new Random(42);
        for (int round = 0; round < 200; round++) {
            byte[] noise = new byte[1 + random.nextInt(500)];
            random.nextBytes(noise);
            noise[0] = 'x';
            assertRefused(noise, SampleFault.IMAGE_FORMAT_UNKNOWN);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 99.9, 2_000.1, 100_000, -500, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesImpossibleResolutions(double dpi) {
        assertThatExceptionOfType(InvalidSampleException.class)
                .isThrownBy(() -> ImageDecoder.decode(TestPictures.file("png", TestPictures.greyStripes()), dpi))
                .satisfies(e -> assertThat(e.fault()).isEqualTo(SampleFault.DPI_OUT_OF_RANGE));
    }

    @ParameterizedTest
    @ValueSource(doubles = {100, 2_000})
    void acceptsTheOutermostResolutions(double dpi) {
        assertThat(ImageDecoder.decode(TestPictures.file("png", TestPictures.greyStripes()), dpi)
                        .dpi())
                .isEqualTo(dpi);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "31, 32", "32, 31"})
    void refusesSmallImages(int widthPx, int heightPx) {
        assertRefused(TestPictures.blackPng(widthPx, heightPx), SampleFault.IMAGE_TOO_SMALL);
    }

    @ParameterizedTest
    @CsvSource({"20000, 20000", "4001, 32", "32, 4001"})
    void refusesLargeImagesByTheirHeader(int widthPx, int heightPx) {
        byte[] bomb = TestPictures.blackPng(widthPx, heightPx);

        assertThat(bomb.length).isLessThan(1_000_000);
        assertRefused(bomb, SampleFault.IMAGE_TOO_LARGE);
    }

    @Test
    void acceptsTheLargestImage() {
        FingerImage image = ImageDecoder.decode(TestPictures.blackPng(4_000, 4_000), DPI);

        assertThat(image.greyAt(3_999, 3_999)).isZero();
    }

    @Test
    void refusesLargeContent() {
        assertRefused(new byte[ImageDecoder.CONTENT_BYTES_MAX + 1], SampleFault.IMAGE_TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "tiff", "bmp", "jpeg", "wsq"})
    void neverAcceptsHalfAFile(String format) {
        byte[] whole = format.equals("wsq") ? wsqSample() : TestPictures.file(format, TestPictures.greyStripes());
        int step = Math.max(1, whole.length / 400);
        for (int length = 1; length < whole.length; length += step) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatExceptionOfType(InvalidSampleException.class)
                    .as("%s cut to %d of %d bytes", format, length, whole.length)
                    .isThrownBy(() -> ImageDecoder.decode(cut, DPI));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "tiff", "bmp", "jpeg", "wsq"})
    void saysThatTheEndIsMissing(String format) {
        byte[] whole = format.equals("wsq") ? wsqSample() : TestPictures.file(format, TestPictures.greyStripes());

        assertRefused(Arrays.copyOf(whole, whole.length / 2), SampleFault.IMAGE_TRUNCATED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "bmp", "jpeg", "wsq"})
    void refusesTrailingGarbage(String format) {
        byte[] whole = format.equals("wsq") ? wsqSample() : TestPictures.file(format, TestPictures.greyStripes());

        assertThatExceptionOfType(InvalidSampleException.class)
                .isThrownBy(() -> ImageDecoder.decode(Arrays.copyOf(whole, whole.length + 7), DPI));
    }

    @Test
    void refusesDamagedPng() {
        byte[] file = TestPictures.file("png", TestPictures.greyStripes());
        file[file.length / 2] ^= 1;

        assertRefused(file, SampleFault.IMAGE_CORRUPT);
    }

    @Test
    void refusesWsqThatClaimsAnotherSizeBehindItsFirstHeader() {
        byte[] file = wsqSample();
        // The quantization table announces fewer bytes than JNBIS reads, which would misread what follows.
        int table = indexOf(file, (byte) 0xFF, (byte) 0xA5);
        file[table + 3]--;

        assertRefused(file, SampleFault.IMAGE_CORRUPT);
    }

    @Test
    void readsProgressiveJpeg() {
        assertThat(ImageDecoder.decode(TestPictures.progressiveJpeg(), DPI).greyAt(5, 1))
                .isGreaterThan(225);
    }

    @Test
    void refusesJpegOfEndlessScans() {
        byte[] file = TestPictures.progressiveJpeg();
        int lastScan = file.length - 2;
        while (file[lastScan] != (byte) 0xFF || file[lastScan + 1] != (byte) 0xDA) {
            lastScan--;
        }
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        bomb.write(file, 0, lastScan);
        for (int scan = 0; scan < 1_000; scan++) {
            bomb.write(file, lastScan, file.length - 2 - lastScan);
        }
        bomb.write(file, file.length - 2, 2);

        assertRefused(bomb.toByteArray(), SampleFault.IMAGE_CORRUPT);
    }

    @Test
    void readsTiffWhoseOnlyStripIsHigherThanThePicture() {
        assertThat(ImageDecoder.decode(TestPictures.blackTiff(40, Integer.MAX_VALUE), DPI)
                        .heightPx())
                .isEqualTo(40);
    }

    @Test
    void refusesLargeTiffByItsHeader() {
        assertRefused(TestPictures.blackTiff(20_000, 20_000), SampleFault.IMAGE_TOO_LARGE);
    }

    @Test
    void refusesWsqThatClaimsToBeHuge() {
        byte[] file = wsqSample();
        int frame = indexOf(file, (byte) 0xFF, (byte) 0xA2);
        file[frame + 6] = (byte) 0xFF;
        file[frame + 8] = (byte) 0xFF;

        assertRefused(file, SampleFault.IMAGE_TOO_LARGE);
    }

    private static int indexOf(byte[] content, byte first, byte second) {
        int index = 0;
        while (content[index] != first || content[index + 1] != second) {
            index++;
        }
        return index;
    }

    private static byte[] wsqSample() {
        return Prints.bytesOf(Prints.shared("format-samples", "libbiomeval", "img.wsq"));
    }

    private static void assertRefused(byte[] content, SampleFault fault) {
        assertThatExceptionOfType(InvalidSampleException.class)
                .isThrownBy(() -> ImageDecoder.decode(content, DPI))
                .satisfies(e -> assertThat(e.fault()).isEqualTo(fault));
    }
}

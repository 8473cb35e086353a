package id.sidik.engine.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.sidik.engine.Prints;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** ISO/IEC 19794-4 and ANSI/NIST-ITL through the one door for images. */
class RecordsOfImagesTest {
    private static final int SLAP = 13;
    private static final byte[] STRIPES = TestPictures.file("png", TestPictures.greyStripes());

    /** What was said at the call; no record here says the same. */
    private static final double ARGUMENT_DPI = 333;

    static List<byte[]> wholeRecords() {
        return List.of(
                TestRecords.iso2005(2, 500, TestRecords.PNG, STRIPES),
                TestRecords.iso2005(2, 500, TestRecords.UNCOMPRESSED, pixels()),
                TestRecords.iso2011(7, 197, TestRecords.PNG, STRIPES),
                TestRecords.iso2011(7, 197, TestRecords.UNCOMPRESSED, pixels()),
                TestRecords.ansiNist(4, TestRecords.type4(3, false, 2, STRIPES)),
                TestRecords.ansiNist(4, TestRecords.type4(3, false, TestRecords.UNCOMPRESSED, pixels())),
                TestRecords.ansiNist(14, TestRecords.type14(3, 500, "PNG", STRIPES)),
                TestRecords.ansiNist(14, TestRecords.type14(3, 500, "NONE", pixels())));
    }

    @ParameterizedTest
    @MethodSource("wholeRecords")
    void readsPixelsAndPicturesAtTheResolutionThatTheRecordStates(byte[] record) {
        FingerImage image = ImageDecoder.decode(record, ARGUMENT_DPI);

        assertThat(image.dpi()).isEqualTo(500);
        assertThat(image.widthPx()).isEqualTo(TestPictures.WIDTH_PX);
        assertThat(image.heightPx()).isEqualTo(TestPictures.HEIGHT_PX);
        assertThat(image.greyAt(0, 0)).isZero();
        assertThat(image.greyAt(4, TestPictures.HEIGHT_PX - 1)).isEqualTo(255);
    }

    @ParameterizedTest
    @MethodSource("wholeRecords")
    void neverTakesPartOfARecordForTheWhole(byte[] record) {
        for (int length = 0; length < record.length; length += length < 200 ? 1 : 37) {
            byte[] cut = Arrays.copyOf(record, length);
            assertThatExceptionOfType(InvalidSampleException.class)
                    .as("cut to %d of %d bytes", length, record.length)
                    .isThrownBy(() -> ImageDecoder.decode(cut, ARGUMENT_DPI));
        }
    }

    @ParameterizedTest
    @MethodSource("wholeRecords")
    void refusesWhatFollowsARecord(byte[] record) {
        assertRefused(Arrays.copyOf(record, record.length + 3), SampleFault.IMAGE_CORRUPT, "");
    }

    @Test
    void takesTheCallersResolutionWhereARecordStatesNone() {
        byte[] silent =
                TestRecords.ansiNist(14, replaced(TestRecords.type14(3, 500, "PNG", STRIPES), "14.008:1", "14.008:0"));

        assertThat(ImageDecoder.decode(silent, ARGUMENT_DPI).dpi()).isEqualTo(ARGUMENT_DPI);
        assertThat(ImageDecoder.decode(TestRecords.iso2005(1, 0, TestRecords.PNG, STRIPES), ARGUMENT_DPI)
                        .dpi())
                .isEqualTo(ARGUMENT_DPI);
    }

    @Test
    void takesTheTransactionsResolutionForAType4RecordOfNativeResolution() {
        assertThat(ImageDecoder.decode(TestRecords.ansiNist(4, TestRecords.type4(0, true, 2, STRIPES)), ARGUMENT_DPI)
                        .dpi())
                .isEqualTo(1_000);
    }

    @Test
    void passesOverRecordsOfOtherTypes() {
        byte[] name = TestRecords.tagged(2, "2.002:00\u001D2.018:nobody");
        byte[] signature = {0, 0, 0, 6, 1, 2};

        byte[] file = TestRecords.ansiNist(2, name, 8, signature, 14, TestRecords.type14(3, 500, "PNG", STRIPES));

        assertThat(ImageDecoder.decode(file, ARGUMENT_DPI).widthPx()).isEqualTo(TestPictures.WIDTH_PX);
    }

    static Stream<byte[]> recordsOfOtherThanOneFinger() {
        byte[] thumb = TestRecords.type4(11, false, 2, STRIPES);
        byte[] many = TestRecords.iso2005(2, 500, TestRecords.PNG, STRIPES);
        many[18] = 2;
        return Stream.of(
                TestRecords.iso2005(SLAP, 500, TestRecords.PNG, STRIPES),
                TestRecords.iso2011(SLAP, 197, TestRecords.PNG, STRIPES),
                many,
                TestRecords.ansiNist(4, TestRecords.type4(SLAP, false, 2, STRIPES)),
                TestRecords.ansiNist(14, TestRecords.type14(SLAP, 500, "PNG", STRIPES)),
                TestRecords.ansiNist(4, thumb, 4, thumb),
                TestRecords.ansiNist());
    }

    @ParameterizedTest
    @MethodSource("recordsOfOtherThanOneFinger")
    void refusesWhatIsNotOneFinger(byte[] record) {
        assertRefused(record, SampleFault.IMAGE_NOT_ONE_FINGER, "");
    }

    @ParameterizedTest
    @CsvSource({
        "4, 9, IMAGE_FORMAT_UNKNOWN, version at offset 4",
        "13, 9, IMAGE_CORRUPT, record length at offset 8 says",
        "19, 3, IMAGE_CORRUPT, scale units at offset 19 are 3",
        "25, 1, DPI_OUT_OF_RANGE, 257 pixels per inch across and 500 down",
        "28, 12, IMAGE_FORMAT_UNKNOWN, pixel depth at offset 28 is 12",
        "29, 1, IMAGE_FORMAT_UNKNOWN, image compression algorithm at offset 29 is 1",
        "29, 0, IMAGE_TRUNCATED, Send every pixel",
        "35, 7, IMAGE_CORRUPT, length of finger data block at offset 32",
        "42, 49, IMAGE_CORRUPT, The record announces 49 x 40 px",
        "46, 0, IMAGE_FORMAT_UNKNOWN, The first bytes",
    })
    void namesFieldAndOffsetOfWhatIsWrong(int offset, int value, SampleFault fault, String message) {
        byte[] record = TestRecords.iso2005(2, 500, TestRecords.PNG, STRIPES);
        record[offset] = (byte) value;
        if (offset == 25) {
            record[24] = 1;
        }

        assertRefused(record, fault, message);
    }

    @ParameterizedTest
    @CsvSource({
        "14.012:8, 14.012:1, IMAGE_FORMAT_UNKNOWN, field 14.012",
        "14.006:48, 14.006:4x, IMAGE_CORRUPT, field 14.006",
        "14.006:48, 14.016:48, IMAGE_CORRUPT, field 14.006",
        "14.006:48, 14.006:47, IMAGE_CORRUPT, The record announces 47 x 40 px",
        "14.008:1, 14.008:7, IMAGE_CORRUPT, field 14.008",
        "14.009:500, 14.009:499, NONE, ''",
        "14.009:500, 14.009:300, DPI_OUT_OF_RANGE, square",
        "14.999:, 14.998:, IMAGE_CORRUPT, ''",
        "14.001:, 14.002:, IMAGE_CORRUPT, does not begin with its length",
    })
    void refusesType14RecordsThatContradictThemselves(String field, String changed, String fault, String message) {
        byte[] file = TestRecords.ansiNist(14, replaced(TestRecords.type14(3, 500, "PNG", STRIPES), field, changed));

        if (fault.equals("NONE")) {
            assertThat(ImageDecoder.decode(file, ARGUMENT_DPI).dpi()).isEqualTo(499);
        } else {
            assertRefused(file, SampleFault.valueOf(fault), message);
        }
    }

    @Test
    void refusesRecordsInsideRecords() {
        byte[] inner = TestRecords.iso2005(2, 500, TestRecords.PNG, STRIPES);

        assertRefused(TestRecords.iso2005(2, 500, TestRecords.PNG, inner), SampleFault.IMAGE_CORRUPT, "holds a record");
    }

    @Test
    void readsPublishedWsqInARecordOf2011() {
        assertThat(ImageDecoder.decode(sample("mosip-bio-utils", "info_left_thumb_auth_wsq.iso"), ARGUMENT_DPI)
                        .toString())
                .isEqualTo("FingerImage[545 x 622 px, 500.0 dpi]");
    }

    /** Its four images are two hands' slaps and two thumbs; each thumb in a file of its own can be read. */
    @Test
    void readsAThumbOfAPublishedTransactionByItself() {
        byte[] file = sample("libbiomeval", "type4-slaps.an2k");
        int thumbAt = 191 + 57 + 104_277;
        byte[] thumb = Arrays.copyOfRange(file, thumbAt, thumbAt + 27_783);

        assertRefused(file, SampleFault.IMAGE_NOT_ONE_FINGER, "at offset 248 is 14");
        assertThat(ImageDecoder.decode(TestRecords.ansiNist(4, thumb), ARGUMENT_DPI)
                        .toString())
                .isEqualTo("FingerImage[412 x 1000 px, 500.0 dpi]");
    }

    @ParameterizedTest
    @CsvSource({
        "type3.an2k, '[2, 3]'",
        "type9.an2k, [9]",
        "type9-13.an2k, '[2, 9, 13]'",
        "type9-15.an2k, '[2, 15, 15, 9]'",
        "type9-efs.an2k, '[9, 9, 9, 9, 9, 9, 9, 9]'",
    })
    void saysWhatAPublishedTransactionHasInsteadOfFingers(String file, String types) {
        assertRefused(sample("libbiomeval", file), SampleFault.IMAGE_NOT_ONE_FINGER, "of types 1 and " + types);
    }

    private static byte[] sample(String folder, String file) {
        return Prints.bytesOf(Prints.shared("format-samples", folder, file));
    }

    private static byte[] pixels() {
        BufferedImage stripes = TestPictures.greyStripes();
        byte[] pixels = new byte[TestPictures.WIDTH_PX * TestPictures.HEIGHT_PX];
        stripes.getRaster().getDataElements(0, 0, TestPictures.WIDTH_PX, TestPictures.HEIGHT_PX, pixels);
        return pixels;
    }

    private static byte[] replaced(byte[] record, String field, String changed) {
        return new String(record, ISO_8859_1).replace(field, changed).getBytes(ISO_8859_1);
    }

    private static void assertRefused(byte[] content, SampleFault fault, String message) {
        assertThatExceptionOfType(InvalidSampleException.class)
                .isThrownBy(() -> ImageDecoder.decode(content, ARGUMENT_DPI))
                .satisfies(e -> assertThat(e.fault()).as(e.getMessage()).isEqualTo(fault))
                .withMessageContaining(message);
    }
}

package id.sidik.engine.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.machinezoo.fingerprintio.TemplateFormat;
import com.machinezoo.fingerprintio.ansi378v2004.Ansi378v2004Template;
import com.machinezoo.fingerprintio.ansi378v2009.Ansi378v2009Template;
import com.machinezoo.fingerprintio.iso19794p2v2005.Iso19794p2v2005Minutia;
import com.machinezoo.fingerprintio.iso19794p2v2005.Iso19794p2v2005Template;
import com.machinezoo.fingerprintio.iso19794p2v2011.Iso19794p2v2011Template;
import com.machinezoo.sourceafis.FingerprintCompatibility;
import com.machinezoo.sourceafis.FingerprintMatcher;
import com.machinezoo.sourceafis.FingerprintTemplate;
import id.sidik.engine.Prints;
import id.sidik.engine.features.FingerFeatures;
import id.sidik.engine.features.MinutiaType;
import id.sidik.engine.features.Minutiae;
import id.sidik.engine.features.RidgeField;
import id.sidik.engine.image.InvalidSampleException;
import id.sidik.engine.image.SampleFault;
import id.sidik.engine.template.FingerPosition;
import id.sidik.engine.template.TemplateAccess;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MinutiaeRecordTest {
    /** What SourceAFIS's author proposes; what we use ourselves comes from calibration. */
    private static final double SOURCEAFIS_THRESHOLD = 40;

    private static final List<MinutiaType> TYPES = List.of(MinutiaType.values());
    private static final Random RANDOM = new Random(Long.getLong("tests.seed", 42));

    @ParameterizedTest
    @CsvSource({
        "fingerprintio-java/ansi378v2009-sample.dat, ANSI_2009, 27 22, LEFT_INDEX RIGHT_INDEX, 0 0",
        "fingerprintio-java/ansi378v2009am1-sample.dat, ANSI_2009, 27 22, LEFT_INDEX RIGHT_INDEX, 0 0",
        "fingerprintio-java/iso19794p2v2005-sample.dat, ISO_2005, 27 22, LEFT_INDEX RIGHT_INDEX, 0 0",
        "fingerprintio-java/iso19794p2v2011-sample.dat, ISO_2011, 27 22, LEFT_INDEX RIGHT_INDEX, 0 1",
        "libbiomeval/fmr.ansi2004, ANSI_2004, 27 22 28, LEFT_INDEX RIGHT_INDEX RIGHT_MIDDLE, 0 0 0",
        "libbiomeval/fmr.ansi2007, ANSI_2009, 27 22, LEFT_INDEX RIGHT_INDEX, 0 0",
        "libbiomeval/fmr.iso2005, ISO_2005, 27 22, LEFT_INDEX RIGHT_INDEX, 0 0",
    })
    void readsPublishedSamples(String file, MinutiaeStandard standard, String counts, String fingers, String numbers) {
        MinutiaeRecord record = MinutiaeRecord.parse(sample(file));

        assertThat(record.standard()).isEqualTo(standard);
        assertThat(words(record, view -> view.features().minutiae().count())).isEqualTo(counts);
        assertThat(words(record, FingerView::position)).isEqualTo(fingers);
        assertThat(words(record, FingerView::number)).isEqualTo(numbers);
        assertThat(record.views().getFirst().features().widthPx()).isEqualTo(512);
        assertThat(record.views().getFirst().quality()).isEqualTo(90);
    }

    /** Its version is "020" instead of " 20", its length too small and its directions beyond the units of ANSI. */
    @Test
    void refusesTheSampleThatIsOfNoStandard() {
        assertRefused(
                sample("fingerprintio-java/ansi378v2004-sample.dat"),
                SampleFault.TEMPLATE_VERSION_UNSUPPORTED,
                "version at offset 4");
    }

    @Test
    void readsTheSameMinutiaeAsFingerprintIo() {
        byte[] content = sample("fingerprintio-java/iso19794p2v2005-sample.dat");
        List<Iso19794p2v2005Minutia> theirs = new Iso19794p2v2005Template(content)
                .fingerprints.getFirst().minutiae.stream()
                        .sorted((a, b) -> Integer.compare(b.quality, a.quality))
                        .toList();

        Minutiae ours =
                MinutiaeRecord.parse(content).views().getFirst().features().minutiae();

        for (int minutia = 0; minutia < ours.count(); minutia++) {
            assertThat(ours.x(minutia)).isEqualTo(theirs.get(minutia).positionX);
            assertThat(ours.y(minutia)).isEqualTo(theirs.get(minutia).positionY);
            assertThat(ours.type(minutia).name())
                    .isEqualTo(theirs.get(minutia).type.name());
            assertThat(turn(ours.direction(minutia), -theirs.get(minutia).angle * 2 * Math.PI / 256))
                    .isLessThan(1e-6);
        }
    }

    @ParameterizedTest
    @EnumSource
    void keepsPositionsWithinAPixelAndDirectionsWithinHalfAStep(MinutiaeStandard standard) {
        List<FingerView> views = List.of(
                randomView(FingerPosition.LEFT_THUMB, 255),
                randomView(FingerPosition.UNKNOWN, 1),
                randomView(FingerPosition.LEFT_THUMB, 40));

        MinutiaeRecord again = MinutiaeRecord.parse(new MinutiaeRecord(standard, views).encode());

        assertThat(again.standard()).isEqualTo(standard);
        assertThat(words(again, FingerView::position)).isEqualTo("UNKNOWN LEFT_THUMB LEFT_THUMB");
        assertThat(words(again, FingerView::number)).isEqualTo("0 0 1");
        assertSameMinutiae(again.views().get(0), views.get(1), standard);
        assertSameMinutiae(again.views().get(1), views.get(0), standard);
        assertSameMinutiae(again.views().get(2), views.get(2), standard);
    }

    @ParameterizedTest
    @EnumSource
    void writesWhatFingerprintIoReadsByTheLetter(MinutiaeStandard standard) {
        byte[] content = new MinutiaeRecord(standard, List.of(randomView(FingerPosition.RIGHT_RING, 30))).encode();

        int count = switch (standard) {
            case ISO_2005 ->
                new Iso19794p2v2005Template(content)
                        .fingerprints
                        .getFirst()
                        .minutiae
                        .size();
            case ISO_2011 ->
                new Iso19794p2v2011Template(content)
                        .fingerprints
                        .getFirst()
                        .minutiae
                        .size();
            case ANSI_2004 ->
                new Ansi378v2004Template(content)
                        .fingerprints
                        .getFirst()
                        .minutiae
                        .size();
            case ANSI_2009 ->
                new Ansi378v2009Template(content)
                        .fingerprints
                        .getFirst()
                        .minutiae
                        .size();
        };

        assertThat(count).isEqualTo(30);
    }

    @Test
    void turnsCounterClockwiseAnglesIntoOurs() {
        // Up in the standards is a quarter turn, and for us, who count towards a y axis that points down, three.
        assertThat(MinutiaeStandard.ISO_2005.directionStep(1.5 * Math.PI)).isEqualTo(64);
        assertThat(MinutiaeStandard.ANSI_2004.directionStep(1.5 * Math.PI)).isEqualTo(45);
        assertThat(MinutiaeStandard.ISO_2011.directionStep(0)).isZero();
        assertThat(MinutiaeStandard.ISO_2011.directionStep(Math.nextDown(2 * Math.PI)))
                .isZero();
        assertThat(MinutiaeStandard.ANSI_2009.directionRad(45)).isEqualTo(-Math.PI / 2);
    }

    /** The judge is an engine that is not ours and has importers of its own: directions must mean the same to it. */
    @ParameterizedTest
    @EnumSource
    void writesWhatSourceAfisMatchesToTheSameFingerOnly(MinutiaeStandard standard) {
        FingerprintTemplate probe = FingerprintCompatibility.importTemplate(rewritten(standard, 101, 1));

        assertThat(new FingerprintMatcher(probe).match(probe)).isGreaterThan(5 * SOURCEAFIS_THRESHOLD);
        assertThat(new FingerprintMatcher(probe).match(sourceAfis(101, 1))).isGreaterThan(5 * SOURCEAFIS_THRESHOLD);
        assertThat(new FingerprintMatcher(probe).match(sourceAfis(101, 2))).isGreaterThan(SOURCEAFIS_THRESHOLD);
        assertThat(new FingerprintMatcher(probe).match(sourceAfis(102, 1))).isLessThan(SOURCEAFIS_THRESHOLD);
    }

    @Test
    void bringsOtherResolutionsToTheReference() {
        byte[] content =
                new MinutiaeRecord(MinutiaeStandard.ISO_2005, List.of(randomView(FingerPosition.UNKNOWN, 1))).encode();
        FingerFeatures at500 = MinutiaeRecord.parse(content).views().getFirst().features();
        content[19] = (byte) (2 * 197); // pixels per centimetre across and down: 1000.76 dpi, so half as large
        content[18] = 1;
        content[21] = content[19];
        content[20] = 1;

        FingerFeatures at1000 = MinutiaeRecord.parse(content).views().getFirst().features();

        assertThat(at1000.widthPx()).isEqualTo(200);
        assertThat(at1000.minutiae().x(0)).isCloseTo(at500.minutiae().x(0) / 2, within(0.3f));
        assertThat(at1000.minutiae().y(0)).isCloseTo(at500.minutiae().y(0) / 2, within(0.3f));
    }

    @Test
    void sortsMinutiaeByQualityAndTakesReservedCodesForUnknown() {
        Minutiae minutiae = Minutiae.builder()
                .add(10, 10, 0, MinutiaType.ENDING, 5)
                .add(20, 20, 0, MinutiaType.ENDING, 60)
                .add(30, 30, 0, MinutiaType.ENDING, 0)
                .build();

        Minutiae read = MinutiaeRecord.parse(
                        recordOf(MinutiaeStandard.ANSI_2009, minutiae).encode())
                .views()
                .getFirst()
                .features()
                .minutiae();

        assertThat(List.of(read.x(0), read.x(1), read.x(2))).containsExactly(20f, 10f, 30f);
        assertThat(List.of(read.quality(0), read.quality(1), read.quality(2))).containsExactly(60, 5, 0);
    }

    @ParameterizedTest
    @EnumSource
    void neverTakesPartOfARecordForTheWhole(MinutiaeStandard standard) {
        byte[] whole = recordOf(standard, randomMinutiae(9)).encode();
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatExceptionOfType(InvalidSampleException.class)
                    .as("cut to %d of %d bytes", length, whole.length)
                    .isThrownBy(() -> MinutiaeRecord.parse(cut));
        }
        assertThat(MinutiaeRecord.parse(whole).views()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void refusesWhatFollowsARecord(MinutiaeStandard standard) {
        byte[] whole = recordOf(standard, randomMinutiae(9)).encode();

        assertRefused(
                Arrays.copyOf(whole, whole.length + 3), SampleFault.TEMPLATE_CORRUPT, "at offset " + whole.length);
    }

    @ParameterizedTest
    @CsvSource({
        "8, 0xFF, record length at offset 8",
        "18, 0x00, size and resolution at offset 14 state 0",
        "14, 0x40, size and resolution at offset 14 state 16",
        "22, 0, number of views at offset 22 is 0",
        "24, 13, finger position at offset 24 is 13",
        "28, 0xC0, minutia at offset 28 is of type 3",
        "28, 0x4F, minutia at offset 28 lies outside the 400 x 400 px",
        "27, 9, length of extended data at offset",
    })
    void namesFieldAndOffsetOfWhatIsWrong(int offset, int value, String message) {
        byte[] content = recordOf(
                        MinutiaeStandard.ISO_2005,
                        Minutiae.builder()
                                .add(100, 100, 1, MinutiaType.ENDING, 9)
                                .build())
                .encode();
        content[offset] = (byte) value;
        if (offset == 18) {
            content[19] = content[20] = content[21] = 0;
        }
        if (offset == 27) {
            content = Arrays.copyOf(content, 28 + 9 * 6);
            content[11] = (byte) content.length;
        }

        assertRefused(content, SampleFault.TEMPLATE_CORRUPT, message);
    }

    @Test
    void refusesDirectionsBeyondAFullTurn() {
        byte[] content = recordOf(MinutiaeStandard.ANSI_2004, randomMinutiae(1)).encode();
        content[34] = (byte) 180;

        assertRefused(
                content, SampleFault.TEMPLATE_CORRUPT, "minutia at offset 30 has a direction of more than a full turn");
    }

    @Test
    void refusesWhatIsNoRecord() {
        assertRefused(new byte[0], SampleFault.TEMPLATE_CORRUPT, "does not begin with FMR");
        assertRefused(new byte[] {'F', 'M', 'R', 0}, SampleFault.TEMPLATE_CORRUPT, "");
        assertRefused(
                new byte[] {'F', 'I', 'R', 0, '0', '1', '0', 0},
                SampleFault.TEMPLATE_CORRUPT,
                "does not begin with FMR");
        byte[] huge = Arrays.copyOf(
                recordOf(MinutiaeStandard.ISO_2005, randomMinutiae(1)).encode(), 1 << 20);
        assertRefused(huge, SampleFault.TEMPLATE_CORRUPT, "at most");
    }

    @Test
    void refusesToWriteWhatNoStandardCanSay() {
        MinutiaeRecord empty = recordOf(MinutiaeStandard.ISO_2011, Minutiae.NONE);
        assertThatIllegalArgumentException().isThrownBy(empty::encode).withMessageContaining("without minutiae");

        MinutiaeRecord crowded = new MinutiaeRecord(
                MinutiaeStandard.ISO_2005, Collections.nCopies(17, randomView(FingerPosition.LEFT_RING, 3)));
        assertThatIllegalArgumentException().isThrownBy(crowded::encode).withMessageContaining("number from 0 to 15");

        assertThatIllegalArgumentException().isThrownBy(() -> new MinutiaeRecord(MinutiaeStandard.ISO_2005, List.of()));
    }

    private static byte[] rewritten(MinutiaeStandard standard, int finger, int impression) {
        byte[] theirs =
                FingerprintCompatibility.exportTemplates(TemplateFormat.ANSI_378_2009, sourceAfis(finger, impression));
        return new MinutiaeRecord(standard, MinutiaeRecord.parse(theirs).views()).encode();
    }

    private static FingerprintTemplate sourceAfis(int finger, int impression) {
        return new FingerprintTemplate(
                Prints.FVC2002_DB1.template(finger, impression).payload(TemplateAccess.get()));
    }

    private static byte[] sample(String file) {
        return Prints.bytesOf(Prints.shared("format-samples", file.split("/")));
    }

    private static String words(MinutiaeRecord record, Function<FingerView, Object> what) {
        return String.join(
                " ",
                record.views().stream().map(view -> what.apply(view).toString()).toList());
    }

    private static MinutiaeRecord recordOf(MinutiaeStandard standard, Minutiae minutiae) {
        return new MinutiaeRecord(standard, List.of(view(FingerPosition.RIGHT_INDEX, minutiae)));
    }

    private static FingerView randomView(FingerPosition position, int count) {
        return view(position, randomMinutiae(count));
    }

    private static FingerView view(FingerPosition position, Minutiae minutiae) {
        return new FingerView(
                position, 0, FingerView.QUALITY_UNKNOWN, new FingerFeatures(400, 400, 9, minutiae, RidgeField.NONE));
    }

    /** Best first, as every template has them. */
    private static Minutiae randomMinutiae(int count) {
        Minutiae.Builder minutiae = Minutiae.builder();
        for (int minutia = 0; minutia < count; minutia++) {
            MinutiaType type = TYPES.get(minutia % TYPES.size());
            int quality = Math.max(0, Minutiae.QUALITY_MAX - minutia);
            minutiae.add(
                    RANDOM.nextFloat() * 399.9f, RANDOM.nextFloat() * 399.9f, RANDOM.nextFloat() * 6.28, type, quality);
        }
        return minutiae.build();
    }

    private static void assertSameMinutiae(FingerView read, FingerView written, MinutiaeStandard standard) {
        Minutiae actual = read.features().minutiae();
        Minutiae expected = written.features().minutiae();
        assertThat(actual.count()).isEqualTo(expected.count());
        assertThat(read.features().widthPx()).isEqualTo(written.features().widthPx());
        for (int minutia = 0; minutia < expected.count(); minutia++) {
            assertThat(actual.x(minutia)).isCloseTo(expected.x(minutia), within(1f));
            assertThat(actual.y(minutia)).isCloseTo(expected.y(minutia), within(1f));
            assertThat(turn(actual.direction(minutia), expected.direction(minutia)))
                    .isLessThanOrEqualTo(Math.PI / standard.directionSteps() + 1e-6);
            assertThat(actual.type(minutia)).isEqualTo(expected.type(minutia));
            assertThat(actual.quality(minutia)).isEqualTo(expected.quality(minutia));
        }
    }

    private static void assertRefused(byte[] content, SampleFault fault, String message) {
        assertThatExceptionOfType(InvalidSampleException.class)
                .isThrownBy(() -> MinutiaeRecord.parse(content))
                .satisfies(e -> assertThat(e.fault()).isEqualTo(fault))
                .withMessageContaining(message);
    }

    /** The smaller of the two angles between two directions. */
    private static double turn(double a, double b) {
        return Math.abs(Math.IEEEremainder(a - b, 2 * Math.PI));
    }
}

package id.sidik.engine.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import id.sidik.engine.features.FingerFeatures;
import id.sidik.engine.features.MinutiaType;
import id.sidik.engine.features.Minutiae;
import id.sidik.engine.features.RidgeField;
import id.sidik.engine.image.InvalidSampleException;
import id.sidik.engine.image.SampleFault;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SidikPayloadTest {
    private static final long SEED = Long.getLong("tests.seed", 20261123);

    @Test
    void keepsEveryFeatureToItsStep() {
        FingerFeatures features = features(new Random(SEED), 60);
        FingerFeatures read = SidikPayload.read(SidikPayload.write(features));

        assertThat(read.widthPx()).isEqualTo(300);
        assertThat(read.heightPx()).isEqualTo(400);
        assertThat(read.ridgePeriodPx()).isEqualTo(9.125);
        assertThat(read.minutiae().count()).isEqualTo(60);
        for (int i = 0; i < 60; i++) {
            assertThat(read.minutiae().x(i)).isCloseTo(features.minutiae().x(i), within(0.25f));
            assertThat(read.minutiae().y(i)).isCloseTo(features.minutiae().y(i), within(0.25f));
            float turned = read.minutiae().direction(i) - features.minutiae().direction(i);
            assertThat(Math.abs(Math.sin(turned / 2.0))).isLessThan(0.001);
            assertThat(read.minutiae().type(i)).isEqualTo(features.minutiae().type(i));
            assertThat(read.minutiae().quality(i)).isEqualTo(features.minutiae().quality(i));
        }
        for (int cell = 0; cell < 19 * 25; cell++) {
            assertThat(read.field().stepAt(cell % 19, cell / 19))
                    .isEqualTo(features.field().stepAt(cell % 19, cell / 19));
            assertThat(read.field().phaseAt(cell % 19, cell / 19))
                    .isEqualTo(features.field().phaseAt(cell % 19, cell / 19));
        }
    }

    @Test
    void writesUnderAKilobyteForAUsualPrint() {
        assertThat(SidikPayload.write(features(new Random(SEED), 60))).hasSizeLessThan(1_000);
    }

    @Test
    void writesAgainWhatItRead() {
        byte[] payload = SidikPayload.write(features(new Random(SEED), 40));

        assertThat(SidikPayload.write(SidikPayload.read(payload))).isEqualTo(payload);
    }

    @Test
    void keepsAPrintWithoutMinutiaeOrField() {
        FingerFeatures bare = new FingerFeatures(256, 288, 0, Minutiae.NONE, RidgeField.NONE);

        assertThat(SidikPayload.read(SidikPayload.write(bare)).field().isEmpty())
                .isTrue();
    }

    @Test
    void keepsAFieldWithoutAPrint() {
        byte[] nothing = new byte[16 * 18];
        Arrays.fill(nothing, RidgeField.OUTSIDE);
        RidgeField field = RidgeField.of(16, 18, nothing).with(new byte[16 * 18]);
        byte[] payload = SidikPayload.write(new FingerFeatures(256, 288, 9, Minutiae.NONE, field));

        assertThat(SidikPayload.read(payload).field().isEmpty()).isTrue();
    }

    /** As templates were before they held phases. */
    @Test
    void keepsAPrintThatDoesNotSayWhereItsRidgesLie() {
        FingerFeatures features = features(new Random(SEED), 40);
        byte[] steps = new byte[19 * 25];
        FingerFeatures older = new FingerFeatures(300, 400, 9, features.minutiae(), RidgeField.of(19, 25, steps));
        byte[] payload = SidikPayload.write(older);

        assertThat(SidikPayload.read(payload).field().hasPhases()).isFalse();
        assertThat(SidikPayload.write(SidikPayload.read(payload))).isEqualTo(payload);
    }

    @Test
    void refusesEveryTruncationAndEveryAddition() {
        byte[] payload = SidikPayload.write(features(new Random(SEED), 20));
        for (int length = 0; length < payload.length; length++) {
            assertRefused(Arrays.copyOf(payload, length));
        }
        assertRefused(Arrays.copyOf(payload, payload.length + 1));
    }

    @Test
    void refusesAMinutiaOutsideTheImage() {
        byte[] payload = SidikPayload.write(features(new Random(SEED), 20));
        payload[6] = (byte) 0xFF;

        assertRefused(payload);
    }

    @Test
    void readsNoBytesThatItWouldWriteOtherwise() {
        Random random = new Random(SEED);
        byte[] written = SidikPayload.write(features(random, 20));
        for (int round = 0; round < 20_000; round++) {
            byte[] damaged = written.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            try {
                assertThat(SidikPayload.write(SidikPayload.read(damaged))).isEqualTo(damaged);
            } catch (InvalidSampleException e) {
                assertThat(e.fault()).isEqualTo(SampleFault.TEMPLATE_CORRUPT);
            }
        }
    }

    private static void assertRefused(byte[] payload) {
        assertThatExceptionOfType(InvalidSampleException.class)
                .isThrownBy(() -> SidikPayload.read(payload))
                .matches(e -> e.fault() == SampleFault.TEMPLATE_CORRUPT);
    }

    /** As templates were before they coded how their ridges run. */
    @Test
    void readsAPrintThatTakesSixBitsACell() {
        byte[] today = SidikPayload.write(features(new Random(SEED), 40));
        RidgeField field = SidikPayload.read(today).field();
        int minutiaeEnd = 6 + 40 * 6;
        BitSink older = new BitSink();
        for (int at = 0; at < minutiaeEnd; at++) {
            older.put(today[at], Byte.SIZE);
        }
        older.put(1, Byte.SIZE);
        older.put(1, Byte.SIZE);
        older.put(17, Byte.SIZE);
        older.put(23, Byte.SIZE);
        for (int cell = 0; cell < 17 * 23; cell++) {
            older.put(field.stepAt(1 + cell % 17, 1 + cell / 17), 6);
        }

        FingerFeatures read = SidikPayload.read(older.bytes());

        assertThat(read.minutiae().count()).isEqualTo(40);
        for (int cell = 0; cell < 19 * 25; cell++) {
            assertThat(read.field().stepAt(cell % 19, cell / 19)).isEqualTo(field.stepAt(cell % 19, cell / 19));
        }
        assertThat(SidikPayload.read(SidikPayload.write(read)).field().stepAt(9, 9))
                .isEqualTo(field.stepAt(9, 9));
    }

    /** A print in the middle of 300 x 400 px, one cell of its image's rim lying outside: ridges in circles, a little rough. */
    private static FingerFeatures features(Random random, int minutiaCount) {
        Minutiae.Builder minutiae = Minutiae.builder();
        for (int i = 0; i < minutiaCount; i++) {
            minutiae.add(
                    random.nextFloat() * 299,
                    random.nextFloat() * 399,
                    random.nextDouble() * 2 * Math.PI,
                    MinutiaType.of(random.nextInt(3)).orElseThrow(),
                    random.nextInt(64));
        }
        byte[] steps = new byte[19 * 25];
        byte[] phases = new byte[19 * 25];
        for (int cell = 0; cell < steps.length; cell++) {
            boolean onRim = cell % 19 == 0 || cell / 19 == 0 || cell % 19 == 18 || cell / 19 == 24;
            steps[cell] = onRim ? RidgeField.OUTSIDE : roughCircle(random, cell % 19, cell / 19);
            phases[cell] = (byte) random.nextInt(RidgeField.PHASES);
        }
        RidgeField field = RidgeField.of(19, 25, steps).with(phases);
        return new FingerFeatures(300, 400, 9.125, minutiae.build(), field);
    }

    private static byte roughCircle(Random random, int col, int row) {
        return RidgeField.stepOf(Math.atan2(row - 12.3, col - 9.3) + Math.PI / 2 + random.nextGaussian() * 0.1);
    }
}

package id.sidik.bridge.frame;

import static org.assertj.core.api.Assertions.assertThat;

import id.sidik.bridge.frame.DamagedFrame.Damage;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameReaderTest {
    private static final int DEFAULT_ADDRESS = 0xFFFF_FFFF;
    private static final byte[] NO_FINGER = bytes("ef01ffffffff07000302000c");
    private static final byte[] REAL_R503_PARAMETERS =
            bytes("ef01ffffffff0700130000040000 00c80003ffffffff0002000604ed".replace(" ", ""));

    private final List<Reception> receptions = new ArrayList<>();
    private final FrameReader reader = new FrameReader();

    @ParameterizedTest
    @CsvSource({
        "COMMAND, 1300000000, ef01ffffffff01000713 00000000001b",
        "ACKNOWLEDGEMENT, 00, ef01ffffffff0700030 0000a",
        "COMMAND, 0f, ef01ffffffff010003 0f0013",
        "COMMAND, 01, ef01ffffffff010003 010005",
        "COMMAND, 28, ef01ffffffff010003 28002c",
        "COMMAND, 0a, ef01ffffffff010003 0a000e",
        "COMMAND, 3501800200, ef01ffffffff010007 350180020000c0"
    })
    void readsAndWritesTheFramesOfTheManuals(FrameType type, String payload, String wire) {
        byte[] expected = bytes(wire.replace(" ", ""));

        assertThat(Frame.of(type, DEFAULT_ADDRESS, bytes(payload)).encoded()).isEqualTo(expected);

        feed(expected);
        assertThat(frames()).singleElement().satisfies(frame -> {
            assertThat(frame.type()).isEqualTo(type);
            assertThat(frame.address()).isEqualTo(DEFAULT_ADDRESS);
            assertThat(payloadOf(frame)).isEqualTo(bytes(payload));
        });
        assertThat(receptions).hasSize(1);
    }

    @Test
    void readsTheNumbersOfARealModule() {
        feed(REAL_R503_PARAMETERS);

        Frame frame = frames().getFirst();
        assertThat(frame.payloadBytes()).isEqualTo(17);
        assertThat(frame.shortAt(5)).isEqualTo(200);
        assertThat(frame.intAt(9)).isEqualTo(DEFAULT_ADDRESS);
        assertThat(frame.shortAt(13)).isEqualTo(2);
    }

    @Test
    void readsTwoFramesGluedTogetherSplitAtEveryByte() {
        byte[] glued = concatenate(REAL_R503_PARAMETERS, NO_FINGER);
        for (int split = 0; split <= glued.length; split++) {
            receptions.clear();
            feed(Arrays.copyOf(glued, split));
            feed(Arrays.copyOfRange(glued, split, glued.length));
            assertThat(frames()).as("split at %d", split).hasSize(2);
            assertThat(receptions).as("split at %d", split).hasSize(2);
        }
    }

    @Test
    void readsByteByByte() {
        for (byte b : concatenate(REAL_R503_PARAMETERS, NO_FINGER)) {
            feed(new byte[] {b});
        }
        assertThat(frames()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"55", "ef", "efef", "ef00", "00010203", "efefefefef01ef"})
    void dropsWhatComesBeforeAFrame(String garbage) {
        feed(concatenate(bytes(garbage), NO_FINGER));
        // A header in the garbage takes some of the frame's bytes for its own until more has come.
        feed(NO_FINGER);
        feed(NO_FINGER);

        assertThat(frames()).hasSize(3);
    }

    @Test
    void countsNoise() {
        feed(concatenate(bytes("555555"), NO_FINGER));

        assertThat(receptions.getFirst()).isEqualTo(new Noise(3));
    }

    @Test
    void refusesAWrongSum() {
        byte[] wrong = NO_FINGER.clone();
        wrong[wrong.length - 1]++;

        feed(concatenate(wrong, NO_FINGER));

        assertThat(receptions).contains(new DamagedFrame(Damage.SUM));
        assertThat(frames()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "ef01ffffffff070000, LENGTH",
        "ef01ffffffff070001, LENGTH",
        "ef01ffffffff070103, LENGTH",
        "ef01ffffffff07ffff, LENGTH",
        "ef01ffffffff090003, TYPE",
        "ef01ffffffff000003, TYPE"
    })
    void refusesImpossibleHeadersAtOnce(String header, Damage damage) {
        feed(concatenate(bytes(header), NO_FINGER));

        assertThat(receptions).contains(new DamagedFrame(damage));
        assertThat(frames()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 255, 256})
    void readsPayloadsUpToTheLargestPacket(int payloadBytes) {
        feed(Frame.of(FrameType.DATA, 7, new byte[payloadBytes]).encoded());

        assertThat(frames())
                .singleElement()
                .returns(payloadBytes, Frame::payloadBytes)
                .returns(7, Frame::address);
    }

    @Test
    void findsAFrameThatAWrongLengthHadSwallowed() {
        byte[] tooLong = NO_FINGER.clone();
        tooLong[8] = 40;

        feed(concatenate(tooLong, NO_FINGER));
        assertThat(frames()).as("may still be payload").isEmpty();

        reader.finish(receptions::add);
        assertThat(receptions).contains(new DamagedFrame(Damage.CUT_SHORT));
        assertThat(frames()).hasSize(1);
    }

    @Test
    void forgetsHalfAFrameOnceTheLineIsSilent() {
        feed(Arrays.copyOf(REAL_R503_PARAMETERS, 15));
        reader.finish(receptions::add);
        receptions.clear();

        feed(NO_FINGER);

        assertThat(receptions).singleElement().isInstanceOf(Frame.class);
    }

    /** Damages one byte of every other frame: doubled, dropped or flipped. The frames between them all arrive. */
    @Test
    void neverLosesAFrameThatFollowsDamage() {
        long seed = Long.getLong("tests.seed", 20_251_123L);
        RandomGenerator random = new SplittableRandom(seed);
        for (int round = 0; round < 2_000; round++) {
            receptions.clear();
            byte[] whole = Frame.of(FrameType.DATA, DEFAULT_ADDRESS, randomPayload(random))
                    .encoded();
            byte[] marker = Frame.of(FrameType.ACKNOWLEDGEMENT, DEFAULT_ADDRESS, (byte) round)
                    .encoded();
            feedInPieces(concatenate(damage(whole, random), marker), random);
            reader.finish(receptions::add);

            assertThat(frames())
                    .as("round %d, rerun with -Dtests.seed=%d", round, seed)
                    .anyMatch(frame -> frame.type() == FrameType.ACKNOWLEDGEMENT);
            assertThat(bytesAccountedFor())
                    .as("round %d, rerun with -Dtests.seed=%d", round, seed)
                    .isEqualTo(fedBytes);
        }
    }

    private int fedBytes;

    private int bytesAccountedFor() {
        return receptions.stream()
                .mapToInt(reception -> switch (reception) {
                    case Frame frame -> frame.encoded().length;
                    case Noise noise -> noise.byteCount();
                    case DamagedFrame _ -> 0;
                })
                .sum();
    }

    private static byte[] damage(byte[] frame, RandomGenerator random) {
        int at = random.nextInt(frame.length);
        byte[] head = Arrays.copyOf(frame, at);
        byte[] tail = Arrays.copyOfRange(frame, at + 1, frame.length);
        byte[] middle = switch (random.nextInt(3)) {
            case 0 -> new byte[] {frame[at], frame[at]};
            case 1 -> new byte[0];
            default -> new byte[] {(byte) (frame[at] ^ 1 << random.nextInt(8))};
        };
        return concatenate(concatenate(head, middle), tail);
    }

    private static byte[] randomPayload(RandomGenerator random) {
        byte[] payload = new byte[random.nextInt(257)];
        random.nextBytes(payload);
        return payload;
    }

    private void feedInPieces(byte[] bytes, RandomGenerator random) {
        fedBytes = bytes.length;
        int offset = 0;
        while (offset < bytes.length) {
            int length = Math.min(1 + random.nextInt(300), bytes.length - offset);
            reader.feed(bytes, offset, length, receptions::add);
            offset += length;
        }
    }

    private void feed(byte[] bytes) {
        reader.feed(bytes, 0, bytes.length, receptions::add);
    }

    private List<Frame> frames() {
        return receptions.stream()
                .filter(Frame.class::isInstance)
                .map(Frame.class::cast)
                .toList();
    }

    private static byte[] payloadOf(Frame frame) {
        byte[] payload = new byte[frame.payloadBytes()];
        frame.copyPayloadTo(payload, 0);
        return payload;
    }

    private static byte[] concatenate(byte[] first, byte[] second) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(first);
        both.writeBytes(second);
        return both.toByteArray();
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}

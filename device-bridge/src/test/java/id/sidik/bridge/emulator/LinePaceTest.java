package id.sidik.bridge.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import id.sidik.bridge.frame.Frame;
import id.sidik.bridge.frame.FrameType;
import id.sidik.bridge.scanner.ScannerProfile;
import id.sidik.engine.synthesis.SyntheticFinger;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinePaceTest {
    /** Moves only when somebody waits, and wakes whoever waits a little early, as a parked thread may. */
    private long clockNanos;

    private int parkCount;

    @ParameterizedTest
    @ValueSource(ints = {57_600, 115_200})
    void carriesAnImageInTheTimeOfAWireAndNoMore(int baud) {
        LinePace pace = new LinePace(baud, () -> clockNanos, this::park);
        int byteCount = 0;
        for (SensorAnswer.Piece piece : imageAnswer().pieces()) {
            pace.carry(piece.bytes().length);
            byteCount += piece.bytes().length;
        }

        // 36,864 bytes of image in 288 packets, each with 11 bytes around it, and an acknowledgement of 12.
        assertThat(byteCount).isEqualTo(36_864 + 288 * 11 + 12);
        long wireNanos = Math.round(byteCount * 10e9 / baud);
        assertThat(clockNanos).isBetween(wireNanos - 300, wireNanos + 300);
    }

    @Test
    void waitsInsteadOfSpinning() {
        LinePace pace = new LinePace(9_600, () -> clockNanos, this::park);

        pace.carry(960);

        assertThat(parkCount).isLessThan(40);
    }

    @Test
    void letsBytesPassAtOnceWithoutABaud() {
        new LinePace(0, () -> clockNanos, this::park).carry(1_000_000);

        assertThat(clockNanos).isZero();
    }

    @Test
    void givesAnIdleLineNoCredit() {
        LinePace pace = new LinePace(9_600, () -> clockNanos, this::park);
        clockNanos += 3_600_000_000_000L;

        long before = clockNanos;
        pace.carry(960);

        assertThat(clockNanos - before).isGreaterThanOrEqualTo(1_000_000_000L);
    }

    private void park(long nanos) {
        parkCount++;
        clockNanos += Math.max(1, nanos / 2);
    }

    private static SensorAnswer imageAnswer() {
        VirtualSensor sensor = new VirtualSensor(ScannerProfile.ZFM_20, new SplittableRandom(1));
        sensor.layFinger(SyntheticFinger.of(3).impression(1));
        send(sensor, 0x01);
        return send(sensor, 0x0A);
    }

    private static SensorAnswer send(VirtualSensor sensor, int command) {
        byte[] bytes = Frame.of(FrameType.COMMAND, -1, (byte) command).encoded();
        return sensor.feed(bytes, bytes.length, 115_200);
    }
}

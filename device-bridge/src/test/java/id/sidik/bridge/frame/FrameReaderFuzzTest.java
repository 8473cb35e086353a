package id.sidik.bridge.frame;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.ArrayList;
import java.util.List;

/** Run with JAZZER_FUZZ=1 to search; without it, the known inputs are replayed. */
class FrameReaderFuzzTest {
    /** Whatever a line carries: no exception, every byte in one frame or counted as noise, and a frame behind it found. */
    @FuzzTest(maxDuration = "10m")
    void staysInStepWithAnyBytes(byte[] anything) {
        byte[] follower =
                Frame.of(FrameType.ACKNOWLEDGEMENT, 0x1234_5678, (byte) 0x5A).encoded();
        List<Reception> receptions = new ArrayList<>();
        FrameReader reader = new FrameReader();

        reader.feed(anything, 0, anything.length, receptions::add);
        reader.finish(receptions::add);
        reader.feed(follower, 0, follower.length, receptions::add);

        int accounted = 0;
        for (Reception reception : receptions) {
            accounted += switch (reception) {
                case Frame frame -> frame.encoded().length;
                case Noise noise -> noise.byteCount();
                case DamagedFrame _ -> 0;
            };
        }
        assertThat(accounted).isEqualTo(anything.length + follower.length);
        assertThat(receptions.getLast()).isInstanceOf(Frame.class);
    }
}

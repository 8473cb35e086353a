package id.sidik.bridge.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Run with JAZZER_FUZZ=1 to search; without it, the known inputs are replayed. */
class JournalFileFuzzTest {
    /** Whatever a disk holds: the whole frames that it begins with, byte for byte, or damage before a whole one. */
    @FuzzTest(maxDuration = "10m")
    void findsWholeFramesOrSaysThatTheFileIsDamaged(byte[] anything) {
        try {
            FrameLayout.Frames frames = FrameLayout.decode(anything);
            ByteArrayOutputStream again = new ByteArrayOutputStream();
            frames.whole().forEach(frame -> again.writeBytes(FrameLayout.encode(frame.kind(), frame.payload())));
            assertThat(again.toByteArray()).isEqualTo(Arrays.copyOf(anything, frames.end()));
        } catch (JournalDamagedException damaged) {
            assertThat(damaged).hasMessageContaining("is damaged");
        }
    }
}

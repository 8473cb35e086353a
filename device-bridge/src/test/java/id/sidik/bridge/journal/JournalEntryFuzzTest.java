package id.sidik.bridge.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;

/** Run with JAZZER_FUZZ=1 to search; without it, the known inputs are replayed. */
class JournalEntryFuzzTest {
    /** Whatever a frame holds: an entry that can be written again and read as the same, or no entry. */
    @FuzzTest(maxDuration = "10m")
    void readsAnEntryOrSaysThatThereIsNone(byte[] anything) throws IOException {
        JournalEntry entry;
        try {
            entry = EntryLayout.decode(anything);
        } catch (IOException none) {
            return;
        }
        byte[] written = EntryLayout.encode(entry);
        assertThat(EntryLayout.encode(EntryLayout.decode(written))).isEqualTo(written);
    }
}

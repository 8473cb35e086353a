package id.sidik.wire.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartNoteTest {
    @TempDir
    Path data;

    @Test
    void saysHowFarAStartIsUntilItIsClosed() {
        try (StartNote note = new StartNote(data, "matcher")) {
            assertThat(StartNote.read(data, "matcher")).isEmpty();
            note.write("loading: 1 of 2");
            note.write("loading: 2 of 2");
            assertThat(StartNote.read(data, "matcher")).contains("loading: 2 of 2");
            assertThat(StartNote.read(data, "bridge")).isEmpty();
        }
        assertThat(StartNote.read(data, "matcher")).isEmpty();
    }

    @Test
    void leavesTheFileAloneWhenThereIsNothingNew() throws Exception {
        try (StartNote note = new StartNote(data, "matcher");
                StartNote other = new StartNote(data, "matcher")) {
            note.write("loading");
            other.write("somebody else's line");
            note.write("loading");
            assertThat(StartNote.read(data, "matcher")).contains("somebody else's line");
        }
    }
}

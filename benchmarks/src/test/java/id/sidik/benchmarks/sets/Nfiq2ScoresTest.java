package id.sidik.benchmarks.sets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Nfiq2ScoresTest {
    @TempDir
    private Path folder;

    @Test
    void readsScoresByFile() throws IOException {
        assertThat(Nfiq2Scores.read(csv("our_file,name,score\nset/1_1.tif,x,59\nset/1_2.tif,y,3\n")))
                .containsOnlyKeys("set/1_1.tif", "set/1_2.tif")
                .containsEntry("set/1_2.tif", 3);
    }

    @Test
    void refusesALineWithoutAScore() {
        assertThatExceptionOfType(BadDataSetException.class)
                .isThrownBy(() -> Nfiq2Scores.read(csv("our_file,name,score\nset/1_1.tif,x,good\n")))
                .withMessageContaining("set/1_1.tif,x,good");
    }

    private Path csv(String text) throws IOException {
        return Files.writeString(folder.resolve("scores.csv"), text);
    }
}

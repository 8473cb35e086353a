package id.sidik.bridge.console.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummedFilesTest {
    @TempDir
    private Path folder;

    private Path backup;
    private Path target;

    @BeforeEach
    void writeABackup() throws IOException {
        Path source = Files.createDirectories(folder.resolve("source/db"));
        Files.writeString(source.resolve("table"), "many records");
        Files.writeString(source.resolve("log"), "");
        Files.writeString(folder.resolve("settings"), "one: two");
        backup = folder.resolve("backup");
        target = folder.resolve("target");
        SummedFiles files = SummedFiles.begin(backup);
        files.take(folder.resolve("source"), "matcher");
        files.take(folder.resolve("settings"), "sidik.yaml");
        files.finish();
    }

    @Test
    void givesBackWhatItTook() throws IOException {
        SummedFiles.open(backup).giveTo(target);

        assertThat(target.resolve("matcher/db/table")).hasContent("many records");
        assertThat(target.resolve("matcher/db/log")).isEmptyFile();
        assertThat(target.resolve("sidik.yaml")).hasContent("one: two");
        assertThat(SummedFiles.open(backup).bytes()).isEqualTo(20);
    }

    @Test
    void refusesABackupThatWasNotFinished() throws IOException {
        Files.delete(backup.resolve("backup.json"));

        assertTorn("not finished");
    }

    @Test
    void refusesAListThatIsCut() throws IOException {
        Path list = backup.resolve("backup.json");
        Files.writeString(list, Files.readString(list).substring(0, 40));

        assertTorn("damaged");
    }

    @Test
    void refusesAMissingFile() throws IOException {
        Files.delete(backup.resolve("matcher/db/log"));

        assertTorn("log is missing");
    }

    @Test
    void refusesAFileThatIsCut() throws IOException {
        Files.writeString(backup.resolve("matcher/db/table"), "many");

        assertTorn("has 4 bytes and not 12");
    }

    @Test
    void refusesAFlippedByteOnTheWay() throws IOException {
        Files.writeString(backup.resolve("matcher/db/table"), "many recorbs");
        SummedFiles files = SummedFiles.open(backup);

        assertThatThrownBy(() -> files.giveTo(target))
                .isInstanceOf(TornBackupException.class)
                .hasMessageContaining("table is not what was written");
    }

    @Test
    void refusesAListThatNamesFilesElsewhere() throws IOException {
        Path list = backup.resolve("backup.json");
        Files.writeString(list, Files.readString(list).replace("sidik.yaml", "../settings"));

        assertTorn("outside of the backup");
    }

    @Test
    void beginsOnlyInAnEmptyFolder() {
        assertThatThrownBy(() -> SummedFiles.begin(backup))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not empty");
    }

    private void assertTorn(String fault) {
        assertThatThrownBy(() -> SummedFiles.open(backup))
                .isInstanceOf(TornBackupException.class)
                .hasMessageContaining(fault);
    }
}

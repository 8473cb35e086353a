package id.sidik.benchmarks.sets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataSetTest {
    @TempDir
    private Path folder;

    @Test
    void readsFingersImpressionsAndDpi() throws IOException {
        touch("b_2.png", "a_1.tif", "a_10.TIF", "a_2.tif", "b_1.png", "notes.txt");
        Files.writeString(folder.resolve("dataset.properties"), "dpi=569");

        DataSet set = DataSet.read(folder);

        assertThat(set.name()).isEqualTo(folder.getFileName().toString());
        assertThat(set.dpi()).isEqualTo(569);
        assertThat(set.prints())
                .extracting(print -> print.finger() + print.impression())
                .containsExactly("a1", "a2", "a10", "b1", "b2");
        assertThat(set.genuinePairs()).isEqualTo(3 + 1);
        assertThat(set.impostorPairs()).isEqualTo(3 * 2);
    }

    @Test
    void takes500DpiWhereNothingIsSaid() throws IOException {
        touch("a_1.tif", "a_2.tif", "b_1.tif");

        assertThat(DataSet.read(folder).dpi()).isEqualTo(500);
    }

    @Test
    void refusesAFolderThatIsNotThere() {
        assertRefused(folder.resolve("nowhere"), "nowhere");
    }

    @Test
    void refusesAFolderWithoutImages() throws IOException {
        touch("notes.txt");

        assertRefused(folder, "no image");
    }

    @Test
    void refusesAnImageThatDoesNotNameItsFinger() throws IOException {
        touch("a_1.tif", "a_2.tif", "b.tif");

        assertRefused(folder, "b.tif");
    }

    @Test
    void refusesTwoFilesForOneImpression() throws IOException {
        touch("a_1.tif", "a_1.png", "b_1.png");

        assertRefused(folder, "impression 1 of finger a");
    }

    @Test
    void refusesASetWithoutImpostorsOrWithoutMates() throws IOException {
        touch("a_1.tif", "a_2.tif");
        assertRefused(folder, "at least two fingers");

        Files.move(folder.resolve("a_2.tif"), folder.resolve("b_1.tif"));
        assertRefused(folder, "at least two impressions");
    }

    @Test
    void refusesADpiThatIsNoNumber() throws IOException {
        touch("a_1.tif", "a_2.tif", "b_1.tif");
        Files.writeString(folder.resolve("dataset.properties"), "dpi=fine");

        assertRefused(folder, "fine");
    }

    private static void assertRefused(Path folder, String message) {
        assertThatExceptionOfType(BadDataSetException.class)
                .isThrownBy(() -> DataSet.read(folder))
                .withMessageContaining(message);
    }

    private void touch(String... names) throws IOException {
        for (String name : names) {
            Files.createFile(folder.resolve(name));
        }
    }
}

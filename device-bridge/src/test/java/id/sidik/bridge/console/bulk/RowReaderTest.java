package id.sidik.bridge.console.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.sidik.bridge.console.UnusableInputException;
import id.sidik.bridge.console.bulk.RowReader.RowEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowReaderTest {
    @TempDir
    private Path folder;

    @Test
    void readsCsvByTheNamesOfItsFirstLine() throws IOException {
        assertThat(read(
                        "a.csv",
                        "\uFEFFnid,full_name,phone\n"
                                + "3174,\"Rahayu, \"\"Siti\"\"\",\n\n"
                                + "3175,\"two\n"
                                + "lines\",08\n"
                                + "9,last\n"))
                .containsExactly(
                        new RowEntry.Read(2, Map.of("nid", "3174", "full_name", "Rahayu, \"Siti\"")),
                        new RowEntry.Read(4, Map.of("nid", "3175", "full_name", "two\nlines", "phone", "08")),
                        new RowEntry.Broken(6, "has 2 fields where the first line names 3"));
    }

    @Test
    void readsOneJsonObjectALine() throws IOException {
        assertThat(read("a.ndjson", """
            {"nid":"3174","amount_rupiah":150000,"closed":true,"phone":null}
            {"nid":
            {"nid":["3174"]}
            """))
                .containsExactly(
                        new RowEntry.Read(1, Map.of("nid", "3174", "amount_rupiah", "150000", "closed", "true")),
                        new RowEntry.Broken(2, "is no JSON object"),
                        new RowEntry.Broken(3, "has a field that is neither text, number, true nor false"));
    }

    @Test
    void refusesFilesThatAreNoTables() {
        assertThatExceptionOfType(UnusableInputException.class).isThrownBy(() -> read("a.csv", ""));
        assertThatExceptionOfType(UnusableInputException.class).isThrownBy(() -> read("a.csv", "nid,nid\n1,2\n"));
        assertThatExceptionOfType(UnusableInputException.class).isThrownBy(() -> read("a.xlsx", "nid\n1\n"));
        assertThatExceptionOfType(UnusableInputException.class)
                .isThrownBy(() -> RowReader.open(folder.resolve("nowhere.csv")));
    }

    @Test
    void writesWhatItReads() {
        Map<String, String> row = Map.of("nid", "3174", "full_name", "Rahayu, \"Siti\"");
        for (String name : List.of("out.csv", "out.ndjson")) {
            Path file = folder.resolve(name);
            try (RowWriter writer = RowWriter.create(file, List.of("nid", "full_name", "phone"))) {
                writer.write(row);
            }
            assertThat(entries(file))
                    .extracting(entry -> ((RowEntry.Read) entry).fields())
                    .containsExactly(row);
            assertThatExceptionOfType(UnusableInputException.class)
                    .isThrownBy(() -> RowWriter.create(file, List.of("nid")));
        }
    }

    private List<RowEntry> read(String name, String content) throws IOException {
        return entries(Files.writeString(folder.resolve(name), content));
    }

    private static List<RowEntry> entries(Path file) {
        List<RowEntry> entries = new ArrayList<>();
        try (RowReader reader = RowReader.open(file)) {
            reader.forEachRemaining(entries::add);
        }
        return entries;
    }
}

package id.sidik.eligibility.store;

import static id.sidik.eligibility.store.StoreFixture.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the books ask of whatever keeps their records. */
class EngineTest {
    private static final Table SLIPS = Table.of(Slip.KIND);

    @TempDir
    private Path folder;

    enum Kept {
        ON_DISK,
        IN_MEMORY
    }

    private Engine open(Kept kept) {
        return switch (kept) {
            case ON_DISK -> RocksEngine.open(folder, Table.all(StoreFixture.KINDS), true);
            case IN_MEMORY -> new MemoryEngine();
        };
    }

    @ParameterizedTest
    @EnumSource
    void keepsWhatABatchSetsAndForgetsWhatItDeletes(Kept kept) throws IOException {
        try (Engine engine = open(kept)) {
            write(engine, "a", "1", "b", "2");
            write(engine, "a", "3", "b", "");

            assertThat(text(engine, "a")).contains("3");
            assertThat(text(engine, "b")).isEmpty();
            assertThat(engine.get(Table.AUDIT, bytes("a")))
                    .as("tables are apart")
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void walksThroughAPrefixInTheOrderOfUnsignedBytes(Kept kept) throws IOException {
        try (Engine engine = open(kept)) {
            write(engine, "p\u00ff", "last", "p", "first", "pb", "third", "pa", "second", "q", "no", "o", "no");

            assertThat(scan(engine, "p", "p", 9)).containsExactly("first", "second", "third", "last");
            assertThat(scan(engine, "p", "pa", 2)).containsExactly("second", "third");
            assertThat(scan(engine, "", "", 9)).hasSize(6);
            assertThat(scan(engine, "x", "x", 9)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void showsAReaderOneMomentOfEverything(Kept kept) throws IOException {
        try (Engine engine = open(kept)) {
            write(engine, "a", "old", "b", "old");

            List<Optional<String>> seen = engine.asOfNow(reading -> {
                try {
                    write(engine, "a", "new", "b", "", "c", "new");
                } catch (IOException e) {
                    throw new IllegalStateException("the test cannot write", e);
                }
                assertThat(scan(reading, "", "", 9)).containsExactly("old", "old");
                return List.of(text(reading, "a"), text(reading, "b"), text(reading, "c"));
            });

            assertThat(seen).containsExactly(Optional.of("old"), Optional.of("old"), Optional.empty());
            assertThat(scan(engine, "", "", 9)).containsExactly("new", "new");
        }
    }

    private static void write(Engine engine, String... keysAndValues) throws IOException {
        Batch batch = new Batch();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            Optional<byte[]> value = Optional.of(keysAndValues[i + 1])
                    .filter(text -> !text.isEmpty())
                    .map(StoreFixture::bytes);
            batch.set(Batch.Place.of(SLIPS, keysAndValues[i].getBytes(StandardCharsets.ISO_8859_1)), value);
        }
        engine.write(batch);
    }

    private static Optional<String> text(Source source, String key) {
        return source.get(SLIPS, bytes(key)).map(value -> new String(value, StandardCharsets.UTF_8));
    }

    private static List<String> scan(Reading reading, String prefix, String from, int max) {
        List<String> values = new ArrayList<>();
        reading.scan(SLIPS, bytes(prefix), bytes(from), (_, value) -> {
            values.add(new String(value, StandardCharsets.UTF_8));
            return values.size() < max;
        });
        return values;
    }
}

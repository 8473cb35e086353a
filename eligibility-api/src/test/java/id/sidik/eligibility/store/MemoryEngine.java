package id.sidik.eligibility.store;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** Keeps records in memory, as a second engine beside RocksDB: what {@link EngineTest} asks of one must be true of any. */
final class MemoryEngine implements Engine {
    private Map<String, NavigableMap<byte[], byte[]>> tables = new TreeMap<>();

    @Override
    public synchronized void write(Batch batch) {
        Map<String, NavigableMap<byte[], byte[]>> next = new TreeMap<>();
        tables.forEach((name, records) -> next.put(name, new TreeMap<>(records)));
        batch.changes().forEach((place, record) -> {
            NavigableMap<byte[], byte[]> table =
                    next.computeIfAbsent(place.table().familyName(), _ -> new TreeMap<>(Arrays::compareUnsigned));
            record.ifPresentOrElse(bytes -> table.put(place.keyBytes(), bytes), () -> table.remove(place.keyBytes()));
        });
        tables = next; // who reads goes on with what it has
    }

    @Override
    public Optional<byte[]> get(Table table, byte[] key) {
        return asOfNow(reading -> reading.get(table, key));
    }

    @Override
    public void scan(Table table, byte[] prefix, byte[] from, BiPredicate<byte[], byte[]> visitor) {
        asOfNow(reading -> {
            reading.scan(table, prefix, from, visitor);
            return prefix;
        });
    }

    @Override
    public <T> T asOfNow(Function<Reading, T> reader) {
        Map<String, NavigableMap<byte[], byte[]>> now = now();
        return reader.apply(new Reading() {
            @Override
            public Optional<byte[]> get(Table table, byte[] key) {
                return Optional.ofNullable(records(table).get(key));
            }

            @Override
            public void scan(Table table, byte[] prefix, byte[] from, BiPredicate<byte[], byte[]> visitor) {
                for (Map.Entry<byte[], byte[]> entry :
                        records(table).tailMap(from).entrySet()) {
                    boolean begins = Arrays.mismatch(prefix, entry.getKey()) < 0
                            || Arrays.mismatch(prefix, entry.getKey()) == prefix.length;
                    if (!begins || !visitor.test(entry.getKey(), entry.getValue())) {
                        return;
                    }
                }
            }

            private NavigableMap<byte[], byte[]> records(Table table) {
                return now.getOrDefault(table.familyName(), new TreeMap<>(Arrays::compareUnsigned));
            }
        });
    }

    private synchronized Map<String, NavigableMap<byte[], byte[]>> now() {
        return tables;
    }

    @Override
    public void copyTo(Path folder) {
        throw new UnsupportedOperationException("what lies in memory is not copied");
    }

    @Override
    public void close() {}
}

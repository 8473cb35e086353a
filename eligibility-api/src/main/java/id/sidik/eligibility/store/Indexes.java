package id.sidik.eligibility.store;

import id.sidik.eligibility.records.BodyReader;
import id.sidik.eligibility.records.BodyWriter;
import id.sidik.eligibility.records.RecordIndex;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.records.RecordKind;
import id.sidik.eligibility.store.Batch.Place;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Builds the indexes that books of an older program lack. Which of them are whole is written in the books, after they are: a start that
 * was cut off builds them again. Costs one read of a kind's records for each of its new indexes.
 */
final class Indexes {
    private static final byte[] WHOLE = "whole-indexes".getBytes(StandardCharsets.US_ASCII);
    private static final int BATCH_MAX = 4096;

    private final Engine engine;
    private final Records records;

    Indexes(Engine engine, Records records) {
        this.engine = engine;
        this.records = records;
    }

    /** Builds what is new; forgets what is no more, so that it is built anew should it come back. */
    void complete(List<RecordKind<?>> kinds) throws IOException {
        Set<String> whole = records.meta(engine, WHOLE, Indexes::read).orElse(Set.of());
        Set<String> wanted = new TreeSet<>();
        for (RecordKind<?> kind : kinds) {
            for (RecordIndex<?> index : kind.indexes()) {
                wanted.add(kind.name() + "/" + index.name());
            }
        }
        if (wanted.equals(whole)) {
            return;
        }
        for (RecordKind<?> kind : kinds) {
            buildAll(kind, whole);
        }
        Batch batch = new Batch();
        BodyWriter names = new BodyWriter().number(wanted.size());
        wanted.forEach(names::text);
        records.set(batch, Place.of(Table.META, WHOLE), names.body());
        engine.write(batch);
    }

    private <T> void buildAll(RecordKind<T> kind, Set<String> whole) throws IOException {
        for (RecordIndex<T> index : kind.indexes()) {
            if (!whole.contains(kind.name() + "/" + index.name())) {
                clear(kind, index);
                build(kind, index);
            }
        }
    }

    private <T> void clear(RecordKind<T> kind, RecordIndex<T> index) throws IOException {
        Filling filling = new Filling();
        byte[] prefix = records.prefix(kind, index, RecordKey.ANY);
        engine.scan(
                Table.INDEXES,
                prefix,
                prefix,
                (entry, _) -> filling.set(Place.of(Table.INDEXES, entry), Optional.empty()));
        filling.finish();
    }

    private <T> void build(RecordKind<T> kind, RecordIndex<T> index) throws IOException {
        Filling filling = new Filling();
        Table table = Table.of(kind);
        engine.scan(table, new byte[0], new byte[0], (key, record) -> {
            Place place = Place.of(table, key);
            return records.entries(kind, index, records.read(kind, key, record)).stream()
                    .allMatch(entry -> filling.set(entry, Optional.of(records.sealedEntry(entry, place))));
        });
        filling.finish();
    }

    /** Batches that are written when they are full. */
    private final class Filling {
        private Batch batch = new Batch();
        private Optional<IOException> failure = Optional.empty();

        /** Whether to go on. */
        boolean set(Place place, Optional<byte[]> sealedRecord) {
            batch.set(place, sealedRecord);
            if (batch.changes().size() == BATCH_MAX) {
                write();
            }
            return failure.isEmpty();
        }

        void finish() throws IOException {
            if (failure.isEmpty()) {
                write();
            }
            if (failure.isPresent()) {
                throw failure.get();
            }
        }

        private void write() {
            try {
                engine.write(batch);
                batch = new Batch();
            } catch (IOException e) {
                failure = Optional.of(e);
            }
        }
    }

    private static Set<String> read(BodyReader body) {
        Set<String> names = new TreeSet<>();
        IntStream.range(0, body.number()).forEach(_ -> names.add(body.text()));
        return names;
    }
}

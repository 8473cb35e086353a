package id.sidik.matcher.store;

import id.sidik.engine.gallery.Partitioning;
import id.sidik.engine.quality.Quality;
import id.sidik.engine.quality.QualityCause;
import id.sidik.engine.template.FingerPosition;
import id.sidik.matcher.crypto.KeyFile;
import id.sidik.matcher.prints.SyntheticPrints;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;

/** A store in a folder of its own, with four partitions, and what tests do to it. */
final class StoreFixture {
    static final Instant ENROLLED_AT = Instant.parse("2026-01-01T08:00:00Z");

    private static final Partitioning PARTITIONING = new Partitioning(4);
    private static final String DIGEST = "0".repeat(64);

    private final Path folder;

    StoreFixture(Path folder) {
        this.folder = folder;
    }

    Path databaseFolder() {
        return folder.resolve("db");
    }

    Path headFile() {
        return folder.resolve("head");
    }

    Path keyFile() {
        return folder.resolve("keys").resolve("records.json");
    }

    ReferenceStore open() {
        return open(PARTITIONING.count());
    }

    ReferenceStore open(int partitions) {
        return open(partitions, 0);
    }

    ReferenceStore open(int partitions, long reserveBytes) {
        StoreSettings settings = new StoreSettings(databaseFolder(), partitions, 100, reserveBytes, Duration.ofDays(7));
        return ReferenceStore.open(settings, new KeyFile(folder.resolve("keys")));
    }

    /** Opens the files behind the store's back, as damage does. */
    Database openRaw() {
        return new Database(databaseFolder());
    }

    static int partitionOf(String subjectId) {
        return PARTITIONING.partitionOf(subjectId);
    }

    static StoredReference reference(String subjectId, int ordinal) {
        ReferenceKey key = new ReferenceKey(partitionOf(subjectId), subjectId, FingerPosition.RIGHT_INDEX, ordinal);
        return new StoredReference(
                key, SyntheticPrints.template(1, 0), new Quality(70, QualityCause.TOO_DRY), ENROLLED_AT);
    }

    static RecordedAnswer answer(String idempotencyKey, Instant answeredAt) {
        return new RecordedAnswer(
                new IdempotentRequest(idempotencyKey, DIGEST),
                answeredAt,
                ("answer to " + idempotencyKey).getBytes(StandardCharsets.US_ASCII));
    }

    static void add(ReferenceStore store, StoredReference... references) {
        String name = references[0].key().subjectId();
        commit(store, new StoreChange(List.of(references), List.of(), answer("add-of-" + name, ENROLLED_AT)));
    }

    static void remove(ReferenceStore store, String subjectId) {
        List<ReferenceKey> keys = store.keysOf(partitionOf(subjectId), subjectId);
        commit(store, new StoreChange(List.of(), keys, answer("removal-of-" + subjectId, ENROLLED_AT)));
    }

    static void commit(ReferenceStore store, StoreChange change) {
        try {
            store.commit(change).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** Everything that the store holds, proved on the way. */
    static List<StoredReference> scanAll(ReferenceStore store) {
        List<StoredReference> all = new ArrayList<>();
        for (int partition = 0; partition < store.partitionCount(); partition++) {
            store.scan(partition, all::add);
        }
        return all;
    }
}

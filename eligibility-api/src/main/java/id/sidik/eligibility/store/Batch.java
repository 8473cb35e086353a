package id.sidik.eligibility.store;

import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Records that will be written, or deleted, together. Later transactions of a batch see what earlier ones did. For one thread. */
final class Batch {
    private final Map<Place, Optional<byte[]>> changes = new LinkedHashMap<>();

    /**
     * Where a record lies.
     *
     * @param key compared by content; read-only
     */
    record Place(Table table, ByteBuffer key) {
        static Place of(Table table, byte[] key) {
            return new Place(table, ByteBuffer.wrap(key.clone()).asReadOnlyBuffer());
        }

        byte[] keyBytes() {
            byte[] bytes = new byte[key.remaining()];
            key.duplicate().get(bytes);
            return bytes;
        }
    }

    /** What is to be at a place: a sealed record, or nothing. */
    void set(Place place, Optional<byte[]> sealedRecord) {
        changes.put(place, sealedRecord);
    }

    /** What will be at a place: as the batch says, and where it says nothing, as the engine does. */
    Optional<byte[]> get(Place place, Source engine) {
        Optional<byte[]> unchanged = Optional.empty();
        return changes.containsKey(place) ? changes.getOrDefault(place, unchanged) : engine.get(place);
    }

    /** A sealed record, or empty for a deletion, for each place that changes. */
    Map<Place, Optional<byte[]>> changes() {
        return Collections.unmodifiableMap(changes);
    }

    boolean isEmpty() {
        return changes.isEmpty();
    }
}

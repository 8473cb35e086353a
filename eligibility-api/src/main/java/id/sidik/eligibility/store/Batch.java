package id.sidik.eligibility.store;

import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Records that will be written together. Later transactions of a batch see what earlier ones put. For one thread. */
final class Batch {
    private final Map<Place, byte[]> puts = new LinkedHashMap<>();

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

    void put(Place place, byte[] sealedRecord) {
        puts.put(place, sealedRecord);
    }

    Optional<byte[]> get(Table table, byte[] key) {
        return Optional.ofNullable(puts.get(Place.of(table, key)));
    }

    Map<Place, byte[]> puts() {
        return Collections.unmodifiableMap(puts);
    }

    boolean isEmpty() {
        return puts.isEmpty();
    }
}

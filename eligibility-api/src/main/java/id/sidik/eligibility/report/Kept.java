package id.sidik.eligibility.report;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * What a report remembers of each person, place or thing: of at most {@link #KEYS_MAX}. Who comes after that is not remembered, and
 * the report says that it is partial.
 */
final class Kept<K, V> {
    /** About half a gigabyte of the largest values there are. */
    static final int KEYS_MAX = 2_000_000;

    private final Map<K, V> values = new HashMap<>();
    private final Supplier<V> fresh;
    private boolean overflowed;

    Kept(Supplier<V> fresh) {
        this.fresh = fresh;
    }

    /** What is remembered under the key, made now if there is room. */
    Optional<V> of(K key) {
        V value = values.get(key);
        if (value == null && values.size() < KEYS_MAX) {
            value = fresh.get();
            values.put(key, value);
        } else if (value == null) {
            overflowed = true;
        }
        return Optional.ofNullable(value);
    }

    Optional<V> find(K key) {
        return Optional.ofNullable(values.get(key));
    }

    void forEach(BiConsumer<K, V> reader) {
        values.forEach(reader);
    }

    boolean overflowed() {
        return overflowed;
    }
}

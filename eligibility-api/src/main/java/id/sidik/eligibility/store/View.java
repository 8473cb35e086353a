package id.sidik.eligibility.store;

import id.sidik.eligibility.records.CorruptRecordException;
import id.sidik.eligibility.records.Page;
import id.sidik.eligibility.records.RecordIndex;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.records.RecordKind;
import id.sidik.eligibility.store.Batch.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * The books as they can be read: by key, by index, and in lists. Keys are in order, and so are lists. A view is for as long as whoever
 * gave it says.
 */
public final class View {
    /** The most records that one page has. */
    public static final int PAGE_MAX = 200;

    private final Reading reading;
    private final Records records;

    View(Reading reading, Records records) {
        this.reading = reading;
        this.records = records;
    }

    /** The record of a kind with this key. */
    public <T> Optional<T> find(RecordKind<T> kind, RecordKey key) {
        return records.find(reading, kind, records.place(kind, key));
    }

    /** The record to which this key leads in a unique index. */
    public <T> Optional<T> find(RecordKind<T> kind, RecordIndex<T> index, RecordKey key) {
        if (!requireIndex(kind, index).unique()) {
            throw new IllegalArgumentException("a key of " + index.name() + " may lead to many: list them");
        }
        Place entry = records.entry(kind, index, key);
        return reading.get(entry).map(found -> followed(kind, entry.keyBytes(), found));
    }

    /**
     * One page of the records of a kind whose keys begin with a prefix.
     *
     * @param prefix {@link RecordKey#ANY} for all of them
     * @param token of the page before; empty for the first page
     * @param limit 1 to {@link #PAGE_MAX}
     * @throws IllegalArgumentException if the token is not one of ours for this list, or the limit out of bounds
     */
    public <T> Page<T> page(RecordKind<T> kind, RecordKey prefix, Optional<String> token, int limit) {
        return page(list(kind, prefix), token, limit);
    }

    /** The same of the records that an index leads to, in its order; a record that it has under many keys comes as often. */
    public <T> Page<T> page(
            RecordKind<T> kind, RecordIndex<T> index, RecordKey prefix, Optional<String> token, int limit) {
        return page(list(kind, index, prefix), token, limit);
    }

    /**
     * All records of a kind whose keys begin with a prefix.
     *
     * @param max the most that there can be
     * @throws IllegalStateException if there are more
     */
    public <T> List<T> list(RecordKind<T> kind, RecordKey prefix, int max) {
        return list(list(kind, prefix), max);
    }

    /** The same of the records that an index leads to, in its order. */
    public <T> List<T> list(RecordKind<T> kind, RecordIndex<T> index, RecordKey prefix, int max) {
        return list(list(kind, index, prefix), max);
    }

    /**
     * Walks through the records of a kind whose keys begin with a prefix, as they are when the walk begins. For reports; closing the
     * books waits for it.
     *
     * @param visitor says whether to go on
     */
    public <T> void visit(RecordKind<T> kind, RecordKey prefix, Predicate<T> visitor) {
        visit(list(kind, prefix), visitor);
    }

    /** The same of the records that an index leads to, in its order. */
    public <T> void visit(RecordKind<T> kind, RecordIndex<T> index, RecordKey prefix, Predicate<T> visitor) {
        visit(list(kind, index, prefix), visitor);
    }

    /**
     * Stored things in order, and what they stand for.
     *
     * @param prefix of all their keys
     */
    private record Listed<T>(Table table, Prefix prefix, BiFunction<byte[], byte[], T> reader) {}

    /** Bytes that keys begin with. */
    private static final class Prefix {
        private final byte[] bytes;

        Prefix(byte[] bytes) {
            this.bytes = bytes;
        }

        boolean begins(byte[] key) {
            return key.length >= bytes.length && Arrays.equals(key, 0, bytes.length, bytes, 0, bytes.length);
        }
    }

    private <T> Listed<T> list(RecordKind<T> kind, RecordKey prefix) {
        return new Listed<>(
                Table.of(kind), new Prefix(records.prefix(prefix)), (key, record) -> records.read(kind, key, record));
    }

    private <T> Listed<T> list(RecordKind<T> kind, RecordIndex<T> index, RecordKey prefix) {
        return new Listed<>(
                Table.INDEXES,
                new Prefix(records.prefix(kind, requireIndex(kind, index), prefix)),
                (key, entry) -> followed(kind, key, entry));
    }

    private <T> Page<T> page(Listed<T> listed, Optional<String> token, int limit) {
        if (limit < 1 || limit > PAGE_MAX) {
            throw new IllegalArgumentException("a page has 1 to " + PAGE_MAX + " entries, not " + limit);
        }
        byte[] from = token.map(HexFormat.of()::parseHex).orElse(listed.prefix.bytes);
        if (!listed.prefix.begins(from)) {
            throw new IllegalArgumentException("a page token of another list");
        }
        List<T> entries = new ArrayList<>();
        List<byte[]> next = new ArrayList<>();
        walk(listed, from, (key, record) -> {
            if (entries.size() == limit) {
                next.add(key);
                return false;
            }
            return entries.add(record);
        });
        return new Page<>(entries, next.stream().findFirst().map(HexFormat.of()::formatHex));
    }

    private <T> List<T> list(Listed<T> listed, int max) {
        List<T> entries = new ArrayList<>();
        walk(listed, listed.prefix.bytes, (_, record) -> {
            if (entries.size() == max) {
                throw new IllegalStateException("a list of " + listed.table.familyName() + " has more than " + max
                        + " entries: look for a channel that repeats itself");
            }
            return entries.add(record);
        });
        return List.copyOf(entries);
    }

    private <T> void visit(Listed<T> listed, Predicate<T> visitor) {
        walk(listed, listed.prefix.bytes, (_, record) -> visitor.test(record));
    }

    private <T> void walk(Listed<T> listed, byte[] from, BiPredicate<byte[], T> visitor) {
        reading.scan(
                listed.table,
                listed.prefix.bytes,
                from,
                (key, stored) -> visitor.test(key, listed.reader.apply(key, stored)));
    }

    private <T> T followed(RecordKind<T> kind, byte[] entryKey, byte[] entry) {
        return records.find(reading, kind, records.followed(kind, entryKey, entry))
                .orElseThrow(() -> new CorruptRecordException(
                        Table.INDEXES.recordName(entryKey), "leads to a record that is not there"));
    }

    private static <T> RecordIndex<T> requireIndex(RecordKind<T> kind, RecordIndex<T> index) {
        if (!kind.indexes().contains(index)) {
            throw new IllegalArgumentException(kind + " has no index " + index.name());
        }
        return index;
    }
}

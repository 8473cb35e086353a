package id.sidik.eligibility.records;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Another way to find records of a kind: by day, by facility, by employer. Entries are written in the same batch as the record that they
 * lead to, and are sealed as records are.
 *
 * @param name stored: whoever changes what the keys are gives the index another name, and it is built anew at the next start
 * @param unique whether a key leads to one record at most: another one is then refused with {@code RecordExists}
 * @param keys under which a record is found; none if it is not to be
 */
public record RecordIndex<T>(String name, boolean unique, Function<T, List<RecordKey>> keys) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{1,39}");

    public RecordIndex {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("an index is called by 2 to 40 of [a-z0-9-], not " + name);
        }
    }

    /** An index in which many records may have the same key. */
    public static <T> RecordIndex<T> of(String name, Function<T, RecordKey> key) {
        return new RecordIndex<>(name, false, key.andThen(List::of));
    }

    /** An index in which a key leads to one record. */
    public static <T> RecordIndex<T> unique(String name, Function<T, RecordKey> key) {
        return new RecordIndex<>(name, true, key.andThen(List::of));
    }
}

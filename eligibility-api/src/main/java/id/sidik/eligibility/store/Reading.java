package id.sidik.eligibility.store;

import java.util.function.BiPredicate;

/** Where sealed records are read from. */
interface Reading extends Source {
    /**
     * Walks through the records of a table whose keys begin with a prefix, in the order of keys, as they were when the walk began.
     *
     * @param prefix empty for the whole table; its first part says where to look in a store that is spread
     * @param from the first key, which begins with the prefix; where there is none such, the walk begins at the next
     * @param visitor gets key and record, and says whether to go on
     */
    void scan(Table table, byte[] prefix, byte[] from, BiPredicate<byte[], byte[]> visitor);
}

package id.sidik.engine.gallery;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/** Some rows of a segment, one bit each. Not safe for threads that change it. */
final class RowSet {
    private final int rows;
    private final long[] words;

    private RowSet(int rows, long[] words) {
        this.rows = rows;
        this.words = words;
    }

    static RowSet none(int rows) {
        return new RowSet(rows, new long[(rows + Long.SIZE - 1) / Long.SIZE]);
    }

    static RowSet all(int rows) {
        RowSet set = none(rows);
        Arrays.fill(set.words, ~0L);
        int beyond = set.words.length * Long.SIZE - rows;
        if (beyond > 0) {
            set.words[set.words.length - 1] >>>= beyond;
        }
        return set;
    }

    RowSet copy() {
        return new RowSet(rows, words.clone());
    }

    void add(int row) {
        words[row / Long.SIZE] |= 1L << row;
    }

    void remove(int row) {
        words[row / Long.SIZE] &= ~(1L << row);
    }

    boolean contains(int row) {
        return (words[row / Long.SIZE] >>> row & 1) != 0;
    }

    int count() {
        int count = 0;
        for (long word : words) {
            count += Long.bitCount(word);
        }
        return count;
    }

    void retainAll(RowSet other) {
        for (int word = 0; word < words.length; word++) {
            words[word] &= other.words[word];
        }
    }

    void retainIf(IntPredicate passes) {
        for (int word = 0; word < words.length; word++) {
            for (long left = words[word]; left != 0; left &= left - 1) {
                int row = word * Long.SIZE + Long.numberOfTrailingZeros(left);
                if (!passes.test(row)) {
                    remove(row);
                }
            }
        }
    }

    void forEach(IntConsumer each) {
        for (int word = 0; word < words.length; word++) {
            for (long left = words[word]; left != 0; left &= left - 1) {
                each.accept(word * Long.SIZE + Long.numberOfTrailingZeros(left));
            }
        }
    }

    /** The bits themselves, for kernels that read them; not to be written to. */
    long[] words() {
        return words;
    }
}

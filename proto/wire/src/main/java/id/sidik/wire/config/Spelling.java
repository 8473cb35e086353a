package id.sidik.wire.config;

import java.util.Collection;
import java.util.Comparator;

/** Finds what somebody probably meant to write. */
final class Spelling {
    private Spelling() {}

    /** The known word with the fewest edits to {@code word}; of equals the first in the alphabet. {@code known} is not empty. */
    static String closest(String word, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt((String candidate) -> edits(word, candidate))
                        .thenComparing(Comparator.naturalOrder()))
                .orElseThrow();
    }

    /** Levenshtein's distance: insertions, deletions and replacements. O(a b) time, O(b) memory. */
    static int edits(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int column = 0; column <= b.length(); column++) {
            above[column] = column;
        }
        for (int row = 1; row <= a.length(); row++) {
            int[] current = new int[b.length() + 1];
            current[0] = row;
            for (int column = 1; column <= b.length(); column++) {
                int replaced = above[column - 1] + (a.charAt(row - 1) == b.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(replaced, 1 + Math.min(above[column], current[column - 1]));
            }
            above = current;
        }
        return above[b.length()];
    }
}

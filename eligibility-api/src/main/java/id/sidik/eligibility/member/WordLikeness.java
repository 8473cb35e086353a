package id.sidik.eligibility.member;

import java.util.Arrays;

/** How alike two words are: the measure of Jaro (1989) with Winkler's bonus (1990) for up to four letters that begin both. */
final class WordLikeness {
    private static final double PREFIX_BONUS = 0.1;
    private static final int PREFIX_LETTERS_MAX = 4;
    /** An initial stands for any word that begins with it, and says less than the word. */
    private static final double INITIAL = 0.85;

    private WordLikeness() {}

    /** From 0, nothing in common, to 1, the same. Takes time in the product of the lengths. */
    static double of(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        if (one.length() == 1 || other.length() == 1) {
            return initial(one, other);
        }
        double jaro = jaro(one, other);
        return jaro + commonPrefix(one, other) * PREFIX_BONUS * (1 - jaro);
    }

    private static double initial(String one, String other) {
        if (one.equals(other)) {
            return 1;
        }
        return one.charAt(0) == other.charAt(0) ? INITIAL : 0;
    }

    private static double jaro(String one, String other) {
        int window = Math.max(0, Math.max(one.length(), other.length()) / 2 - 1);
        int[] partners = partners(one, other, window);
        int[] inOrder = Arrays.stream(partners).filter(partner -> partner >= 0).toArray();
        if (inOrder.length == 0) {
            return 0;
        }
        double matches = inOrder.length;
        double transpositions = transposed(inOrder, other) / 2.0;
        return (matches / one.length() + matches / other.length() + (matches - transpositions) / matches) / 3;
    }

    /** For each letter of one, where its like stands in the other, or -1. */
    private static int[] partners(String one, String other, int window) {
        int[] partners = new int[one.length()];
        boolean[] taken = new boolean[other.length()];
        for (int i = 0; i < one.length(); i++) {
            partners[i] = -1;
            int end = Math.min(other.length(), i + window + 1);
            for (int j = Math.max(0, i - window); j < end && partners[i] < 0; j++) {
                if (!taken[j] && one.charAt(i) == other.charAt(j)) {
                    partners[i] = j;
                    taken[j] = true;
                }
            }
        }
        return partners;
    }

    /** How many letters stand where another stands when both words' common letters are read in order. */
    private static int transposed(int[] partners, String other) {
        int[] sorted = partners.clone();
        Arrays.sort(sorted);
        int count = 0;
        for (int i = 0; i < partners.length; i++) {
            count += other.charAt(partners[i]) == other.charAt(sorted[i]) ? 0 : 1;
        }
        return count;
    }

    private static int commonPrefix(String one, String other) {
        int end = Math.min(PREFIX_LETTERS_MAX, Math.min(one.length(), other.length()));
        int letters = 0;
        while (letters < end && one.charAt(letters) == other.charAt(letters)) {
            letters++;
        }
        return letters;
    }
}

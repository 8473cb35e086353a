package id.sidik.engine.kernel;

import static id.sidik.engine.kernel.PromisingPairs.UNUSUAL_TURN_HANDICAP;
import static id.sidik.engine.kernel.PromisingPairs.UNUSUAL_TURN_SIMILARITY_MIN;

/** {@link PromisingPairs}, one after the other. */
public final class ScalarPromisingPairs {
    private ScalarPromisingPairs() {}

    /** As {@link PromisingPairs#note}. */
    public static void note(int[] similarities, int count, int firstUsual, int usualCount, short[] table, int at) {
        for (int other = 0; other < count; other++) {
            int fromFirst = other < firstUsual ? other - firstUsual + count : other - firstUsual;
            int similarity = similarities[other];
            table[at + other] =
                    PromisingPairs.entry(fromFirst < usualCount ? similarity : unusual(similarity), similarity);
        }
    }

    private static int unusual(int similarity) {
        return similarity < UNUSUAL_TURN_SIMILARITY_MIN ? 0 : similarity - UNUSUAL_TURN_HANDICAP;
    }

    /** As {@link PromisingPairs#count}. */
    public static int count(short[] table, int size, int promise) {
        int count = 0;
        for (int place = 0; place < size; place++) {
            count += PromisingPairs.promise(table[place]) >= promise ? 1 : 0;
        }
        return count;
    }

    /** As {@link PromisingPairs#find}. */
    public static int find(short[] table, int size, int promise, int[] places) {
        int found = 0;
        for (int place = 0; place < size && found < places.length; place++) {
            if (PromisingPairs.promise(table[place]) >= promise) {
                places[found++] = place;
            }
        }
        return found;
    }
}

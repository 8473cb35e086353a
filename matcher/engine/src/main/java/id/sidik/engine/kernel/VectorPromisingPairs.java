package id.sidik.engine.kernel;

import static id.sidik.engine.kernel.Lanes.INTS;
import static id.sidik.engine.kernel.Lanes.MANY_SHORTS;
import static id.sidik.engine.kernel.Lanes.SHORTS;
import static id.sidik.engine.kernel.PromisingPairs.UNUSUAL_TURN_HANDICAP;
import static id.sidik.engine.kernel.PromisingPairs.UNUSUAL_TURN_SIMILARITY_MIN;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.I2S;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorMask;

/** {@link PromisingPairs} with a pair in each lane. */
public final class VectorPromisingPairs {
    private VectorPromisingPairs() {}

    /** As {@link PromisingPairs#note}. */
    public static void note(int[] similarities, int count, int firstUsual, int usualCount, short[] table, int at) {
        for (int other = 0; other < count; other += INTS.length()) {
            IntVector similarity = IntVector.fromArray(INTS, similarities, other);
            IntVector fromFirst = IntVector.broadcast(INTS, other - firstUsual).addIndex(1);
            fromFirst = fromFirst.add(count, fromFirst.compare(LT, 0));
            IntVector unusual =
                    similarity.sub(UNUSUAL_TURN_HANDICAP).blend(0, similarity.compare(LT, UNUSUAL_TURN_SIMILARITY_MIN));
            IntVector promise = unusual.blend(similarity, fromFirst.compare(LT, usualCount));
            ((ShortVector) promise.sub(PromisingPairs.PROMISE_AT_ZERO)
                            .lanewise(LSHL, Byte.SIZE)
                            .or(similarity)
                            .convertShape(I2S, SHORTS, 0))
                    .intoArray(table, at + other);
        }
    }

    /** As {@link PromisingPairs#count}. */
    public static int count(short[] table, int size, int promise) {
        short least = PromisingPairs.entry(promise, 0);
        int count = 0;
        int place = 0;
        for (; place < MANY_SHORTS.loopBound(size); place += MANY_SHORTS.length()) {
            count += ShortVector.fromArray(MANY_SHORTS, table, place)
                    .compare(GE, least)
                    .trueCount();
        }
        for (; place < size; place++) {
            count += table[place] >= least ? 1 : 0;
        }
        return count;
    }

    /** As {@link PromisingPairs#find}. */
    public static int find(short[] table, int size, int promise, int[] places) {
        short least = PromisingPairs.entry(promise, 0);
        int found = 0;
        for (int place = 0; place < size; place += MANY_SHORTS.length()) {
            VectorMask<Short> isLeft = MANY_SHORTS.indexInRange(place, size);
            long promising = ShortVector.fromArray(MANY_SHORTS, table, place, isLeft)
                    .compare(GE, least, isLeft)
                    .toLong();
            for (; promising != 0 && found < places.length; promising &= promising - 1) {
                places[found++] = place + Long.numberOfTrailingZeros(promising);
            }
        }
        return found;
    }
}

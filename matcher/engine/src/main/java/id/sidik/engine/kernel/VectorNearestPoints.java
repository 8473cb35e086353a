package id.sidik.engine.kernel;

import static id.sidik.engine.kernel.Lanes.INTS;
import static id.sidik.engine.kernel.NearestPoints.NUMBER_BITS;
import static id.sidik.engine.kernel.NearestPoints.NUMBER_MASK;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.MIN;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;

/**
 * {@link NearestPoints} with a point in each lane. Square and number make one key; each nearest is the least key above the one
 * before, found without a branch that could be mispredicted.
 */
public final class VectorNearestPoints {
    private static final int TOO_FAR = Integer.MAX_VALUE;

    private VectorNearestPoints() {}

    /** As {@link NearestPoints#find}. */
    public static int find(
            int[] x,
            int[] y,
            int count,
            int point,
            int squareMin,
            int squareMax,
            int few,
            int[] keys,
            int[] nearest,
            int first) {
        describe(x, y, count, point, squareMin, squareMax, keys);
        int last = -1;
        for (int found = 0; found < few; found++) {
            last = leastAbove(last, keys, count);
            if (last == TOO_FAR) {
                return found;
            }
            nearest[first + found] = last & NUMBER_MASK;
        }
        return few;
    }

    private static void describe(int[] x, int[] y, int count, int point, int squareMin, int squareMax, int[] keys) {
        IntVector tooFar = IntVector.broadcast(INTS, TOO_FAR);
        for (int at = 0; at < count; at += INTS.length()) {
            IntVector dx = IntVector.fromArray(INTS, x, at).sub(x[point]);
            IntVector dy = IntVector.fromArray(INTS, y, at).sub(y[point]);
            IntVector square = dx.mul(dx).add(dy.mul(dy));
            VectorMask<Integer> isNear = square.compare(GE, squareMin)
                    .and(square.compare(LE, squareMax))
                    .and(INTS.indexInRange(at, count));
            IntVector key = square.lanewise(LSHL, NUMBER_BITS)
                    .add(IntVector.broadcast(INTS, at).addIndex(1));
            tooFar.blend(key, isNear).intoArray(keys, at);
        }
    }

    private static int leastAbove(int key, int[] keys, int count) {
        IntVector tooFar = IntVector.broadcast(INTS, TOO_FAR);
        IntVector least = tooFar;
        for (int at = 0; at < count; at += INTS.length()) {
            IntVector each = IntVector.fromArray(INTS, keys, at);
            least = least.min(tooFar.blend(each, each.compare(GT, key)));
        }
        return least.reduceLanes(MIN);
    }
}

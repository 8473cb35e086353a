package id.sidik.engine.kernel;

import static id.sidik.engine.kernel.CodePlanes.KNOWN_PLANES;
import static id.sidik.engine.kernel.CodePlanes.RIDGE_PLANES;
import static id.sidik.engine.kernel.Lanes.FLOATS;
import static id.sidik.engine.kernel.Lanes.INTS;
import static jdk.incubator.vector.VectorOperators.BIT_COUNT;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.F2I;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.I2F;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.SQRT;
import static jdk.incubator.vector.VectorOperators.XOR;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorMask;

/**
 * {@link CodeComparison} with a minutia in each lane. Every step is rounded as in the scalar twin: counts below 2<sup>19</sup> are exact
 * as floats, a quotient of two such that is no whole number is further from the next one than it is rounded, and the root of a float
 * is the same whether it is rounded once or by way of a double. A product with a power of two, or with half of one factor, is that of
 * the scalar twin, in a twentieth of the time of a division. No vector crosses a call of ours: one that is not inlined would be an
 * object.
 */
public final class VectorCodeComparison {
    private VectorCodeComparison() {}

    /** As {@link CodeComparison#compare}. */
    public static void compare(
            int[] codes, int count, int minutia, int[] others, int otherCount, int from, int to, int[] similarity) {
        for (int other = from; other < to; other += INTS.length()) {
            compareLanes(codes, count, minutia, others, otherCount, other, similarity);
        }
    }

    private static void compareLanes(
            int[] codes, int count, int minutia, int[] others, int otherCount, int other, int[] similarity) {
        IntVector knownLow = IntVector.fromArray(INTS, others, KNOWN_PLANES * otherCount + other)
                .and(codes[KNOWN_PLANES * count + minutia]);
        IntVector knownHigh = IntVector.fromArray(INTS, others, (KNOWN_PLANES + 1) * otherCount + other)
                .and(codes[(KNOWN_PLANES + 1) * count + minutia]);
        IntVector sectors = IntVector.zero(INTS);
        for (int plane = RIDGE_PLANES; plane < KNOWN_PLANES; plane += 2) {
            IntVector low = IntVector.fromArray(INTS, others, plane * otherCount + other)
                    .lanewise(XOR, codes[plane * count + minutia])
                    .and(knownLow);
            IntVector high = IntVector.fromArray(INTS, others, (plane + 1) * otherCount + other)
                    .lanewise(XOR, codes[(plane + 1) * count + minutia])
                    .and(knownHigh);
            sectors = sectors.add(low.lanewise(BIT_COUNT)).add(high.lanewise(BIT_COUNT));
        }
        IntVector cells = knownLow.lanewise(BIT_COUNT).add(knownHigh.lanewise(BIT_COUNT));
        Vector<Float> share = sectors.convert(I2F, 0).div(cells.convert(I2F, 0));
        FloatVector ridges = FloatVector.broadcast(FLOATS, 1)
                .sub(share)
                .blend(0, cells.compare(LT, CodeComparison.COMMON_CELLS_MIN).cast(FLOATS));
        VectorMask<Float> isEnough = ridges.compare(GT, CodeComparison.RIDGE_AGREEMENT_MIN);
        if (!isEnough.anyTrue()) {
            IntVector.zero(INTS).intoArray(similarity, other);
            return;
        }
        IntVector differing = IntVector.zero(INTS);
        IntVector common = IntVector.zero(INTS);
        for (int plane = 0; plane < RIDGE_PLANES; plane += 2) {
            IntVector low = IntVector.fromArray(INTS, others, plane * otherCount + other);
            IntVector high = IntVector.fromArray(INTS, others, (plane + 1) * otherCount + other);
            int ownLow = codes[plane * count + minutia];
            int ownHigh = codes[(plane + 1) * count + minutia];
            differing = differing
                    .add(low.lanewise(XOR, ownLow).and(knownLow).lanewise(BIT_COUNT))
                    .add(high.lanewise(XOR, ownHigh).and(knownHigh).lanewise(BIT_COUNT));
            common = common.add(low.and(ownLow).and(knownLow).lanewise(BIT_COUNT))
                    .add(high.and(ownHigh).and(knownHigh).lanewise(BIT_COUNT));
        }
        Vector<Float> divisor = differing.add(common.add(common)).mul(2).convert(I2F, 0);
        Vector<Integer> step = differing
                .mul(CodeComparison.ROOT_STEPS)
                .convert(I2F, 0)
                .div(divisor)
                .convert(F2I, 0);
        FloatVector root = ((FloatVector) step.convert(I2F, 0))
                .mul(1f / CodeComparison.ROOT_STEPS)
                .lanewise(SQRT);
        FloatVector neighbours = FloatVector.broadcast(FLOATS, 1)
                .sub(root)
                .blend(0, common.compare(EQ, 0).cast(FLOATS));
        Vector<Integer> similar =
                neighbours.add(ridges).mul(CodeComparison.SIMILARITY_MAX / 2f).convert(F2I, 0);
        ((IntVector) similar).max(0).blend(0, isEnough.not().cast(INTS)).intoArray(similarity, other);
    }
}

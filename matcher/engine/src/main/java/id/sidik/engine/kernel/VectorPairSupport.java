package id.sidik.engine.kernel;

import static id.sidik.engine.kernel.Lanes.FLOATS;
import static id.sidik.engine.kernel.Lanes.INTS;
import static jdk.incubator.vector.VectorOperators.ABS;
import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.I2F;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.NE;
import static jdk.incubator.vector.VectorOperators.SQRT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorMask;

/** {@link PairSupport} with a supported pair in each lane: each sums up its supporters in the order of the scalar twin. */
public final class VectorPairSupport {
    /** Shifts that make a byte of an int, and an int of it again. */
    private static final int BYTE_SHIFT = Integer.SIZE - Byte.SIZE;

    private VectorPairSupport() {}

    /** As {@link PairSupport#find}. */
    public static void find(PairTable pairs) {
        for (int pair = 0; pair < pairs.count(); pair += INTS.length()) {
            find(pairs, pair);
        }
    }

    private static void find(PairTable pairs, int pair) {
        IntVector probe = IntVector.fromArray(INTS, pairs.probe, pair);
        IntVector reference = IntVector.fromArray(INTS, pairs.reference, pair);
        IntVector turn = IntVector.fromArray(INTS, pairs.turn, pair);
        FloatVector cos = FloatVector.fromArray(FLOATS, pairs.cos, pair);
        FloatVector sin = FloatVector.fromArray(FLOATS, pairs.sin, pair);
        FloatVector sum = FloatVector.fromArray(FLOATS, pairs.value, pair);
        for (int other = 0; other < pairs.count(); other++) {
            IntVector turnError = turn.sub(pairs.turn[other])
                    .lanewise(LSHL, BYTE_SHIFT)
                    .lanewise(ASHR, BYTE_SHIFT)
                    .lanewise(ABS);
            VectorMask<Integer> mayAgree = turnError
                    .compare(LT, PairSupport.TURN_TOLERANCE)
                    .and(probe.compare(NE, pairs.probe[other]))
                    .and(reference.compare(NE, pairs.reference[other]));
            FloatVector dx = FloatVector.broadcast(FLOATS, pairs.probeX[other])
                    .sub(FloatVector.fromArray(FLOATS, pairs.probeX, pair));
            FloatVector dy = FloatVector.broadcast(FLOATS, pairs.probeY[other])
                    .sub(FloatVector.fromArray(FLOATS, pairs.probeY, pair));
            FloatVector errorX = cos.mul(dx)
                    .sub(sin.mul(dy))
                    .sub(FloatVector.broadcast(FLOATS, pairs.referenceX[other])
                            .sub(FloatVector.fromArray(FLOATS, pairs.referenceX, pair)));
            FloatVector errorY = sin.mul(dx)
                    .add(cos.mul(dy))
                    .sub(FloatVector.broadcast(FLOATS, pairs.referenceY[other])
                            .sub(FloatVector.fromArray(FLOATS, pairs.referenceY, pair)));
            FloatVector tolerancePx = dx.mul(dx)
                    .add(dy.mul(dy))
                    .lanewise(SQRT)
                    .mul(PairSupport.TOLERANCE_SHARE)
                    .add(PairSupport.TOLERANCE_PX);
            FloatVector error = errorX.mul(errorX).add(errorY.mul(errorY)).div(tolerancePx.mul(tolerancePx));
            Vector<Float> turned =
                    turnError.convert(I2F, 0).div(FloatVector.broadcast(FLOATS, PairSupport.TURN_TOLERANCE));
            FloatVector one = FloatVector.broadcast(FLOATS, 1);
            FloatVector agreement = one.sub(error).mul(one.sub(turned)).mul(pairs.value[other]);
            sum = sum.add(agreement, mayAgree.cast(FLOATS).and(error.compare(LT, 1)));
        }
        sum.intoArray(pairs.support, pair);
    }
}

package id.sidik.engine.kernel;

import static id.sidik.engine.kernel.Lanes.FLOATS;
import static id.sidik.engine.kernel.Lanes.INTS;
import static id.sidik.engine.kernel.SmoothDisplacement.NEARNESS;
import static id.sidik.engine.kernel.SmoothDisplacement.NEARNESS_STEPS;
import static id.sidik.engine.kernel.SmoothDisplacement.STEPS_PER_SQUARE_PX;
import static jdk.incubator.vector.VectorOperators.F2I;
import static jdk.incubator.vector.VectorOperators.NE;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;

/** {@link SmoothDisplacement} with a place in each lane: each sums up what is known in the order of the scalar twin. */
public final class VectorSmoothDisplacement {
    private VectorSmoothDisplacement() {}

    /** As {@link SmoothDisplacement#move}. */
    public static void move(KnownDisplacements known, float[] x, float[] y, int count, float[] movedX, float[] movedY) {
        for (int place = 0; place < count; place += INTS.length()) {
            moveLanes(known, x, y, place, movedX, movedY);
        }
    }

    private static void moveLanes(
            KnownDisplacements known, float[] x, float[] y, int place, float[] movedX, float[] movedY) {
        IntVector number = IntVector.zero(INTS).addIndex(1).add(place);
        FloatVector fromX = FloatVector.fromArray(FLOATS, x, place);
        FloatVector fromY = FloatVector.fromArray(FLOATS, y, place);
        FloatVector weight = FloatVector.broadcast(FLOATS, SmoothDisplacement.STIFFNESS);
        FloatVector sumX = FloatVector.zero(FLOATS);
        FloatVector sumY = FloatVector.zero(FLOATS);
        for (int each = 0; each < known.count(); each++) {
            FloatVector dx = fromX.sub(known.x[each]);
            FloatVector dy = fromY.sub(known.y[each]);
            IntVector step = (IntVector)
                    dx.mul(dx).add(dy.mul(dy)).mul(STEPS_PER_SQUARE_PX).convert(F2I, 0);
            step.min(NEARNESS_STEPS).intoArray(known.steps, 0);
            VectorMask<Float> isOther = number.compare(NE, known.place[each]).cast(FLOATS);
            FloatVector near = FloatVector.fromArray(FLOATS, NEARNESS, 0, known.steps, 0);
            weight = weight.add(near, isOther);
            sumX = sumX.add(near.mul(known.dx[each]), isOther);
            sumY = sumY.add(near.mul(known.dy[each]), isOther);
        }
        fromX.add(sumX.div(weight)).intoArray(movedX, place);
        fromY.add(sumY.div(weight)).intoArray(movedY, place);
    }
}

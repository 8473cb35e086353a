package id.sidik.engine.kernel;

import static id.sidik.engine.kernel.Lanes.INTS;
import static id.sidik.engine.kernel.PoseVotes.SPARE;
import static jdk.incubator.vector.VectorOperators.ADD;
import static jdk.incubator.vector.VectorOperators.EQ;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;

/** {@link PoseVotes} with another vote in each lane. */
public final class VectorPoseVotes {
    private VectorPoseVotes() {}

    /** As {@link PoseVotes#mostAgreed}. */
    public static int mostAgreed(int[] poses, int[] weights, int first, int end, int limit) {
        int best = first;
        int most = 0;
        for (int at = first; at < end; at++) {
            int sum = agreed(poses, weights, first, end, limit, poses[at]);
            if (sum > most) {
                most = sum;
                best = at;
            }
        }
        return best;
    }

    private static int agreed(int[] poses, int[] weights, int first, int end, int limit, int pose) {
        IntVector sums = IntVector.zero(INTS);
        for (int other = first; other < end; other += INTS.length()) {
            IntVector others = IntVector.fromArray(INTS, poses, other);
            IntVector below = others.neg().add((pose | SPARE) + limit);
            IntVector above = others.or(SPARE).add(limit - pose);
            VectorMask<Integer> agree =
                    below.and(above).and(SPARE).compare(EQ, SPARE).and(INTS.indexInRange(0, end - other));
            sums = sums.add(IntVector.fromArray(INTS, weights, other), agree);
        }
        return sums.reduceLanes(ADD);
    }
}

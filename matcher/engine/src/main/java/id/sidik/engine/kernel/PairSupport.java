package id.sidik.engine.kernel;

/**
 * One round of relaxation: the support of a pair is its value and that of all others, each times how well it agrees. Two pairs agree
 * when the second lies where the first predicts and both are turned alike. O(pairs²).
 */
public final class PairSupport {
    /** A pair may lie this far from where it is predicted, and by a share of the distance more (distortion). */
    static final float TOLERANCE_PX = 8;

    static final float TOLERANCE_SHARE = 0.12f;

    /** In 256ths of a turn. */
    static final int TURN_TOLERANCE = 18;

    private PairSupport() {}

    /** Fills the column of supports. */
    public static void find(PairTable pairs) {
        if (VectorModule.IS_PRESENT) {
            VectorPairSupport.find(pairs);
        } else {
            ScalarPairSupport.find(pairs);
        }
    }

    /** From 1, if the other pair lies exactly where the first predicts, to 0; 0 if they share a minutia. */
    public static float agreement(PairTable pairs, int pair, int other) {
        int turnError = Math.abs((byte) (pairs.turn[pair] - pairs.turn[other]));
        if (pairs.probe[pair] == pairs.probe[other]
                || pairs.reference[pair] == pairs.reference[other]
                || turnError >= TURN_TOLERANCE) {
            return 0;
        }
        float dx = pairs.probeX[other] - pairs.probeX[pair];
        float dy = pairs.probeY[other] - pairs.probeY[pair];
        float errorX = pairs.cos[pair] * dx - pairs.sin[pair] * dy - (pairs.referenceX[other] - pairs.referenceX[pair]);
        float errorY = pairs.sin[pair] * dx + pairs.cos[pair] * dy - (pairs.referenceY[other] - pairs.referenceY[pair]);
        float tolerancePx = TOLERANCE_PX + TOLERANCE_SHARE * (float) Math.sqrt(dx * dx + dy * dy);
        float error = (errorX * errorX + errorY * errorY) / (tolerancePx * tolerancePx);
        return error >= 1 ? 0 : (1 - error) * (1 - turnError / (float) TURN_TOLERANCE);
    }
}

package id.sidik.engine.comparison;

/**
 * How likely two minutiae that were paired are one. Each observation adds its log-likelihood ratio, as found in pairs of genuine
 * comparisons against pairs that chance made in impostor comparisons; shares below 1 allow for what the observations have in
 * common.
 */
final class PairLikelihood {
    private static final int ERROR_STEPS = 1024;
    private static final float STEPS_PER_SQUARE_PX = 4;
    private static final int TURN_STEPS = Angles.TURN / 2 + 1;

    /** Log-likelihood ratios at distances in px, turns in 256ths of a turn and similarities of neighbourhoods of 255. */
    private static final float[] ERROR_LOGIT = errors();

    private static final float[] TURN_LOGIT =
            sampled(TURN_STEPS, 0.3f, new float[] {0, 2, 6, 12, 20}, new float[] {0.85f, 0.5f, -0.5f, -1.6f, -2});
    private static final float[] SIMILARITY_LOGIT = sampled(
            SimilarMinutiae.SIMILARITY_MAX + 1, 0.9f, new float[] {0, 77, 107, 128, 153, 179, 204}, new float[] {
                -3.2f, -2.1f, -1.6f, -1, 1, 3.8f, 5.8f
            });
    private static final float SAME_TYPE_LOGIT = 0.2f;
    private static final float OTHER_TYPE_LOGIT = -0.3f;

    private PairLikelihood() {}

    /**
     * From 0 to 1.
     *
     * @param squaredErrorPx square of the distance from where the minutia was expected, px²
     * @param turn how far it is turned from the expected direction, in 256ths of a turn
     * @param similarity of the neighbourhoods, 0 to 255
     */
    static float of(float squaredErrorPx, int turn, int similarity, boolean sameType) {
        int error = Math.min(ERROR_STEPS - 1, (int) (squaredErrorPx * STEPS_PER_SQUARE_PX));
        float logit = ERROR_LOGIT[error]
                + TURN_LOGIT[turn]
                + SIMILARITY_LOGIT[similarity]
                + (sameType ? SAME_TYPE_LOGIT : OTHER_TYPE_LOGIT);
        return (float) (1 / (1 + Math.exp(-logit)));
    }

    private static float[] errors() {
        float[] at = {0.5f, 3, 6, 10, 14};
        float[] logits = {1.8f, 0.66f, -0.56f, -1.45f, -1.5f};
        float[] table = new float[ERROR_STEPS];
        for (int step = 0; step < ERROR_STEPS; step++) {
            table[step] = 0.55f * between((float) Math.sqrt(step / STEPS_PER_SQUARE_PX), at, logits);
        }
        return table;
    }

    private static float[] sampled(int count, float share, float[] at, float[] logits) {
        float[] table = new float[count];
        for (int step = 0; step < count; step++) {
            table[step] = share * between(step, at, logits);
        }
        return table;
    }

    /** Straight lines between the points, constant beyond the first and the last. */
    private static float between(float value, float[] at, float[] logits) {
        int right = 0;
        while (right < at.length && at[right] < value) {
            right++;
        }
        if (right == 0 || right == at.length) {
            return logits[Math.min(right, at.length - 1)];
        }
        float share = (value - at[right - 1]) / (at[right] - at[right - 1]);
        return logits[right - 1] + share * (logits[right] - logits[right - 1]);
    }
}

package id.sidik.engine.comparison;

/**
 * What speaks for and against a pairing of two prints, as the parts of a logistic model. Scratch memory of one comparison.
 *
 * <ul>
 *   <li>Pairs in good company: a pair counts as much as it fits, times the share of the minutiae near it that are paired, too.
 *       Chance pairs minutiae here and there; a finger pairs them region by region, whatever the rest of the print looks like.
 *   <li>Likely pairs in good company: the same with each pair weighed by how likely it is one, from its position, direction,
 *       neighbourhood and type.
 *   <li>Minutiae that should have been paired: those well inside the overlap that found no mate, by their quality.
 *   <li>How parallel the ridges run where the prints overlap, and how large the overlap is.
 * </ul>
 */
final class Evidence {
    /** Deviation of the Gaussian by which a pair fits. */
    private static final float FIT_PX = 6;

    /** Weight of an unpaired minutia against a paired one in the company of a pair, and of nobody. */
    private static final float UNPAIRED_WEIGHT = 0.8f;

    private static final float NOBODY_WEIGHT = 0.5f;

    private static final int RIDGE_STEPS = Angles.TURN / 2;
    private static final float[] PARALLEL = parallel();

    private final float[] likelihood = new float[PrintGeometry.MINUTIAE_MAX];
    private final boolean[] isProbeInOverlap = new boolean[PrintGeometry.MINUTIAE_MAX];
    private final boolean[] isReferenceInOverlap = new boolean[PrintGeometry.MINUTIAE_MAX];
    private final boolean[] isProbeMissed = new boolean[PrintGeometry.MINUTIAE_MAX];
    private final boolean[] isReferenceMissed = new boolean[PrintGeometry.MINUTIAE_MAX];
    private float company;
    private float likelyCompany;
    private float unpaired;
    private float parallelRidges;
    private float overlap;

    /** Weighs a pairing. O(minutiae² + field cells). */
    void weigh(PrintGeometry probe, PrintGeometry reference, SimilarMinutiae similar, Pairing pairing) {
        weighUnpaired(probe, reference, pairing);
        weighPairs(probe, reference, similar, pairing);
        weighCompany(probe, reference, pairing);
        weighRidges(probe, reference, pairing.motion());
    }

    private void weighUnpaired(PrintGeometry probe, PrintGeometry reference, Pairing pairing) {
        RigidMotion motion = pairing.motion();
        float sum = 0;
        for (int i = 0; i < probe.count(); i++) {
            float x = pairing.predictedX(i);
            float y = pairing.predictedY(i);
            isProbeInOverlap[i] = pairing.mate(i) == Pairing.NONE && reference.isPrintAt(x, y);
            isProbeMissed[i] = isProbeInOverlap[i] && reference.isInteriorAt(x, y);
            sum += isProbeMissed[i] ? probe.quality(i) : 0;
        }
        for (int j = 0; j < reference.count(); j++) {
            float x = motion.backX(reference.x(j), reference.y(j));
            float y = motion.backY(reference.x(j), reference.y(j));
            isReferenceInOverlap[j] = !pairing.isPaired(j) && probe.isPrintAt(x, y);
            isReferenceMissed[j] = isReferenceInOverlap[j] && probe.isInteriorAt(x, y);
            sum += isReferenceMissed[j] ? reference.quality(j) : 0;
        }
        unpaired = (float) Math.log1p(sum);
    }

    private void weighPairs(PrintGeometry probe, PrintGeometry reference, SimilarMinutiae similar, Pairing pairing) {
        for (int i = 0; i < probe.count(); i++) {
            int j = pairing.mate(i);
            likelihood[i] = j == Pairing.NONE
                    ? 0
                    : PairLikelihood.of(
                            pairing.squaredError(i, reference, j),
                            pairing.turnError(probe, i, reference, j),
                            similar.similarity(i, j),
                            probe.sameType(i, reference, j));
        }
    }

    private void weighCompany(PrintGeometry probe, PrintGeometry reference, Pairing pairing) {
        company = 0;
        likelyCompany = 0;
        for (int i = 0; i < probe.count(); i++) {
            if (pairing.mate(i) == Pairing.NONE) {
                continue;
            }
            float paired = 0;
            float likely = 0;
            float alone = 0;
            for (int k = 0; k < probe.count(); k++) {
                float near = k == i ? 0 : nearness(pairing, i, pairing.predictedX(k), pairing.predictedY(k));
                if (pairing.mate(k) != Pairing.NONE) {
                    paired += near;
                    likely += near * likelihood[k];
                } else if (isProbeInOverlap[k]) {
                    alone += near;
                }
            }
            for (int j = 0; j < reference.count(); j++) {
                alone += isReferenceInOverlap[j] ? nearness(pairing, i, reference.x(j), reference.y(j)) : 0;
            }
            float near = paired + UNPAIRED_WEIGHT * alone + NOBODY_WEIGHT;
            float error = pairing.squaredError(i, reference, pairing.mate(i));
            float fit = (float) Math.exp(-error / (2 * FIT_PX * FIT_PX));
            company += fit * paired / near;
            likelyCompany += fit * likely / near;
        }
    }

    private static float nearness(Pairing pairing, int probeMinutia, float x, float y) {
        return Pairing.nearness(pairing.predictedX(probeMinutia) - x, pairing.predictedY(probeMinutia) - y);
    }

    private void weighRidges(PrintGeometry probe, PrintGeometry reference, RigidMotion motion) {
        int cells = 0;
        float sum = 0;
        for (int row = 0; row < probe.rows(); row++) {
            for (int col = 0; col < probe.cols(); col++) {
                int ours = probe.ridgeOf(col, row);
                if (ours == PrintGeometry.OUTSIDE) {
                    continue;
                }
                float x = PrintGeometry.centrePx(col);
                float y = PrintGeometry.centrePx(row);
                int theirs = reference.ridgeAt(motion.x(x, y), motion.y(x, y));
                if (theirs != PrintGeometry.OUTSIDE) {
                    cells++;
                    sum += PARALLEL[(theirs - ours - motion.turn()) & (RIDGE_STEPS - 1)];
                }
            }
        }
        parallelRidges = cells == 0 ? 0 : sum / cells;
        overlap = (float) Math.log1p(cells);
    }

    private static float[] parallel() {
        float[] parallel = new float[RIDGE_STEPS];
        for (int step = 0; step < RIDGE_STEPS; step++) {
            parallel[step] = (float) Math.cos(step * 2 * Math.PI / RIDGE_STEPS);
        }
        return parallel;
    }

    /** From 0: pairs in good company. */
    float company() {
        return company;
    }

    /** From 0: pairs in the company of likely ones. */
    float likelyCompany() {
        return likelyCompany;
    }

    /** Logarithm of 1 + the summed quality of minutiae that should have been paired. */
    float unpaired() {
        return unpaired;
    }

    /** Whether a minutia of the probe should have been paired and was not. */
    boolean isProbeMissed(int probeMinutia) {
        return isProbeMissed[probeMinutia];
    }

    boolean isReferenceMissed(int referenceMinutia) {
        return isReferenceMissed[referenceMinutia];
    }

    /** Mean cosine of twice the angle between the ridges: 1 parallel, 0 as by chance. */
    float parallelRidges() {
        return parallelRidges;
    }

    /** Logarithm of 1 + the field cells in which both prints lie. */
    float overlap() {
        return overlap;
    }

    /** How likely it is, 0 to 1, that a minutia of the probe and its mate are one; 0 without a mate. */
    float likelihood(int probeMinutia) {
        return likelihood[probeMinutia];
    }
}

package id.sidik.engine.comparison;

import id.sidik.engine.features.RidgeField;
import id.sidik.engine.kernel.SmoothDisplacement;

/**
 * What speaks for and against a pairing of two prints, as the parts of a logistic model. Scratch memory of one comparison.
 *
 * <ul>
 *   <li>Pairs in good company: a pair counts as much as it fits, times the share of the minutiae near it that are paired, too.
 *       Chance pairs minutiae here and there; a finger pairs them region by region, whatever the rest of the print looks like.
 *   <li>Minutiae that should have been paired: those well inside the overlap that found no mate, by their quality.
 *   <li>Clutter: all that found no mate in the overlap, the doubtful ones and those at the edge as well. The more there are, the less
 *       each of those that should have been paired says.
 *   <li>How large the overlap is: the larger, the less is a good pairing chance.
 *   <li>In how much of it the ridges of one print cross those of the other. A small overlap that chance finds has few minutiae to speak
 *       against it, but ridges it has everywhere.
 *   <li>How many more minutiae were paired than chance would pair, and how much more support the first pair had than usual.
 * </ul>
 */
final class Evidence {
    /** Deviation of the Gaussian by which a pair fits. */
    private static final float FIT_PX = 6;

    /** Weight of an unpaired minutia against a paired one in the company of a pair, and of nobody. */
    private static final float UNPAIRED_WEIGHT = 0.8f;

    private static final float NOBODY_WEIGHT = 0.5f;

    /** The area in which chance pairs two minutiae, weighed by how well they fit, times the share of turns that it accepts. */
    private static final float CHANCE_AREA_PX = 38;

    /** Lest a single pair in a sliver of overlap be a surprise. */
    private static final float OVERLAP_CELLS_MORE = 4;

    private static final float CHANCE_AT_LEAST = 0.05f;

    /** Ridges that are further apart than 11 degrees cross; orientations of a half turn are told in as many steps. */
    private static final int PARALLEL_MAX = 8;

    private static final int HALF_TURN = Angles.TURN / 2;

    /** The support that the best pair of two strangers usually has: it grows with the minutiae they have, to a point. */
    private static final float USUAL_SUPPORT = 0.3f;

    private static final float USUAL_SUPPORT_PER_MINUTIA = 0.07f;
    private static final float USUAL_SUPPORT_MAX = 1.75f;

    private final boolean[] isProbeInOverlap = new boolean[PrintGeometry.MINUTIAE_MAX];
    private final boolean[] isReferenceInOverlap = new boolean[PrintGeometry.MINUTIAE_MAX];
    private final boolean[] isProbeMissed = new boolean[PrintGeometry.MINUTIAE_MAX];
    private final boolean[] isReferenceMissed = new boolean[PrintGeometry.MINUTIAE_MAX];
    private float fits;
    private float company;
    private float unpaired;
    private float clutter;
    private float overlap;
    private float crossing;
    private float support;
    private float surprise;

    /** Weighs a pairing. O(minutiae² + field cells). */
    void weigh(PrintGeometry probe, PrintGeometry reference, SimilarMinutiae similar, int seed, Pairing pairing) {
        support = (float) Math.log(similar.support(seed) / usualSupport(probe, reference));
        weighUnpaired(probe, reference, pairing);
        weighCompany(probe, reference, pairing);
        int cells = weighOverlap(probe, reference, pairing.motion());
        weighSurprise(probe, reference, pairing, cells);
    }

    private void weighUnpaired(PrintGeometry probe, PrintGeometry reference, Pairing pairing) {
        RigidMotion motion = pairing.motion();
        float sum = 0;
        int all = 0;
        for (int i = 0; i < probe.count(); i++) {
            float x = pairing.predictedX(i);
            float y = pairing.predictedY(i);
            isProbeInOverlap[i] = pairing.mate(i) == Pairing.NONE && reference.isPrintAt(x, y);
            isProbeMissed[i] = isProbeInOverlap[i] && reference.isInteriorAt(x, y);
            sum += isProbeMissed[i] ? probe.quality(i) : 0;
            all += isProbeInOverlap[i] ? 1 : 0;
        }
        for (int j = 0; j < reference.count(); j++) {
            float x = motion.backX(reference.x(j), reference.y(j));
            float y = motion.backY(reference.x(j), reference.y(j));
            isReferenceInOverlap[j] = !pairing.isPaired(j) && probe.isPrintAt(x, y);
            isReferenceMissed[j] = isReferenceInOverlap[j] && probe.isInteriorAt(x, y);
            sum += isReferenceMissed[j] ? reference.quality(j) : 0;
            all += isReferenceInOverlap[j] ? 1 : 0;
        }
        unpaired = (float) Math.log1p(sum);
        clutter = (float) Math.log1p(all);
    }

    private void weighCompany(PrintGeometry probe, PrintGeometry reference, Pairing pairing) {
        company = 0;
        fits = 0;
        for (int i = 0; i < probe.count(); i++) {
            if (pairing.mate(i) == Pairing.NONE) {
                continue;
            }
            float paired = 0;
            float alone = 0;
            for (int k = 0; k < probe.count(); k++) {
                float near = k == i ? 0 : nearness(pairing, i, pairing.predictedX(k), pairing.predictedY(k));
                if (pairing.mate(k) != Pairing.NONE) {
                    paired += near;
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
            fits += fit;
            company += fit * paired / near;
        }
    }

    private static float nearness(Pairing pairing, int probeMinutia, float x, float y) {
        return SmoothDisplacement.nearness(pairing.predictedX(probeMinutia) - x, pairing.predictedY(probeMinutia) - y);
    }

    /**
     * Half the deviance of a Poisson count: how much likelier the pairs are under their own number than under that of chance, in
     * nats. By chance two minutiae lie as close and are turned alike in a share of all that could, over the area of the overlap.
     */
    private void weighSurprise(PrintGeometry probe, PrintGeometry reference, Pairing pairing, int cells) {
        int ours = 0;
        int pairs = 0;
        for (int i = 0; i < probe.count(); i++) {
            boolean isPaired = pairing.mate(i) != Pairing.NONE;
            pairs += isPaired ? 1 : 0;
            ours += isPaired || isProbeInOverlap[i] ? 1 : 0;
        }
        int theirs = pairs;
        for (int j = 0; j < reference.count(); j++) {
            theirs += isReferenceInOverlap[j] ? 1 : 0;
        }
        float areaPx = (cells + OVERLAP_CELLS_MORE) * RidgeField.CELL_PX * RidgeField.CELL_PX;
        float byChance = CHANCE_AT_LEAST + ours * theirs * CHANCE_AREA_PX / areaPx;
        surprise = fits <= byChance ? 0 : (float) Math.log1p(fits * Math.log(fits / byChance) - (fits - byChance));
    }

    /** Returns the cells of the probe in which both prints lie. */
    private int weighOverlap(PrintGeometry probe, PrintGeometry reference, RigidMotion motion) {
        int cells = 0;
        int crossed = 0;
        for (int row = 0; row < probe.rows(); row++) {
            float y = PrintGeometry.centrePx(row);
            for (int col = 0; col < probe.cols(); col++) {
                int ours = probe.ridgeOf(col, row);
                if (ours == PrintGeometry.OUTSIDE) {
                    continue;
                }
                float x = PrintGeometry.centrePx(col);
                int theirs = reference.ridgeAt(motion.x(x, y), motion.y(x, y));
                if (theirs != PrintGeometry.OUTSIDE) {
                    int apart = ours + motion.turn() - theirs & HALF_TURN - 1;
                    cells++;
                    crossed += apart > PARALLEL_MAX && apart < HALF_TURN - PARALLEL_MAX ? 1 : 0;
                }
            }
        }
        overlap = (float) Math.log1p(cells);
        crossing = (float) Math.log1p(crossed);
        return cells;
    }

    /** The support of the best pair of minutiae that two strangers with as many minutiae have. */
    static float usualSupport(PrintGeometry probe, PrintGeometry reference) {
        int minutiae = Math.min(probe.count(), reference.count());
        return Math.min(USUAL_SUPPORT_MAX, USUAL_SUPPORT + USUAL_SUPPORT_PER_MINUTIA * minutiae);
    }

    /** From 0: pairs in good company. */
    float company() {
        return company;
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

    /** Logarithm of 1 + the minutiae in the overlap that found no mate, whatever their quality. */
    float clutter() {
        return clutter;
    }

    /** Logarithm of 1 + the field cells in which both prints lie. */
    float overlap() {
        return overlap;
    }

    /** Logarithm of 1 + those of them in which ridges of one cross those of the other. */
    float crossing() {
        return crossing;
    }

    /** Logarithm of how much more the first pair was supported than the best of strangers usually is. */
    float support() {
        return support;
    }

    /** Logarithm of 1 + the nats by which the pairs are likelier than chance. */
    float surprise() {
        return surprise;
    }
}

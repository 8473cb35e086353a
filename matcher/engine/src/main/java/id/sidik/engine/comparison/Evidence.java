package id.sidik.engine.comparison;

import id.sidik.engine.kernel.CodePlanes;
import id.sidik.engine.kernel.SmoothDisplacement;

/**
 * What speaks for and against a pairing of two prints, as the parts of a logistic model. Scratch memory of one comparison.
 *
 * <ul>
 *   <li>Pairs in good company: a pair counts as much as it fits, times the share of the minutiae near it that are paired, too.
 *       Chance pairs minutiae here and there; a finger pairs them region by region, whatever the rest of the print looks like.
 *   <li>Clear pairs: a pair counts as much as it fits, times its minutiae's quality. Noise has minutiae enough to pair, but poor ones.
 *   <li>Minutiae that should have been paired: those well inside the overlap that found no mate, by their quality, and by how empty
 *       the other print is at their place. Where it shows a minutia at all, there is one; that it points the other way, since ink turns
 *       endings into bifurcations, or is taken by a neighbour, does not speak against one finger.
 *   <li>Clutter: all that found no mate in the overlap, the doubtful ones and those at the edge as well. The more there are, the less
 *       each of those that should have been paired says.
 *   <li>How large the overlap is: the larger, the less is a good pairing chance.
 *   <li>In how much of it the ridges of one print cross those of the other. A small overlap that chance finds has few minutiae to speak
 *       against it, but ridges it has everywhere.
 *   <li>Ridges on ridges: {@link RidgeAgreement}, against what strangers usually have. Takes longest, so it is asked for only where the others
 *       leave a doubt, and says nothing otherwise, or where a template does not hold it.
 * </ul>
 */
final class Evidence {
    /** Deviation of the Gaussian by which a pair fits. */
    private static final float FIT_PX = 6;

    /** Weight of an unpaired minutia against a paired one in the company of a pair, and of nobody. */
    private static final float UNPAIRED_WEIGHT = 0.8f;

    private static final float NOBODY_WEIGHT = 0.5f;

    /** Pairs of one finger stand closer together than they would if they were strewn over the overlap. */
    private static final float COMPANY_EXPECTED = 1.25f;

    /** How near a minutia of the other print says that it has one here: within about a ridge, the error of both places. */
    private static final Gaussian OCCUPIED = new Gaussian(12, 36);

    /** Ridges that are further apart than 11 degrees cross; orientations of a half turn are told in as many steps. */
    private static final int PARALLEL_MAX = 8;

    /** What strangers usually have: where ridges are not known, a score then promises no more than where they are. */
    private static final float USUAL_AGREEMENT = 0.15f;

    private static final int HALF_TURN = Angles.TURN / 2;

    private static final int PLACES_MAX = PrintGeometry.MINUTIAE_MAX + CodePlanes.LANES_MAX;

    private final boolean[] isProbeInOverlap = new boolean[PrintGeometry.MINUTIAE_MAX];
    private final boolean[] isReferenceInOverlap = new boolean[PrintGeometry.MINUTIAE_MAX];
    private final boolean[] isProbeMissed = new boolean[PrintGeometry.MINUTIAE_MAX];
    private final boolean[] isReferenceMissed = new boolean[PrintGeometry.MINUTIAE_MAX];
    private final float[] missedX = new float[PLACES_MAX];
    private final float[] missedY = new float[PLACES_MAX];
    private final float[] missedQuality = new float[PrintGeometry.MINUTIAE_MAX];
    private final float[] nearestSquares = new float[PLACES_MAX];
    private int missedCount;
    private final float[] fit = new float[PrintGeometry.MINUTIAE_MAX];
    private final RidgeAgreement agreement = new RidgeAgreement();
    private int paired;
    private int alone;
    private float fitting;
    private float company;
    private float clearPairs;
    private float unpaired;
    private float clutter;
    private float overlap;
    private float crossing;
    private float ridges;
    private boolean doRidgesCount;
    private boolean isTurnedUnusually;

    /**
     * Weighs all but the company of pairs, which is taken to be perfect, and the ridges, which say nothing yet. O(minutiae² + field cells).
     */
    void weighAtBest(PrintGeometry probe, PrintGeometry reference, Pairing pairing) {
        isTurnedUnusually = Angles.between(pairing.motion().turn(), 0) > SimilarMinutiae.USUAL_TURN_MAX;
        ridges = 0;
        doRidgesCount = false;
        weighUnpaired(probe, reference, pairing);
        weighPairs(probe, reference, pairing);
        weighOverlap(probe, reference, pairing.motion());
    }

    private void weighUnpaired(PrintGeometry probe, PrintGeometry reference, Pairing pairing) {
        alone = 0;
        findProbeMissed(probe, reference, pairing);
        reference.nearestSquares(missedX, missedY, missedCount, nearestSquares);
        float sum = addMissed(0);
        findReferenceMissed(probe, reference, pairing);
        pairing.nearestSquares(probe, missedX, missedY, missedCount, nearestSquares);
        unpaired = (float) Math.log1p(addMissed(sum));
        clutter = (float) Math.log1p(alone);
    }

    private void findProbeMissed(PrintGeometry probe, PrintGeometry reference, Pairing pairing) {
        missedCount = 0;
        for (int i = 0; i < probe.count(); i++) {
            float x = pairing.predictedX(i);
            float y = pairing.predictedY(i);
            isProbeInOverlap[i] = pairing.mate(i) == Pairing.NONE && reference.isPrintAt(x, y);
            isProbeMissed[i] = isProbeInOverlap[i] && reference.isInteriorAt(x, y);
            if (isProbeMissed[i]) {
                miss(x, y, probe.quality(i));
            }
            alone += isProbeInOverlap[i] ? 1 : 0;
        }
    }

    private void findReferenceMissed(PrintGeometry probe, PrintGeometry reference, Pairing pairing) {
        missedCount = 0;
        for (int j = 0; j < reference.count(); j++) {
            float x = pairing.motion().backX(reference.x(j), reference.y(j));
            float y = pairing.motion().backY(reference.x(j), reference.y(j));
            isReferenceInOverlap[j] = !pairing.isPaired(j) && probe.isPrintAt(x, y);
            isReferenceMissed[j] = isReferenceInOverlap[j] && probe.isInteriorAt(x, y);
            if (isReferenceMissed[j]) {
                miss(reference.x(j), reference.y(j), reference.quality(j));
            }
            alone += isReferenceInOverlap[j] ? 1 : 0;
        }
    }

    private void miss(float x, float y, float quality) {
        missedX[missedCount] = x;
        missedY[missedCount] = y;
        missedQuality[missedCount++] = quality;
    }

    private float addMissed(float before) {
        float sum = before;
        for (int missed = 0; missed < missedCount; missed++) {
            sum += missedQuality[missed] * emptiness(nearestSquares[missed]);
        }
        return sum;
    }

    /** From 0, where the other print has a minutia, to 1, where none is near. */
    private static float emptiness(float nearestSquare) {
        return 1 - OCCUPIED.at((float) Math.sqrt(nearestSquare));
    }

    private void weighPairs(PrintGeometry probe, PrintGeometry reference, Pairing pairing) {
        fitting = 0;
        paired = 0;
        float clear = 0;
        for (int i = 0; i < probe.count(); i++) {
            int mate = pairing.mate(i);
            if (mate != Pairing.NONE) {
                float error = pairing.squaredError(i, reference, mate);
                fit[i] = (float) Math.exp(-error / (2 * FIT_PX * FIT_PX));
                fitting += fit[i];
                paired++;
                clear += fit[i] * (float) Math.sqrt(probe.quality(i) * reference.quality(mate));
            }
        }
        company = fitting;
        clearPairs = (float) Math.log1p(clear);
    }

    /**
     * Takes the pairs to be in the company that they have over the whole overlap, or a little better: what they have near them is hardly
     * ever more. Needs what {@link #weighAtBest} found, and costs next to nothing.
     */
    void expectCompany() {
        float share = COMPANY_EXPECTED * paired / (paired + UNPAIRED_WEIGHT * alone + NOBODY_WEIGHT);
        company = fitting * Math.min(1, share);
    }

    /** Needs what {@link #weighAtBest} found. */
    void weighCompany(PrintGeometry probe, PrintGeometry reference, Pairing pairing) {
        company = 0;
        for (int i = 0; i < probe.count(); i++) {
            if (pairing.mate(i) == Pairing.NONE) {
                continue;
            }
            float pairedNear = 0;
            float aloneNear = 0;
            for (int k = 0; k < probe.count(); k++) {
                float near = k == i ? 0 : nearness(pairing, i, pairing.predictedX(k), pairing.predictedY(k));
                if (pairing.mate(k) != Pairing.NONE) {
                    pairedNear += near;
                } else if (isProbeInOverlap[k]) {
                    aloneNear += near;
                }
            }
            for (int j = 0; j < reference.count(); j++) {
                aloneNear += isReferenceInOverlap[j] ? nearness(pairing, i, reference.x(j), reference.y(j)) : 0;
            }
            company += fit[i] * pairedNear / (pairedNear + UNPAIRED_WEIGHT * aloneNear + NOBODY_WEIGHT);
        }
    }

    /** The most that the ridges can bring. */
    static float ridgesMax() {
        return 1 - USUAL_AGREEMENT;
    }

    /** Looks at the ridges, and lets them count. */
    void weighRidges(PrintGeometry probe, PrintGeometry reference, Pairing pairing) {
        lookAtRidges(probe, reference, pairing);
        doRidgesCount = true;
    }

    /** Looks at them without letting them count: for who wants to know. */
    void lookAtRidges(PrintGeometry probe, PrintGeometry reference, Pairing pairing) {
        ridges = probe.hasPhases() && reference.hasPhases()
                ? agreement.of(probe, reference, pairing) - USUAL_AGREEMENT
                : 0;
    }

    private static float nearness(Pairing pairing, int probeMinutia, float x, float y) {
        return SmoothDisplacement.nearness(pairing.predictedX(probeMinutia) - x, pairing.predictedY(probeMinutia) - y);
    }

    /** Counts cells of the probe. */
    private void weighOverlap(PrintGeometry probe, PrintGeometry reference, RigidMotion motion) {
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
    }

    /** From 0: pairs in good company. */
    float company() {
        return company;
    }

    /** Logarithm of 1 + the pairs, each as much as it fits and is clear. */
    float clearPairs() {
        return clearPairs;
    }

    /** Logarithm of 1 + the summed quality of minutiae that should have been paired, where the other print is empty. */
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

    /** How well ridges lie on ridges, above what strangers usually have: -0.15 to 0.85; 0 if they were not looked at or are not known. */
    float ridges() {
        return ridges;
    }

    /** Whether they were in doubt enough to ask the ridges. */
    boolean doRidgesCount() {
        return doRidgesCount;
    }

    /** Whether one print had to be turned further than people turn their fingers. */
    boolean isTurnedUnusually() {
        return isTurnedUnusually;
    }
}

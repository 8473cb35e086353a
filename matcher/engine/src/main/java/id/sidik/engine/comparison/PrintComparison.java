package id.sidik.engine.comparison;

import java.util.stream.Stream;

/**
 * The journey of one comparison, with its scratch memory (about 200 kB, used again and again; one thread at a time): similar
 * minutiae, a few ways to lay one print over the other, the pairing each leads to, the evidence of the best.
 */
final class PrintComparison {
    /** How many ways to lay one print over the other are followed to the end. */
    private static final int ATTEMPTS_MAX = Pairing.ATTEMPTS_MAX;

    /** A first pair with less than this share of the support that strangers usually have leads nowhere. Most impostors end here. */
    private static final float SUPPORT_SHARE_MIN = 0.8f;

    /** Likewise for a pair that asks for an unusual turn. */
    private static final float UNUSUAL_SUPPORT_SHARE_MIN = 1.5f;

    /** The support that the best pair of two strangers usually has: it grows with the minutiae they have, to a point. */
    private static final float USUAL_SUPPORT = 0.3f;

    private static final float USUAL_SUPPORT_PER_MINUTIA = 0.07f;
    private static final float USUAL_SUPPORT_MAX = 1.75f;

    /** What scores less by its minutiae is a stranger, whatever the ridges say, and they are not looked at. */
    static final double RIDGES_FROM_SCORE = 15;

    /**
     * What scores no more with the company to be expected is not weighed further, and scores nothing: no pair of the development sets that
     * scored 15 was expected below 14, and no mate below 15.
     */
    private static final double EXPECTED_SCORE_MIN = 10;

    /** An attempt that would put a pair of minutiae where an earlier one did is not worth making: px and 256ths of a turn. */
    private static final float SAME_PLACE_PX = 16;

    private static final int SAME_TURN = 20;

    private static final int NO_SEED = -1;

    /** As a score that is known already: the ridges are worth looking at. */
    private static final double NOTHING_KNOWN = -1;

    private final SimilarMinutiae similar = new SimilarMinutiae();
    private final Pairing pairing = new Pairing();
    private final Evidence evidence = new Evidence();
    private final RigidMotion[] tried =
            Stream.generate(RigidMotion::new).limit(ATTEMPTS_MAX).toArray(RigidMotion[]::new);
    private int bestSeed;

    /** How much the evidence speaks for one finger, from 0. Allocates nothing. */
    double score(PreparedPrint probe, PreparedPrint reference) {
        similar.find(probe, reference);
        double best = 0;
        bestSeed = NO_SEED;
        for (int attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
            int seed = nextSeed(probe.geometry(), reference.geometry(), attempt);
            if (seed == NO_SEED) {
                break;
            }
            double score = scoreFrom(seed, probe.geometry(), reference.geometry(), attempt, best);
            if (bestSeed == NO_SEED || score > best) {
                best = score;
                bestSeed = seed;
            }
        }
        return best;
    }

    /** How alike the neighbourhoods of minutiae are that are most alike, 0 to 1, wherever they lie. */
    double neighbourhoodSimilarity(PreparedPrint probe, PreparedPrint reference) {
        similar.find(probe, reference);
        return similar.meanOfKept();
    }

    /** The score of the pairing that a first pair leads to, if it is more than is known already; else no more than that. */
    private double scoreFrom(int seed, PrintGeometry probe, PrintGeometry reference, int attempt, double known) {
        boolean isNew = pairing.find(probe, reference, similar, seed, attempt);
        tried[attempt].set(isNew ? pairing.motion() : tried[attempt - 1]);
        if (!isNew) {
            return 0;
        }
        evidence.weighAtBest(probe, reference, pairing);
        return isWorthMore(known, RIDGES_FROM_SCORE) && isExpectedToMatter() ? score(probe, reference, known) : 0;
    }

    /** Whether what was weighed so far, and the ridges at their best, make more than is known, and without them enough to look on. */
    private boolean isWorthMore(double known, double least) {
        double score = ScoreModel.score(evidence);
        return score > least && score + ScoreModel.RIDGES_MAX > known;
    }

    private boolean isExpectedToMatter() {
        evidence.expectCompany();
        return ScoreModel.score(evidence) > EXPECTED_SCORE_MIN;
    }

    private double score(PrintGeometry probe, PrintGeometry reference, double known) {
        evidence.weighCompany(probe, reference, pairing);
        if (isWorthMore(known, RIDGES_FROM_SCORE)) {
            evidence.weighRidges(probe, reference, pairing);
        }
        return ScoreModel.score(evidence);
    }

    /** The best supported pair that no earlier attempt has explained. */
    private int nextSeed(PrintGeometry probe, PrintGeometry reference, int attempts) {
        int best = NO_SEED;
        float usual = usualSupport(probe, reference);
        float bestSupport = usual * SUPPORT_SHARE_MIN;
        for (int pair = 0; pair < similar.pairCount(); pair++) {
            float support = similar.support(pair);
            if (support >= bestSupport
                    && support >= usual * supportShareMin(pair, probe, reference)
                    && !isExplained(pair, probe, reference, attempts)) {
                best = pair;
                bestSupport = support;
            }
        }
        return best;
    }

    private float supportShareMin(int pair, PrintGeometry probe, PrintGeometry reference) {
        return asksForUnusualTurn(pair, probe, reference) ? UNUSUAL_SUPPORT_SHARE_MIN : SUPPORT_SHARE_MIN;
    }

    private boolean asksForUnusualTurn(int pair, PrintGeometry probe, PrintGeometry reference) {
        int direction = probe.direction(similar.probeMinutia(pair));
        return Angles.between(reference.direction(similar.referenceMinutia(pair)), direction)
                > SimilarMinutiae.USUAL_TURN_MAX;
    }

    private static float usualSupport(PrintGeometry probe, PrintGeometry reference) {
        int minutiae = Math.min(probe.count(), reference.count());
        return Math.min(USUAL_SUPPORT_MAX, USUAL_SUPPORT + USUAL_SUPPORT_PER_MINUTIA * minutiae);
    }

    private boolean isExplained(int pair, PrintGeometry probe, PrintGeometry reference, int attempts) {
        int i = similar.probeMinutia(pair);
        int j = similar.referenceMinutia(pair);
        for (int attempt = 0; attempt < attempts; attempt++) {
            RigidMotion motion = tried[attempt];
            float dx = motion.x(probe.x(i), probe.y(i)) - reference.x(j);
            float dy = motion.y(probe.x(i), probe.y(i)) - reference.y(j);
            int turned = Angles.between(reference.direction(j), probe.direction(i) + motion.turn());
            if (dx * dx + dy * dy < SAME_PLACE_PX * SAME_PLACE_PX && turned < SAME_TURN) {
                return true;
            }
        }
        return false;
    }

    /** The same journey, with all that it found on the way. */
    Explanation explain(PreparedPrint probe, PreparedPrint reference) {
        double score = score(probe, reference);
        if (bestSeed == NO_SEED) {
            return Explanation.NOTHING_IN_COMMON;
        }
        pairing.find(probe.geometry(), reference.geometry(), similar, bestSeed, 0);
        evidence.weighAtBest(probe.geometry(), reference.geometry(), pairing);
        score(probe.geometry(), reference.geometry(), NOTHING_KNOWN);
        if (!evidence.doRidgesCount()) {
            evidence.lookAtRidges(probe.geometry(), reference.geometry(), pairing);
        }
        return Explanation.of(score, probe.scale(), probe.geometry(), reference.geometry(), similar, pairing, evidence);
    }
}

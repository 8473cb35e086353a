package id.sidik.engine.comparison;

import id.sidik.engine.kernel.CodePlanes;
import id.sidik.engine.kernel.KnownDisplacements;
import id.sidik.engine.kernel.NearbyPlaces;
import id.sidik.engine.kernel.NearestPlace;
import id.sidik.engine.kernel.SmoothDisplacement;
import java.util.Arrays;

/**
 * Which minutia of the probe is which of the reference, one to one, under a rigid motion and a smooth skin distortion on top of it.
 * The distortion at a minutia is the mean displacement of the pairs near it, without its own: so a displacement that neighbours
 * do not share never explains itself away. Scratch memory of one comparison, used again and again.
 */
final class Pairing {
    static final int NONE = -1;

    /** How many pairings of two prints it remembers. */
    static final int ATTEMPTS_MAX = 3;

    /** Radius within which a minutia looks for its mate, and how far it may be turned: wide at first, then narrow. */
    private static final float[] RADII_PX = {20, 16, 14};

    private static final int[] TURNS_MAX = {26, 22, 22};

    /** Within which candidates are gathered for all rounds: by as much may they move and turn from one to the next. */
    private static final float REACH_PX = 32;

    private static final int REACH_TURN = 36;

    /** How much a dissimilar neighbourhood costs, where the radius and the greatest turn cost 1 each. */
    private static final float DISSIMILARITY_COST = 0.5f;

    private static final int CANDIDATES_MAX = 4096;
    private static final int COST_STEPS = 256;
    private static final float STEPS_PER_COST = 90;

    private static final int PLACES_MAX = PrintGeometry.MINUTIAE_MAX + CodePlanes.LANES_MAX;

    private final RigidMotion motion = new RigidMotion();
    private final float[] predictedX = new float[PLACES_MAX];
    private final float[] predictedY = new float[PLACES_MAX];
    private final float[] rigidX = new float[PLACES_MAX];
    private final float[] rigidY = new float[PLACES_MAX];
    private final KnownDisplacements known = new KnownDisplacements(PrintGeometry.MINUTIAE_MAX);
    private final int[] mate = new int[PrintGeometry.MINUTIAE_MAX];
    private final int[] mateOfReference = new int[PrintGeometry.MINUTIAE_MAX];

    private final float[] gatheredX = new float[PrintGeometry.MINUTIAE_MAX];
    private final float[] gatheredY = new float[PrintGeometry.MINUTIAE_MAX];
    private int gatheredTurn;
    private final int[] reachableProbe = new int[CANDIDATES_MAX];
    private final int[] reachableReference = new int[CANDIDATES_MAX];
    private final float[] unlike = new float[CANDIDATES_MAX];
    private int reachableCount;

    private final int[] candidateProbe = new int[CANDIDATES_MAX];
    private final int[] candidateReference = new int[CANDIDATES_MAX];
    private final int[] candidateCost = new int[CANDIDATES_MAX];
    private final int[] byCost = new int[CANDIDATES_MAX];
    private final int[] firstOfCost = new int[COST_STEPS + 1];
    private int candidateCount;

    /** Who was whose mate after each round of each attempt, one attempt after the other. */
    private final int[] followed = new int[ATTEMPTS_MAX * RADII_PX.length * PrintGeometry.MINUTIAE_MAX];

    private final int[] roundsOfAttempt = new int[ATTEMPTS_MAX];

    /**
     * Pairs the minutiae, beginning with the motion that a pair of similar minutiae and its supporters ask for.
     *
     * @param attempt how many were made with these two prints before, less than {@link #ATTEMPTS_MAX}
     * @return whether this is another pairing than those attempts led to; if not, it is left undone
     */
    boolean find(PrintGeometry probe, PrintGeometry reference, SimilarMinutiae similar, int seed, int attempt) {
        roundsOfAttempt[attempt] = 0;
        similar.fit(seed, probe, reference, motion);
        placeRigidly(probe, predictedX, predictedY);
        gatherReachable(probe, reference, similar);
        while (pair(probe, reference, attempt)) {
            if (roundsOfAttempt[attempt] == RADII_PX.length) {
                return true;
            }
            if (haveLeftReach(probe, roundsOfAttempt[attempt])) {
                gatherReachable(probe, reference, similar);
            }
        }
        return false;
    }

    /** One round. What comes after it depends on nothing but who was paired in it, so a pairing that was there before is left alone. */
    private boolean pair(PrintGeometry probe, PrintGeometry reference, int attempt) {
        int round = roundsOfAttempt[attempt];
        chooseCandidates(probe, reference, round);
        sortCandidates();
        assign(probe.count(), reference.count());
        for (int earlier = 0; earlier < attempt; earlier++) {
            if (isAsAfter(round, earlier, probe.count())) {
                return false;
            }
        }
        System.arraycopy(mate, 0, followed, followedAt(round, attempt), probe.count());
        roundsOfAttempt[attempt]++;
        if (round == 0 || !isAsAfter(round - 1, attempt, probe.count())) {
            fitMotion(probe, reference);
            placeRigidly(probe, rigidX, rigidY);
            bend(probe, reference);
        }
        return true;
    }

    /** Whether the minutiae are paired as they were after a round of an attempt, if there was one. */
    private boolean isAsAfter(int round, int attempt, int count) {
        int at = followedAt(round, attempt);
        return round < roundsOfAttempt[attempt] && Arrays.equals(mate, 0, count, followed, at, at + count);
    }

    private static int followedAt(int round, int attempt) {
        return (attempt * RADII_PX.length + round) * PrintGeometry.MINUTIAE_MAX;
    }

    private void placeRigidly(PrintGeometry probe, float[] x, float[] y) {
        for (int i = 0; i < probe.count(); i++) {
            x[i] = motion.x(probe.x(i), probe.y(i));
            y[i] = motion.y(probe.x(i), probe.y(i));
        }
    }

    /** Whether a minutia may by now look for its mate beyond where candidates were gathered. */
    private boolean haveLeftReach(PrintGeometry probe, int round) {
        float slackPx = REACH_PX - RADII_PX[round];
        float moved = 0;
        for (int i = 0; i < probe.count(); i++) {
            float dx = predictedX[i] - gatheredX[i];
            float dy = predictedY[i] - gatheredY[i];
            moved = Math.max(moved, dx * dx + dy * dy);
        }
        return moved > slackPx * slackPx || Angles.between(motion.turn(), gatheredTurn) > REACH_TURN - TURNS_MAX[round];
    }

    /** All pairs that may become candidates in this round or, if the motion changes by little, in a later one. */
    private void gatherReachable(PrintGeometry probe, PrintGeometry reference, SimilarMinutiae similar) {
        reachableCount = 0;
        gatheredTurn = motion.turn();
        System.arraycopy(predictedX, 0, gatheredX, 0, probe.count());
        System.arraycopy(predictedY, 0, gatheredY, 0, probe.count());
        for (int i = 0; i < probe.count(); i++) {
            int expected = probe.direction(i) + gatheredTurn;
            int first = reference.firstFrom(expected - REACH_TURN);
            int count = reference.countAround(expected, REACH_TURN);
            int aroundTurn = Math.max(0, first + count - reference.count());
            gatherReachable(i, reference, first, first + count - aroundTurn, similar);
            gatherReachable(i, reference, 0, aroundTurn, similar);
        }
    }

    /** For one minutia of the probe, among a run of those of the reference that point as it does. */
    private void gatherReachable(int i, PrintGeometry reference, int first, int end, SimilarMinutiae similar) {
        for (int from = first; from < end; from += NearbyPlaces.RUN_MAX) {
            int run = Math.min(end - from, NearbyPlaces.RUN_MAX);
            long near = reference.within(from, run, predictedX[i], predictedY[i], REACH_PX * REACH_PX);
            for (; near != 0 && reachableCount < CANDIDATES_MAX; near &= near - 1) {
                int j = from + Long.numberOfTrailingZeros(near);
                reachableProbe[reachableCount] = i;
                reachableReference[reachableCount] = j;
                unlike[reachableCount++] = 1 - similar.similarity(i, j) / (float) SimilarMinutiae.SIMILARITY_MAX;
            }
        }
    }

    private void chooseCandidates(PrintGeometry probe, PrintGeometry reference, int round) {
        candidateCount = 0;
        Arrays.fill(firstOfCost, 0);
        float square = RADII_PX[round] * RADII_PX[round];
        for (int reachable = 0; reachable < reachableCount; reachable++) {
            int i = reachableProbe[reachable];
            int j = reachableReference[reachable];
            float distance = squaredError(i, reference, j) / square;
            int turn = turnError(probe, i, reference, j);
            if (distance <= 1 && turn <= TURNS_MAX[round]) {
                float turned = turn / (float) TURNS_MAX[round];
                addCandidate(i, j, distance + turned * turned + DISSIMILARITY_COST * unlike[reachable]);
            }
        }
    }

    private void addCandidate(int probeMinutia, int referenceMinutia, float cost) {
        int step = Math.min(COST_STEPS - 1, (int) (cost * STEPS_PER_COST));
        candidateProbe[candidateCount] = probeMinutia;
        candidateReference[candidateCount] = referenceMinutia;
        candidateCost[candidateCount++] = step;
        firstOfCost[step + 1]++;
    }

    /** Counting sort: stable, so equal costs stay in order and the result is the same each time. */
    private void sortCandidates() {
        for (int step = 0; step < COST_STEPS; step++) {
            firstOfCost[step + 1] += firstOfCost[step];
        }
        for (int candidate = 0; candidate < candidateCount; candidate++) {
            byCost[firstOfCost[candidateCost[candidate]]++] = candidate;
        }
    }

    /** The cheapest first, each minutia once. */
    private void assign(int probeCount, int referenceCount) {
        Arrays.fill(mate, 0, probeCount, NONE);
        Arrays.fill(mateOfReference, 0, referenceCount, NONE);
        for (int rank = 0; rank < candidateCount; rank++) {
            int i = candidateProbe[byCost[rank]];
            int j = candidateReference[byCost[rank]];
            if (mate[i] == NONE && mateOfReference[j] == NONE) {
                mate[i] = j;
                mateOfReference[j] = i;
            }
        }
    }

    private void fitMotion(PrintGeometry probe, PrintGeometry reference) {
        motion.reset();
        for (int i = 0; i < probe.count(); i++) {
            if (mate[i] != NONE) {
                motion.add(1, probe, i, reference, mate[i]);
            }
        }
        motion.solve();
    }

    /** Adds to the rigid prediction the displacement of the pairs near by. O(minutiae × pairs). */
    private void bend(PrintGeometry probe, PrintGeometry reference) {
        known.clear();
        for (int i = 0; i < probe.count(); i++) {
            if (mate[i] != NONE) {
                known.add(i, rigidX[i], rigidY[i], reference.x(mate[i]), reference.y(mate[i]));
            }
        }
        SmoothDisplacement.move(known, rigidX, rigidY, probe.count(), predictedX, predictedY);
    }

    /**
     * Moves places of the probe to where the reference should have them, as its minutiae were.
     *
     * @param x of the places; gets where the motion without the distortion takes them
     * @param movedX gets where they lie; up to {@link CodePlanes#LANES_MAX} entries beyond the count are overwritten
     */
    void move(
            PrintGeometry probe,
            PrintGeometry reference,
            float[] x,
            float[] y,
            int count,
            float[] movedX,
            float[] movedY) {
        for (int place = 0; place < count; place++) {
            float fromX = x[place];
            x[place] = motion.x(fromX, y[place]);
            y[place] = motion.y(fromX, y[place]);
        }
        known.clear();
        for (int i = 0; i < probe.count(); i++) {
            if (mate[i] != NONE) {
                known.add(NONE, rigidX[i], rigidY[i], reference.x(mate[i]), reference.y(mate[i]));
            }
        }
        SmoothDisplacement.move(known, x, y, count, movedX, movedY);
    }

    /** The motion without the distortion. */
    RigidMotion motion() {
        return motion;
    }

    /** The mate of a minutia of the probe, or {@link #NONE}. */
    int mate(int probeMinutia) {
        return mate[probeMinutia];
    }

    boolean isPaired(int referenceMinutia) {
        return mateOfReference[referenceMinutia] != NONE;
    }

    /** Where in the reference a minutia of the probe is expected. */
    float predictedX(int probeMinutia) {
        return predictedX[probeMinutia];
    }

    float predictedY(int probeMinutia) {
        return predictedY[probeMinutia];
    }

    /** Square of the distance between where a minutia is expected and another one is, in px². */
    float squaredError(int probeMinutia, PrintGeometry reference, int referenceMinutia) {
        float dx = reference.x(referenceMinutia) - predictedX[probeMinutia];
        float dy = reference.y(referenceMinutia) - predictedY[probeMinutia];
        return dx * dx + dy * dy;
    }

    /** Squares of the distances from places in the reference to the minutia of the probe that is expected nearest to each, in px². */
    void nearestSquares(PrintGeometry probe, float[] fromX, float[] fromY, int fromCount, float[] squares) {
        NearestPlace.squares(predictedX, predictedY, probe.count(), fromX, fromY, fromCount, squares);
    }

    /** How far the directions of the two differ after the motion, in 256ths of a turn. */
    int turnError(PrintGeometry probe, int probeMinutia, PrintGeometry reference, int referenceMinutia) {
        return Angles.between(reference.direction(referenceMinutia), probe.direction(probeMinutia) + motion.turn());
    }
}

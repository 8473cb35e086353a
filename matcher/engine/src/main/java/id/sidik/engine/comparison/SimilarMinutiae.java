package id.sidik.engine.comparison;

import java.util.Arrays;

/**
 * Which minutiae of two prints look alike by their neighbourhoods, and which of these pairs support each other. Scratch memory of
 * one comparison: about 20 kB, used again and again.
 */
final class SimilarMinutiae {
    /** Similarities are from 0 to this. */
    static final int SIMILARITY_MAX = 255;

    /** The most similar pairs that are kept. */
    private static final int PAIRS_MAX = 40;

    /** Prints that are turned further against each other, in 256ths of a turn, are not recognised. */
    private static final int TURN_MAX = 64;

    /** Two pairs agree when the second lies where the first predicts, within this and a share of their distance (distortion). */
    private static final float TOLERANCE_PX = 8;

    private static final float TOLERANCE_SHARE = 0.12f;

    /** And when both are turned alike, in 256ths of a turn. */
    private static final int TURN_TOLERANCE = 18;

    private final byte[] similarity = new byte[PrintGeometry.MINUTIAE_MAX * PrintGeometry.MINUTIAE_MAX];
    private final int[] histogram = new int[SIMILARITY_MAX + 1];
    private final int[] probeMinutia = new int[PAIRS_MAX];
    private final int[] referenceMinutia = new int[PAIRS_MAX];
    private final float[] value = new float[PAIRS_MAX];
    private final float[] support = new float[PAIRS_MAX];
    private int referenceCount;
    private int pairCount;

    /** Compares all neighbourhoods of one print with all of another and keeps the best pairs. O(minutiae of one × of the other). */
    void find(PreparedPrint probe, PreparedPrint reference) {
        compareNeighbourhoods(probe, reference);
        keepBest(probe.geometry().count());
        findSupport(probe.geometry(), reference.geometry());
    }

    private void compareNeighbourhoods(PreparedPrint probe, PreparedPrint reference) {
        PrintGeometry ours = probe.geometry();
        PrintGeometry theirs = reference.geometry();
        referenceCount = theirs.count();
        Arrays.fill(histogram, 0);
        Arrays.fill(similarity, 0, ours.count() * referenceCount, (byte) 0);
        for (int i = 0; i < ours.count(); i++) {
            int j = theirs.firstFrom(ours.direction(i) - TURN_MAX);
            for (int left = theirs.countAround(ours.direction(i), TURN_MAX); left > 0; left--, j++) {
                if (j == referenceCount) {
                    j = 0;
                }
                int similar = NeighbourhoodCode.similarity(
                        probe.codes(), i * NeighbourhoodCode.WORDS, reference.codes(), j * NeighbourhoodCode.WORDS);
                similarity[i * referenceCount + j] = (byte) similar;
                histogram[similar]++;
            }
        }
    }

    /** Keeps all pairs above the similarity at which there would be too many; of a print and itself, as many as there is room for. */
    private void keepBest(int probeCount) {
        int least = SIMILARITY_MAX;
        int kept = histogram[least];
        while (kept <= PAIRS_MAX && least > 0) {
            kept += histogram[--least];
        }
        least = Math.min(least, SIMILARITY_MAX - 1);
        pairCount = 0;
        for (int i = 0; i < probeCount; i++) {
            for (int j = 0; j < referenceCount; j++) {
                int similar = similarity(i, j);
                if (similar > least && pairCount < PAIRS_MAX) {
                    probeMinutia[pairCount] = i;
                    referenceMinutia[pairCount] = j;
                    value[pairCount++] = similar / (float) SIMILARITY_MAX;
                }
            }
        }
    }

    /** One round of relaxation: each pair is supported by those that lie where it predicts. O(pairs²). */
    private void findSupport(PrintGeometry probe, PrintGeometry reference) {
        for (int pair = 0; pair < pairCount; pair++) {
            float sum = value[pair];
            for (int other = 0; other < pairCount; other++) {
                sum += other == pair ? 0 : value[other] * agreement(probe, reference, pair, other);
            }
            support[pair] = sum;
        }
    }

    /** From 1, if the second pair lies exactly where the first predicts, to 0. */
    private float agreement(PrintGeometry probe, PrintGeometry reference, int pair, int other) {
        int i = probeMinutia[pair];
        int j = referenceMinutia[pair];
        int k = probeMinutia[other];
        int l = referenceMinutia[other];
        int turn = reference.direction(j) - probe.direction(i);
        int turnError = Angles.between(turn, reference.direction(l) - probe.direction(k));
        if (i == k || j == l || turnError >= TURN_TOLERANCE) {
            return 0;
        }
        float dx = probe.x(k) - probe.x(i);
        float dy = probe.y(k) - probe.y(i);
        float errorX = Angles.cos(turn) * dx - Angles.sin(turn) * dy - (reference.x(l) - reference.x(j));
        float errorY = Angles.sin(turn) * dx + Angles.cos(turn) * dy - (reference.y(l) - reference.y(j));
        float tolerancePx = TOLERANCE_PX + TOLERANCE_SHARE * (float) Math.sqrt(dx * dx + dy * dy);
        float error = (errorX * errorX + errorY * errorY) / (tolerancePx * tolerancePx);
        return error >= 1 ? 0 : (1 - error) * (1 - turnError / (float) TURN_TOLERANCE);
    }

    /** From 0 to {@link #SIMILARITY_MAX}. */
    int similarity(int probeMinutia, int referenceMinutia) {
        return similarity[probeMinutia * referenceCount + referenceMinutia] & 0xff;
    }

    /** How many pairs were kept, 0 to 40; they are numbered from 0, in no order. */
    int pairCount() {
        return pairCount;
    }

    int probeMinutia(int pair) {
        return probeMinutia[pair];
    }

    int referenceMinutia(int pair) {
        return referenceMinutia[pair];
    }

    /** The similarity of the pair, 0 to 1, and that of all that agree with it. */
    float support(int pair) {
        return support[pair];
    }

    /** The movement that takes the probe's minutiae to where those pairs want them that agree with this one. */
    void fit(int pair, PrintGeometry probe, PrintGeometry reference, RigidMotion motion) {
        motion.reset();
        for (int other = 0; other < pairCount; other++) {
            float weight = other == pair ? value[other] : value[other] * agreement(probe, reference, pair, other);
            if (weight > 0) {
                motion.add(weight, probe, probeMinutia[other], reference, referenceMinutia[other]);
            }
        }
        motion.solve();
    }
}

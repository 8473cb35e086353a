package id.sidik.engine.comparison;

import id.sidik.engine.kernel.CodeComparison;
import id.sidik.engine.kernel.CodePlanes;
import id.sidik.engine.kernel.PairSupport;
import id.sidik.engine.kernel.PairTable;
import java.util.Arrays;

/**
 * Which minutiae of two prints look alike by their neighbourhoods, and which of these pairs support each other. Scratch memory of
 * one comparison: about 35 kB, used again and again.
 */
final class SimilarMinutiae {
    /** Similarities are from 0 to this. */
    static final int SIMILARITY_MAX = CodeComparison.SIMILARITY_MAX;

    /** The most similar pairs that are kept. */
    private static final int PAIRS_MAX = 40;

    /** A quarter turn, in 256ths. Hardly anybody lays a finger down turned further, so chance must not find it easily. */
    static final int USUAL_TURN_MAX = Angles.TURN / 4;

    /** How much more alike two minutiae must be to be kept if they ask for a larger turn. */
    private static final int UNUSUAL_TURN_HANDICAP = 50;

    /** Less alike ones would hardly ever be kept; most are, and need not be sorted. */
    private static final int UNUSUAL_TURN_SIMILARITY_MIN = 150;

    private final byte[] similarity = new byte[PrintGeometry.MINUTIAE_MAX * PrintGeometry.MINUTIAE_MAX];
    private final byte[] promise = new byte[PrintGeometry.MINUTIAE_MAX * PrintGeometry.MINUTIAE_MAX];
    private final int[] row = new int[PrintGeometry.MINUTIAE_MAX + CodePlanes.LANES_MAX];
    private final int[] histogram = new int[SIMILARITY_MAX + 1];
    private final PairTable pairs = new PairTable(PAIRS_MAX);
    private int referenceCount;

    /** Compares all neighbourhoods of one print with all of another and keeps the best pairs. O(minutiae of one × of the other). */
    void find(PreparedPrint probe, PreparedPrint reference) {
        compareNeighbourhoods(probe, reference);
        keepBest(probe.geometry(), reference.geometry());
        PairSupport.find(pairs);
    }

    private void compareNeighbourhoods(PreparedPrint probe, PreparedPrint reference) {
        PrintGeometry ours = probe.geometry();
        PrintGeometry theirs = reference.geometry();
        referenceCount = theirs.count();
        Arrays.fill(histogram, 0);
        for (int i = 0; i < ours.count(); i++) {
            CodeComparison.compare(
                    probe.codes(), ours.count(), i, reference.codes(), referenceCount, 0, referenceCount, row);
            int first = theirs.firstFrom(ours.direction(i) - USUAL_TURN_MAX);
            int end = first + theirs.countAround(ours.direction(i), USUAL_TURN_MAX);
            int aroundTurn = Math.max(0, end - referenceCount);
            note(i, 0, aroundTurn);
            noteUnusual(i, aroundTurn, first);
            note(i, first, Math.min(end, referenceCount));
            noteUnusual(i, end, referenceCount);
        }
    }

    private void note(int i, int from, int to) {
        for (int j = from; j < to; j++) {
            int similar = row[j];
            similarity[i * referenceCount + j] = (byte) similar;
            promise[i * referenceCount + j] = (byte) similar;
            histogram[similar]++;
        }
    }

    private void noteUnusual(int i, int from, int to) {
        for (int j = from; j < to; j++) {
            int similar = row[j];
            similarity[i * referenceCount + j] = (byte) similar;
            promise[i * referenceCount + j] = 0;
            if (similar >= UNUSUAL_TURN_SIMILARITY_MIN) {
                promise[i * referenceCount + j] = (byte) (similar - UNUSUAL_TURN_HANDICAP);
                histogram[similar - UNUSUAL_TURN_HANDICAP]++;
            }
        }
    }

    /** Keeps all pairs above the similarity at which there would be too many; of a print and itself, as many as there is room for. */
    private void keepBest(PrintGeometry probe, PrintGeometry reference) {
        int least = SIMILARITY_MAX;
        int kept = histogram[least];
        while (kept <= PAIRS_MAX && least > 0) {
            kept += histogram[--least];
        }
        least = Math.min(least, SIMILARITY_MAX - 1);
        pairs.clear();
        for (int i = 0; i < probe.count(); i++) {
            for (int j = 0; j < referenceCount; j++) {
                int promising = promise[i * referenceCount + j] & 0xff;
                if (promising > least && !pairs.isFull()) {
                    keep(probe, i, reference, j, promising);
                }
            }
        }
    }

    private void keep(PrintGeometry probe, int i, PrintGeometry reference, int j, int promising) {
        int turn = reference.direction(j) - probe.direction(i);
        pairs.add(i, j, promising / (float) SIMILARITY_MAX);
        pairs.place(probe.x(i), probe.y(i), reference.x(j), reference.y(j));
        pairs.turn(turn, Angles.cos(turn), Angles.sin(turn));
    }

    /** From 0 to {@link #SIMILARITY_MAX}. */
    int similarity(int probeMinutia, int referenceMinutia) {
        return similarity[probeMinutia * referenceCount + referenceMinutia] & 0xff;
    }

    /** Mean similarity of the pairs that were kept, 0 to 1; 0 if there are none. */
    float meanOfKept() {
        float sum = 0;
        for (int pair = 0; pair < pairs.count(); pair++) {
            sum += pairs.value(pair);
        }
        return pairs.count() == 0 ? 0 : sum / pairs.count();
    }

    /** How many pairs were kept, 0 to 40; they are numbered from 0, in no order. */
    int pairCount() {
        return pairs.count();
    }

    int probeMinutia(int pair) {
        return pairs.probe(pair);
    }

    int referenceMinutia(int pair) {
        return pairs.reference(pair);
    }

    /** The similarity of the pair, 0 to 1, and that of all that agree with it. */
    float support(int pair) {
        return pairs.support(pair);
    }

    /** The movement that takes the probe's minutiae to where those pairs want them that agree with this one. */
    void fit(int pair, PrintGeometry probe, PrintGeometry reference, RigidMotion motion) {
        motion.reset();
        for (int other = 0; other < pairs.count(); other++) {
            float weight =
                    other == pair ? pairs.value(other) : pairs.value(other) * PairSupport.agreement(pairs, pair, other);
            if (weight > 0) {
                motion.add(weight, probe, pairs.probe(other), reference, pairs.reference(other));
            }
        }
        motion.solve();
    }
}

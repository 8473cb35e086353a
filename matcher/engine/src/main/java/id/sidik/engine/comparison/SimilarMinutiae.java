package id.sidik.engine.comparison;

import id.sidik.engine.kernel.CodeComparison;
import id.sidik.engine.kernel.CodePlanes;
import id.sidik.engine.kernel.PairSupport;
import id.sidik.engine.kernel.PairTable;
import id.sidik.engine.kernel.PromisingPairs;

/**
 * Which minutiae of two prints look alike by their neighbourhoods, and which of these pairs support each other. Scratch memory of
 * one comparison: about 40 kB, used again and again.
 */
final class SimilarMinutiae {
    /** Similarities are from 0 to this. */
    static final int SIMILARITY_MAX = CodeComparison.SIMILARITY_MAX;

    /** The most similar pairs that are kept. */
    private static final int PAIRS_MAX = 40;

    /** A quarter turn, in 256ths. Hardly anybody lays a finger down turned further, so chance must not find it easily. */
    static final int USUAL_TURN_MAX = Angles.TURN / 4;

    private final short[] table =
            new short[PrintGeometry.MINUTIAE_MAX * PrintGeometry.MINUTIAE_MAX + CodePlanes.LANES_MAX];
    private final int[] row = new int[PrintGeometry.MINUTIAE_MAX + CodePlanes.LANES_MAX];
    private final int[] best = new int[PAIRS_MAX];
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
        for (int i = 0; i < ours.count(); i++) {
            CodeComparison.compare(
                    probe.codes(), ours.count(), i, reference.codes(), referenceCount, 0, referenceCount, row);
            int direction = ours.direction(i);
            PromisingPairs.note(
                    row,
                    referenceCount,
                    theirs.firstFrom(direction - USUAL_TURN_MAX),
                    theirs.countAround(direction, USUAL_TURN_MAX),
                    table,
                    i * referenceCount);
        }
    }

    /** Keeps all pairs above the promise at which there would be too many; of a print and itself, as many as there is room for. */
    private void keepBest(PrintGeometry probe, PrintGeometry reference) {
        int size = probe.count() * referenceCount;
        int kept = PromisingPairs.find(table, size, Math.min(promiseOfTooMany(size) + 1, SIMILARITY_MAX), best);
        pairs.clear();
        for (int rank = 0; rank < kept; rank++) {
            keep(probe, best[rank] / referenceCount, reference, best[rank] % referenceCount);
        }
    }

    /** The highest promise that more pairs reach than are kept, or 0. */
    private int promiseOfTooMany(int size) {
        int promise = 0;
        for (int step = (SIMILARITY_MAX + 1) / 2; step > 0; step /= 2) {
            if (PromisingPairs.count(table, size, promise + step) > PAIRS_MAX) {
                promise += step;
            }
        }
        return promise;
    }

    private void keep(PrintGeometry probe, int i, PrintGeometry reference, int j) {
        int promise = PromisingPairs.promise(table[i * referenceCount + j]);
        int turn = reference.direction(j) - probe.direction(i);
        pairs.add(i, j, promise / (float) SIMILARITY_MAX);
        pairs.place(probe.x(i), probe.y(i), reference.x(j), reference.y(j));
        pairs.turn(turn, Angles.cos(turn), Angles.sin(turn));
    }

    /** From 0 to {@link #SIMILARITY_MAX}. */
    int similarity(int probeMinutia, int referenceMinutia) {
        return PromisingPairs.similarity(table[probeMinutia * referenceCount + referenceMinutia]);
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

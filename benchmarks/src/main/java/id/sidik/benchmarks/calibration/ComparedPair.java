package id.sidik.benchmarks.calibration;

import java.util.List;

/**
 * Two prints that were compared.
 *
 * @param firstSet which set the probe is of
 * @param secondSet which set the reference is of
 * @param firstFinger which of its set's fingers the probe is, from 0
 * @param secondFinger which of its set's fingers the reference is
 * @param parts of the evidence; empty if the comparator gave up before it weighed any
 */
record ComparedPair(
        Kind kind, int firstSet, int secondSet, int firstFinger, int secondFinger, List<Double> parts, double score) {
    enum Kind {
        GENUINE,
        /** Two fingers of one set. */
        IMPOSTOR,
        /** Two fingers of two sets. */
        CROSS_SET_IMPOSTOR,
        /** A print and the mirror image of one: nobody's finger, with all the structure of one. */
        MIRRORED_IMPOSTOR
    }

    boolean isGenuine() {
        return kind == Kind.GENUINE;
    }

    boolean isWithinSet() {
        return firstSet == secondSet && kind != Kind.MIRRORED_IMPOSTOR;
    }

    boolean wasWeighed() {
        return !parts.isEmpty();
    }
}

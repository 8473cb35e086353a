package id.sidik.benchmarks.scannerstorm;

import java.util.SortedMap;
import java.util.TreeMap;

/** What was seen in a storm. One thread at a time. */
final class StormTally {
    private final SortedMap<String, Integer> outcomes = new TreeMap<>();
    private int faulty;
    private int wrongImages;
    private int unrecovered;

    /** A capture ended so. */
    void ended(String outcome) {
        outcomes.merge(outcome, 1, Integer::sum);
    }

    /** A capture runs under a fault. */
    void faulted() {
        faulty++;
    }

    /** An image was taken although a pixel was not the finger's. */
    void tookWrongImage() {
        wrongImages++;
    }

    /** No whole image came after the fault had gone. */
    void foundNoRecovery() {
        unrecovered++;
    }

    void add(StormTally other) {
        other.outcomes.forEach((outcome, count) -> outcomes.merge(outcome, count, Integer::sum));
        faulty += other.faulty;
        wrongImages += other.wrongImages;
        unrecovered += other.unrecovered;
    }

    /** Starts counting anew. */
    void forget() {
        outcomes.clear();
        faulty = 0;
        wrongImages = 0;
        unrecovered = 0;
    }

    SortedMap<String, Integer> outcomes() {
        return outcomes;
    }

    int faulty() {
        return faulty;
    }

    int wrongImages() {
        return wrongImages;
    }

    int unrecovered() {
        return unrecovered;
    }
}

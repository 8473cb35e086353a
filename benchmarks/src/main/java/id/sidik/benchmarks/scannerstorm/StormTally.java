package id.sidik.benchmarks.scannerstorm;

import id.sidik.bridge.scanner.Detection;
import id.sidik.bridge.scanner.DeviceFault;
import id.sidik.bridge.scanner.ImageTransfer;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What was seen in a storm. One thread at a time. */
final class StormTally {
    private final SortedMap<String, Integer> outcomes = new TreeMap<>();
    private int faulty;
    private int wrongImages;
    private int unrecovered;

    /**
     * A capture ended so.
     *
     * @param end what the driver said: an image, a fault or what it saw
     * @param finger its pixels
     * @param excuse what a wrong image is called that the fault explains; empty where none is explained
     * @return whether it is the whole image of the finger
     */
    boolean ended(Object end, byte[] finger, Optional<String> excuse) {
        return switch (end) {
            case ImageTransfer.Received received -> received(received, finger, excuse);
            case DeviceFault found -> no(found.kind().toString());
            case Detection seen -> no(seen.getClass().getSimpleName());
            default -> throw new IllegalStateException("no driver ends a capture with " + end);
        };
    }

    private boolean received(ImageTransfer.Received received, byte[] finger, Optional<String> excuse) {
        boolean right = Arrays.equals(received.image().pixels(), finger);
        ended(right ? "whole image" : excuse.orElse("WRONG IMAGE"));
        if (!right && excuse.isEmpty()) {
            wrongImages++;
        }
        return right;
    }

    private boolean no(String outcome) {
        ended(outcome);
        return false;
    }

    private void ended(String outcome) {
        outcomes.merge(outcome, 1, Integer::sum);
    }

    /** A capture runs under a fault. */
    void faulted() {
        faulty++;
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

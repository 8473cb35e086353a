package id.sidik.engine.gallery;

import id.sidik.engine.template.FingerPosition;
import java.util.concurrent.atomic.AtomicLongArray;

/** How many references of each finger a gallery holds. */
final class FingerCounts {
    private static final FingerPosition[] FINGERS = FingerPosition.values();

    private final AtomicLongArray counts = new AtomicLongArray(FINGERS.length);

    void add(Subject subject) {
        change(subject, 1);
    }

    void remove(Subject subject) {
        change(subject, -1);
    }

    private void change(Subject subject, int by) {
        subject.references()
                .forEach(reference -> counts.addAndGet(reference.finger().isoNumber(), by));
    }

    long thatMayBe(FingerPosition finger) {
        long count = 0;
        for (FingerPosition enrolled : FINGERS) {
            if (enrolled.mayBe(finger)) {
                count += counts.get(enrolled.isoNumber());
            }
        }
        return count;
    }

    long all() {
        return thatMayBe(FingerPosition.UNKNOWN);
    }
}

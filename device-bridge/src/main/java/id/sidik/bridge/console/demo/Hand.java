package id.sidik.bridge.console.demo;

import id.sidik.engine.image.FingerImage;
import id.sidik.engine.synthesis.SyntheticFinger;
import java.util.concurrent.atomic.AtomicInteger;

/** A finger that never leaves the same impression twice, as skin does not. */
final class Hand {
    private final SyntheticFinger finger;
    private final AtomicInteger nextImpression;

    /**
     * A hand with one finger.
     *
     * @param firstImpression impressions before it were left in an earlier run; the bridge refuses one that it saw before
     */
    Hand(SyntheticFinger finger, int firstImpression) {
        this.finger = finger;
        this.nextImpression = new AtomicInteger(firstImpression);
    }

    FingerImage press() {
        return finger.impression(nextImpression.getAndIncrement());
    }
}

package id.sidik.bridge.counter;

import id.sidik.bridge.session.CapturePlan;
import id.sidik.engine.template.FingerPosition;
import java.time.Duration;
import java.util.List;

/**
 * What this counter is and how patient it is.
 *
 * @param facilityId whose counter it is, 1 to 40 of [A-Za-z0-9._-]; decisions and receipts are bound to it
 * @param attemptsMax tries at one impression before the person is referred to an officer
 * @param fingerTimeout how long to wait for a finger
 * @param minimumQuality 0 to 100; an impression below it is tried again
 * @param gatePatience what is kept back of every deadline, so that a capture never uses up the gate's time
 */
public record CounterPolicy(
        String facilityId, int attemptsMax, Duration fingerTimeout, int minimumQuality, Duration gatePatience) {
    public CounterPolicy {
        if (!facilityId.matches("[A-Za-z0-9._-]{1,40}")) {
            throw new IllegalArgumentException("facility-id must be 1 to 40 of [A-Za-z0-9._-]: '" + facilityId + "'");
        }
        if (!gatePatience.isPositive()) {
            throw new IllegalArgumentException("gate-deadline must be above 0: " + gatePatience);
        }
    }

    CapturePlan planOf(List<FingerPosition> fingers) {
        return new CapturePlan(fingers, attemptsMax, fingerTimeout, minimumQuality);
    }
}

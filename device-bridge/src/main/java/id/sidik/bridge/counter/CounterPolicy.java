package id.sidik.bridge.counter;

import id.sidik.bridge.session.CapturePlan;
import id.sidik.bridge.session.Impression;
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
 * @param framesMax how many frames of one placed finger the scanner has time for
 * @param gatePatience what is kept back of every deadline, so that a capture never uses up the gate's time
 */
public record CounterPolicy(
        String facilityId,
        int attemptsMax,
        Duration fingerTimeout,
        int minimumQuality,
        int framesMax,
        Duration gatePatience) {
    /** Whoever was asked three times for one finger is not asked three times for each of the next ones. */
    static final int FURTHER_ATTEMPTS_MAX = 2;

    public CounterPolicy {
        if (!facilityId.matches("[A-Za-z0-9._-]{1,40}")) {
            throw new IllegalArgumentException("facility-id must be 1 to 40 of [A-Za-z0-9._-]: '" + facilityId + "'");
        }
        if (!gatePatience.isPositive()) {
            throw new IllegalArgumentException("gate-deadline must be above 0: " + gatePatience);
        }
    }

    CapturePlan planOf(List<FingerPosition> fingers, boolean preview) {
        return new CapturePlan(fingers, attemptsMax, fingerTimeout, minimumQuality, framesMax, preview, List.of());
    }

    /** For one more finger of somebody whose others did not serve. */
    CapturePlan planOf(FingerPosition further, boolean preview, List<Impression> earlier) {
        return new CapturePlan(
                List.of(further),
                Math.min(attemptsMax, FURTHER_ATTEMPTS_MAX),
                fingerTimeout,
                minimumQuality,
                framesMax,
                preview,
                earlier);
    }
}

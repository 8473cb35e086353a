package id.sidik.eligibility.lockout;

import id.sidik.eligibility.nid.Nid;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/**
 * Whether somebody may try now. A count that has reached its limit lets the next try through when it has faded by one: a person then waits
 * for minutes, a worn-out device for most of a minute between tries, a facility for seconds.
 */
public final class LockoutRule {
    private LockoutRule() {}

    /**
     * Decides about one person at one place.
     *
     * @param counts what was counted for whom; {@link FailureCount#NONE} for nobody yet
     */
    public static Admission admission(Nid person, Place place, Instant now, Function<Watched, FailureCount> counts) {
        for (Watched watched : Watched.of(person, place)) {
            Duration wait = wait(watched, counts.apply(watched), now);
            if (wait.isPositive() && concerns(watched, place, now, counts)) {
                return new Admission.Wait(watched.scope(), wait);
            }
        }
        return new Admission.Open();
    }

    private static Duration wait(Watched watched, FailureCount count, Instant now) {
        LockoutScope scope = watched.scope();
        return count.at(now, scope.halfLife()) < scope.limit()
                ? Duration.ZERO
                : count.until(scope.limit() - 1, now, scope.halfLife());
    }

    /** A facility's failures slow the devices that they come from, and not the counter beside them. */
    private static boolean concerns(Watched watched, Place place, Instant now, Function<Watched, FailureCount> counts) {
        if (watched.scope() != LockoutScope.FACILITY || place.deviceId().isEmpty()) {
            return true;
        }
        return counts.apply(Watched.device(place)).at(now, LockoutScope.DEVICE.halfLife()) >= 1;
    }
}

package id.sidik.eligibility.lockout;

import java.time.Duration;

/** Whether a try may be made now. */
public sealed interface Admission {

    /** It may. */
    record Open() implements Admission {}

    /**
     * Not now, not here.
     *
     * @param because the narrowest scope that says so
     * @param retryAfter above zero
     */
    record Wait(LockoutScope because, Duration retryAfter) implements Admission {}
}

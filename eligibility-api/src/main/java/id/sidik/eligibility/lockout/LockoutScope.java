package id.sidik.eligibility.lockout;

import java.time.Duration;

/**
 * What failures are counted for. Names are stored and reported: never rename one.
 *
 * <p>No scope is a person alone: failures at one place never count against the same person at another. So nobody can be locked out
 * from afar, and who attacks many people wears out the devices that the attack comes from.
 */
public enum LockoutScope {
    /** One person at one device of one facility. */
    PERSON_AT_DEVICE(5, Duration.ofMinutes(10)),
    /** Anybody at one device. */
    DEVICE(20, Duration.ofMinutes(10)),
    /** Anybody anywhere in one facility. */
    FACILITY(200, Duration.ofMinutes(10));

    private final double limit;
    private final Duration halfLife;

    LockoutScope(double limit, Duration halfLife) {
        this.limit = limit;
        this.halfLife = halfLife;
    }

    /** So many failures, faded ones in part, are borne. */
    public double limit() {
        return limit;
    }

    /** After so long a failure counts half. */
    public Duration halfLife() {
        return halfLife;
    }
}

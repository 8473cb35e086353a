package id.sidik.eligibility.member;

import id.sidik.eligibility.nid.Nid;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A registration on its way: the number, then who that is, then the end. Nothing of it is a member before the end.
 *
 * @param registrationId 1 to 64 of [A-Za-z0-9._-]
 * @param application since step 2
 */
public record Registration(
        String registrationId,
        Nid nid,
        RegistrationChannel channel,
        Optional<Application> application,
        State state,
        Instant begunAt) {

    /** How long it waits for its next step. */
    public static final Duration LIFE = Duration.ofDays(1);

    /** How far it is. Names are stored: never rename one. */
    public enum State {
        BEGUN,
        DESCRIBED,
        /** A member was registered, or a case opened. */
        CLOSED
    }

    public Registration {
        if (state == State.DESCRIBED && application.isEmpty()) {
            throw new IllegalArgumentException("a described registration has an application");
        }
    }

    /** Step 1. */
    public static Registration begun(String registrationId, Nid nid, RegistrationChannel channel, Instant at) {
        return new Registration(registrationId, nid, channel, Optional.empty(), State.BEGUN, at);
    }

    /** Step 2, once or again. */
    public Registration described(Application said) {
        if (state == State.CLOSED) {
            throw new IllegalStateException("a registration that is closed stays so");
        }
        return new Registration(registrationId, nid, channel, Optional.of(said), State.DESCRIBED, begunAt);
    }

    /** Step 3. What the applicant said is kept by the member or the case, and here no longer. */
    public Registration closed() {
        if (state != State.DESCRIBED) {
            throw new IllegalStateException("only a described registration can be closed, not one that is " + state);
        }
        return new Registration(registrationId, nid, channel, Optional.empty(), State.CLOSED, begunAt);
    }

    /** When it is forgotten. */
    public Instant expiresAt() {
        return begunAt.plus(LIFE);
    }

    /** Names nobody. */
    @Override
    public String toString() {
        return "Registration[" + registrationId + ", " + nid.masked() + ", " + state + "]";
    }
}

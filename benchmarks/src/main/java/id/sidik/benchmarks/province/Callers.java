package id.sidik.benchmarks.province;

import id.sidik.eligibility.access.Identity;
import id.sidik.eligibility.access.Reach;
import id.sidik.eligibility.access.Scope;
import id.sidik.eligibility.access.Warrant;
import id.sidik.eligibility.journey.Caller;
import id.sidik.eligibility.journey.Patience;
import id.sidik.wire.trust.Role;
import java.time.Duration;
import java.util.Optional;

/** Who calls, as certificates and tokens would say it. */
final class Callers {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Callers() {}

    /** The institution's own systems. */
    static Caller institution() {
        return new Caller(Role.OPERATOR, Patience.of(PATIENCE, System::nanoTime));
    }

    /** Somebody whom a token names. */
    static Caller person(String name) {
        return new Caller(
                new Warrant(new Identity(Role.OPERATOR, Optional.of(name), Scope.NONE), Reach.EVERYWHERE),
                Patience.of(PATIENCE, System::nanoTime));
    }
}

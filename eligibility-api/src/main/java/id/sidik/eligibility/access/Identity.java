package id.sidik.eligibility.access;

import id.sidik.wire.trust.Role;
import java.util.Optional;
import java.util.Set;

/**
 * Who calls, as certificate and token show.
 *
 * @param person the token's subject, 1 to 64 printable characters: an officer, a member's login, a system; empty for a certificate alone
 * @param bridge which one, where a certificate alone calls and names a bridge that joined
 */
public record Identity(Role role, Optional<String> person, Scope scope, Optional<JoinedBridge> bridge) {
    /** As a token says. */
    public Identity(Role role, Optional<String> person, Scope scope) {
        this(role, person, scope, Optional.empty());
    }

    /** Who shows a certificate and no token. */
    public static Identity certified(Role role) {
        return new Identity(role, Optional.empty(), Scope.NONE);
    }

    /** A bridge that joined; its facility is its own. */
    static Identity ofBridge(JoinedBridge bridge) {
        Scope facility = new Scope(Set.of(bridge.name().facilityId()), Set.of(), Optional.empty());
        return new Identity(Role.BRIDGE, Optional.empty(), facility, Optional.of(bridge));
    }

    boolean byToken() {
        return person.isPresent();
    }
}

package id.sidik.eligibility.access;

import id.sidik.wire.trust.Role;
import java.util.Optional;

/**
 * Who calls, as certificate and token show.
 *
 * @param person the token's subject, 1 to 64 printable characters: an officer, a member's login, a system; empty for a certificate alone
 */
public record Identity(Role role, Optional<String> person, Scope scope) {
    /** Who shows a certificate and no token. */
    public static Identity certified(Role role) {
        return new Identity(role, Optional.empty(), Scope.NONE);
    }

    boolean byToken() {
        return person.isPresent();
    }
}

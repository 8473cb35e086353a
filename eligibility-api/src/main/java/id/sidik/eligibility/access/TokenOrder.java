package id.sidik.eligibility.access;

import id.sidik.wire.trust.Role;
import java.util.Optional;

/**
 * What a token is to say.
 *
 * @param person who holds it, 1 to 64 printable characters
 * @param boundTo {@code x5t#S256} of the certificate that it is worth something with; empty for any
 */
public record TokenOrder(Role role, String person, Scope scope, Optional<String> boundTo) {
    /** @throws IllegalArgumentException for an order whose token would be refused */
    public TokenOrder {
        TokenClaims.requireScope(role, scope);
        TokenClaims.person(person);
    }

    /** The role of that name, as tokens have them. */
    public static Role role(String label) {
        return TokenClaims.role(label);
    }
}

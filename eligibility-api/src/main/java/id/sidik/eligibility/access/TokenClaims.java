package id.sidik.eligibility.access;

import com.nimbusds.jwt.JWTClaimsSet;
import id.sidik.eligibility.nid.Nid;
import id.sidik.wire.trust.Role;
import java.text.ParseException;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Our claims in an access token. Each token is for one role; whoever has two gets two tokens. */
final class TokenClaims {
    static final String ROLE = "sidik_role";
    static final String FACILITIES = "sidik_facilities";
    static final String EMPLOYERS = "sidik_employers";
    static final String NID = "sidik_nid";

    private static final Set<Role> ROLES =
            EnumSet.of(Role.OPERATOR, Role.AUDITOR, Role.FACILITY, Role.EMPLOYER, Role.MEMBER, Role.CLAIMS);
    private static final Pattern PERSON = Pattern.compile("[\\x21-\\x7e]{1,64}");
    /** A group of hospitals has some dozens. */
    private static final int IDS_MAX = 1_000;

    private TokenClaims() {}

    /** @throws IllegalArgumentException for claims that make nobody of ours */
    static Identity identity(JWTClaimsSet claims) throws ParseException {
        Role role = role(claims.getStringClaim(ROLE));
        Scope scope = new Scope(
                ids(claims.getStringListClaim(FACILITIES)),
                ids(claims.getStringListClaim(EMPLOYERS)),
                Optional.ofNullable(claims.getStringClaim(NID)).map(Nid::new));
        requireScope(role, scope);
        return new Identity(role, Optional.of(person(claims.getSubject())), scope);
    }

    /** @throws IllegalArgumentException for a word that is none of the roles that tokens can have */
    static Role role(@Nullable String label) {
        return ROLES.stream()
                .filter(role -> role.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "role must be one of " + ROLES.stream().map(Role::label).toList()));
    }

    /** @throws IllegalArgumentException for a role whose own records would be nobody's */
    static void requireScope(Role role, Scope scope) {
        boolean whole = switch (role) {
            case FACILITY -> !scope.facilities().isEmpty();
            case EMPLOYER -> !scope.employers().isEmpty();
            case MEMBER -> scope.self().isPresent();
            case OPERATOR, AUDITOR, CLAIMS -> true;
            case MATCHER, ELIGIBILITY, BRIDGE, CLIENT -> false;
        };
        if (!whole) {
            throw new IllegalArgumentException(role.label() + " must come with its facility, employer or nid");
        }
    }

    static String person(String subject) {
        if (!PERSON.matcher(subject).matches()) {
            throw new IllegalArgumentException("a subject is 1 to 64 printable ASCII characters");
        }
        return subject;
    }

    private static Set<String> ids(@Nullable List<String> listed) {
        if (listed == null) {
            return Set.of();
        }
        if (listed.size() > IDS_MAX) {
            throw new IllegalArgumentException("more than " + IDS_MAX + " ids");
        }
        return new HashSet<>(listed);
    }
}

package id.sidik.eligibility.access;

import id.sidik.eligibility.nid.Nid;
import java.util.Optional;
import java.util.Set;

/**
 * What a token says is its holder's own. A certificate says nothing of the kind.
 *
 * @param facilities ids, as in {@code facility_id}
 * @param employers ids, as in {@code employer_id}
 * @param self the member that the holder is
 */
public record Scope(Set<String> facilities, Set<String> employers, Optional<Nid> self) {
    /** Nothing is the holder's own. */
    public static final Scope NONE = new Scope(Set.of(), Set.of(), Optional.empty());

    public Scope {
        facilities = Set.copyOf(facilities);
        employers = Set.copyOf(employers);
    }

    boolean hasFacility(String id) {
        return facilities.contains(id);
    }

    boolean hasEmployer(String id) {
        return employers.contains(id);
    }

    /** By the digits as they came, so that a number that cannot be one is nobody's own. */
    boolean isSelf(String nid) {
        return self.filter(own -> own.wholeDigits().equals(nid)).isPresent();
    }
}

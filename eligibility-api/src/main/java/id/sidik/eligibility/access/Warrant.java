package id.sidik.eligibility.access;

import id.sidik.eligibility.nid.Nid;
import id.sidik.wire.trust.Role;
import java.util.Optional;

/** That a caller may call an operation, and how far: made for each call by {@link AccessControl}, asked by whoever touches a record. */
public record Warrant(Identity identity, Reach reach) {
    /** For a caller who may touch anybody's records. */
    public static Warrant everywhere(Role role) {
        return new Warrant(Identity.certified(role), Reach.EVERYWHERE);
    }

    public Role role() {
        return identity.role();
    }

    /** The officer, login or system by name; empty where a certificate alone called. */
    public Optional<String> person() {
        return identity.person();
    }

    /**
     * Refuses a caller whose facility it is not.
     *
     * @throws AccessRefusedException SCOPE_NOT_ALLOWED
     */
    public void requireFacility(String id) {
        require(identity.scope().hasFacility(id), Reach.OWN_FACILITY);
    }

    /**
     * Refuses a caller whose employer it is not.
     *
     * @throws AccessRefusedException SCOPE_NOT_ALLOWED
     */
    public void requireEmployer(String id) {
        require(identity.scope().hasEmployer(id), Reach.OWN_EMPLOYER);
    }

    /**
     * Refuses a caller who is another member.
     *
     * @throws AccessRefusedException SCOPE_NOT_ALLOWED
     */
    public void requireNid(Nid nid) {
        require(identity.scope().isSelf(nid.wholeDigits()), Reach.OWN_NID);
    }

    /**
     * Refuses a request that is about somebody else's records.
     *
     * @param named what the request says in the field of {@link #reach()}; empty text if it says nothing
     * @throws AccessRefusedException SCOPE_NOT_ALLOWED
     */
    public void requireNamed(String named) {
        switch (reach) {
            case EVERYWHERE, OWN_RECORDS -> {}
            case OWN_FACILITY -> requireFacility(named);
            case OWN_EMPLOYER -> requireEmployer(named);
            case OWN_NID -> require(identity.scope().isSelf(named), Reach.OWN_NID);
        }
    }

    private void require(boolean own, Reach wanted) {
        if (reach != Reach.EVERYWHERE && !own) {
            throw AccessRefusedException.scope(role(), wanted);
        }
    }
}

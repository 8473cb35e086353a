package id.sidik.eligibility.journey;

import id.sidik.eligibility.decision.Facility;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.presence.Officer;
import id.sidik.wire.trust.Role;

/** Who acts, as far as certificate and token say. */
final class Acting {
    private Acting() {}

    /** The person in the token; where a certificate alone called, its role, which is one and the same for everybody who holds it. */
    static Officer officer(Caller caller) {
        return new Officer(
                caller.warrant().person().orElseGet(() -> caller.role().label()));
    }

    /** Refuses a record that is not the caller's own: a member's by number, everybody else's by facility. */
    static void requireOwn(Caller caller, Nid nid, Facility facility) {
        if (caller.role() == Role.MEMBER) {
            caller.warrant().requireNid(nid);
        } else {
            caller.warrant().requireFacility(facility.id());
        }
    }
}

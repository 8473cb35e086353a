package id.sidik.eligibility.access;

import id.sidik.wire.trust.Role;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * Who may call one operation: a row of the table. A role that is not named may not.
 *
 * @param reaches never empty
 * @param certificateAlone whether a token does not help: the certificate itself must speak for the role
 */
record Grants(Map<Role, Reach> reaches, boolean certificateAlone) {
    Grants {
        if (reaches.isEmpty()) {
            throw new IllegalArgumentException("an operation that nobody may call is none");
        }
        reaches = Collections.unmodifiableMap(new EnumMap<>(reaches));
    }

    /** Roles that may touch anybody's records. */
    static Grants to(Role... roles) {
        Map<Role, Reach> reaches = new EnumMap<>(Role.class);
        for (Role role : roles) {
            reaches.put(role, Reach.EVERYWHERE);
        }
        return new Grants(reaches, false);
    }

    static Grants toAnybody() {
        return to(Role.values());
    }

    /** Nobody everywhere: followed by those who may touch their own. */
    static Grants own(Reach reach, Role... roles) {
        Map<Role, Reach> reaches = new EnumMap<>(Role.class);
        for (Role role : roles) {
            reaches.put(role, reach);
        }
        return new Grants(reaches, false);
    }

    /** The same, and these roles within a narrower reach. */
    Grants and(Reach reach, Role... roles) {
        Map<Role, Reach> more = new EnumMap<>(reaches);
        own(reach, roles).reaches().forEach((role, narrower) -> {
            if (more.putIfAbsent(role, narrower) != null) {
                throw new IllegalArgumentException(role + " is named twice");
            }
        });
        return new Grants(more, certificateAlone);
    }

    /** The same, for those whose certificate itself speaks for the role. */
    Grants byCertificateAlone() {
        return new Grants(reaches, true);
    }

    Set<Role> roles() {
        return reaches.keySet();
    }
}

package id.sidik.eligibility.access;

import id.sidik.wire.trust.Role;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who may call one operation: a row of the table. A role that is not named may not.
 *
 * @param reaches never empty
 * @param joinedBridge the narrower reach of a bridge whose certificate names its facility; empty where it is the same
 * @param certificateAlone whether a token does not help: the certificate itself must speak for the role
 */
record Grants(Map<Role, Reach> reaches, Optional<Reach> joinedBridge, boolean certificateAlone) {
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
        return new Grants(reaches, Optional.empty(), false);
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
        return new Grants(reaches, Optional.empty(), false);
    }

    /** The same, and these roles within a narrower reach. */
    Grants and(Reach reach, Role... roles) {
        Map<Role, Reach> more = new EnumMap<>(reaches);
        own(reach, roles).reaches().forEach((role, narrower) -> {
            if (more.putIfAbsent(role, narrower) != null) {
                throw new IllegalArgumentException(role + " is named twice");
            }
        });
        return new Grants(more, joinedBridge, certificateAlone);
    }

    /** The same, but that a bridge whose certificate names its facility reaches less far than the house's own. */
    Grants joinedBridge(Reach reach) {
        if (reaches.get(Role.BRIDGE) != Reach.EVERYWHERE) {
            throw new IllegalArgumentException("a bridge reaches no further as it is");
        }
        return new Grants(reaches, Optional.of(reach), certificateAlone);
    }

    /** The same, for those whose certificate itself speaks for the role. */
    Grants byCertificateAlone() {
        return new Grants(reaches, joinedBridge, true);
    }

    Set<Role> roles() {
        return reaches.keySet();
    }
}

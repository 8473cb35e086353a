package id.sidik.bridge.offline;

import java.time.Instant;

/**
 * As much of an earlier answer as bounds later ones.
 *
 * @param pseudonym empty for somebody whom no pack named
 * @param compared whether a finger was compared
 * @param grantedRupiah the stake; 0 if it was no grant
 */
public record PastCheck(Instant at, String pseudonym, boolean compared, long grantedRupiah) {
    boolean isGrant() {
        return grantedRupiah > 0;
    }
}

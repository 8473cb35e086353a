package id.sidik.bridge.offline;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The packs that this bridge holds. Each names those who were expected when it was made; the newest that names a member counts, unless
 * a newer one has withdrawn her. The terms are those of the newest of all.
 */
public record HeldPacks(List<Pack> newestFirst) {
    public static final HeldPacks NONE = new HeldPacks(List.of());

    public HeldPacks {
        newestFirst = newestFirst.stream()
                .sorted(Comparator.comparingLong(Pack::number).reversed())
                .toList();
    }

    /** What the packs say of somebody. */
    public sealed interface Finding {
        /**
         * She is expected.
         *
         * @param terms of the newest pack
         */
        record Named(long packNumber, OfflineTerms terms, ExpectedMember member) implements Finding {}

        /** Nobody is expected by that name, or no more. */
        record NotNamed() implements Finding {}

        /** The device that asks is believed no more. */
        record DeviceRevoked() implements Finding {}

        /** There is no pack that is in force. */
        record NoPack() implements Finding {}

        /** The clock is before the time at which the newest pack was made: it cannot be believed. */
        record ClockBehind() implements Finding {}
    }

    /** With one more, without those that have expired. */
    public HeldPacks with(Pack pack, Instant now) {
        return new HeldPacks(Stream.concat(Stream.of(pack), newestFirst.stream())
                .filter(held -> now.isBefore(held.expiresAt()))
                .toList());
    }

    /** The newest pack, in force or not. */
    public Optional<Pack> newest() {
        return newestFirst.stream().findFirst();
    }

    /**
     * Looks somebody up.
     *
     * @param deviceId who asks
     */
    public Finding find(String nid, String deviceId, Instant at) {
        if (newest().filter(pack -> at.isBefore(pack.issuedAt())).isPresent()) {
            return new Finding.ClockBehind();
        }
        List<Pack> inForce = newestFirst.stream()
                .filter(pack -> at.isBefore(pack.expiresAt()))
                .toList();
        if (inForce.isEmpty()) {
            return new Finding.NoPack();
        }
        if (newestFirst.getFirst().revokedDevices().contains(deviceId)) {
            return new Finding.DeviceRevoked();
        }
        for (Pack pack : inForce) {
            String pseudonym = pack.pseudonyms().of(nid);
            ExpectedMember member = pack.members().get(pseudonym);
            if (member != null) {
                return new Finding.Named(pack.number(), inForce.getFirst().terms(), member);
            }
            if (pack.revoked().contains(pseudonym)) {
                return new Finding.NotNamed();
            }
        }
        return new Finding.NotNamed();
    }
}

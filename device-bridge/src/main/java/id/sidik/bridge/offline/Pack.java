package id.sidik.bridge.offline;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A site pack that was verified and opened.
 *
 * @param number later packs have larger ones
 * @param pseudonyms how its members are called
 * @param members by pseudonym
 * @param revoked pseudonyms whom no earlier pack may serve any more
 * @param revokedDevices of this facility: none of them is believed any more
 * @param receiptLists as of when the pack was made; a gate of before gives none
 */
public record Pack(
        long number,
        Instant issuedAt,
        Instant expiresAt,
        OfflineTerms terms,
        Pseudonyms pseudonyms,
        Map<String, ExpectedMember> members,
        Set<String> revoked,
        Set<String> revokedDevices,
        Optional<ReceiptLists> receiptLists) {
    public Pack {
        members = Map.copyOf(members);
        revoked = Set.copyOf(revoked);
        revokedDevices = Set.copyOf(revokedDevices);
        if (!issuedAt.isBefore(expiresAt)) {
            throw new IllegalArgumentException("a pack expires after it is issued");
        }
    }

    /** A pack of these members. */
    public static Pack of(
            long number,
            Instant issuedAt,
            Instant expiresAt,
            OfflineTerms terms,
            Pseudonyms pseudonyms,
            List<ExpectedMember> members,
            Set<String> revoked,
            Set<String> revokedDevices,
            Optional<ReceiptLists> receiptLists) {
        return new Pack(
                number,
                issuedAt,
                expiresAt,
                terms,
                pseudonyms,
                members.stream().collect(Collectors.toMap(ExpectedMember::pseudonym, Function.identity())),
                revoked,
                revokedDevices,
                receiptLists);
    }
}

package id.sidik.eligibility.fleet;

import id.sidik.eligibility.decision.Facility;
import id.sidik.eligibility.presence.RecordId;
import id.sidik.eligibility.records.BodyReader;
import id.sidik.eligibility.records.BodyWriter;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.records.RecordKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * That one bridge may join at one facility. Layout 1 of its body:
 *
 * <pre>
 * text code's hash | text facility | moment expires | optional text device
 * </pre>
 *
 * @param codeSha256 of the code's secret: 64 of [0-9a-f]. The code itself is nowhere in the books
 * @param usedBy the device that joined with it; a code serves once
 */
public record Invitation(String codeSha256, Facility facility, Instant expiresAt, Optional<String> usedBy) {
    /** By the code's hash. */
    public static final RecordKind<Invitation> KIND = RecordKind.of(
            "invitations",
            'n',
            invitation -> RecordKey.of(invitation.codeSha256()),
            Invitation::write,
            Invitation::read);

    /** A code is typed at once, or the form that asked for it is filled in again. */
    public static final Duration VALIDITY_MIN = Duration.ofMinutes(5);

    /** As long as a box travels to an island. */
    public static final Duration VALIDITY_MAX = Duration.ofDays(7);

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    public Invitation {
        if (!isHash(codeSha256)) {
            throw new IllegalArgumentException("a code's hash is 64 of [0-9a-f]");
        }
        usedBy.ifPresent(device -> RecordId.checked("a device id", device));
    }

    /** Whether the text may be a code's hash. */
    public static boolean isHash(String text) {
        return HASH.matcher(text).matches();
    }

    /** Whether it is too late to join with it. */
    public boolean hasExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    /** The same, after a device joined with it. */
    public Invitation used(String deviceId) {
        return new Invitation(codeSha256, facility, expiresAt, Optional.of(deviceId));
    }

    private static BodyWriter write(Invitation invitation) {
        BodyWriter body = new BodyWriter()
                .text(invitation.codeSha256())
                .text(invitation.facility().id())
                .moment(invitation.expiresAt());
        return body.optional(invitation.usedBy(), body::text);
    }

    private static Invitation read(BodyReader body) {
        return new Invitation(body.text(), new Facility(body.text()), body.moment(), body.optional(body::text));
    }
}

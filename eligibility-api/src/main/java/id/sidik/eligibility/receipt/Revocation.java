package id.sidik.eligibility.receipt;

import id.sidik.eligibility.records.BodyReader;
import id.sidik.eligibility.records.BodyWriter;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.records.RecordKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * A receipt that is withdrawn. Layout 1: text decision id | moment of expiry | moment of withdrawal.
 *
 * @param expiresAt of the receipt: from then on nobody acts on it anyway, and lists leave it out
 */
public record Revocation(String decisionId, Instant expiresAt, Instant revokedAt) {
    /** By the day on which the receipt expires, so that those that count lie together. */
    public static final RecordKind<Revocation> KIND =
            RecordKind.of("revocations", 'v', Revocation::key, Revocation::write, Revocation::read);

    /** All whose receipts expire on one day, in UTC. */
    public static RecordKey day(LocalDate day) {
        return RecordKey.of(day);
    }

    private RecordKey key() {
        return day(LocalDate.ofInstant(expiresAt, ZoneOffset.UTC)).then(decisionId);
    }

    private BodyWriter write() {
        return new BodyWriter().text(decisionId).moment(expiresAt).moment(revokedAt);
    }

    private static Revocation read(BodyReader body) {
        return new Revocation(body.text(), body.moment(), body.moment());
    }
}

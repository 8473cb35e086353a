package id.sidik.eligibility.sitepack;

import id.sidik.eligibility.decision.Facility;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.records.BodyReader;
import id.sidik.eligibility.records.BodyWriter;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.records.RecordKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A pack as it stands in the books: whose templates left, for whom, and until when.
 *
 * @param packId never twice
 * @param members whose templates are in it
 * @param number the audit index of its event: later packs have larger ones; 0 until it is written
 */
public record IssuedPack(
        String packId, Facility facility, List<Nid> members, Instant issuedAt, Instant expiresAt, long number) {

    /**
     * Packs of a facility, the newest first. Layout 1: text id, text facility, int count, that many: text NID, moment issued, moment of
     * expiry, long number.
     */
    public static final RecordKind<IssuedPack> KIND = RecordKind.of(
                    "offline-packs",
                    'W',
                    pack -> RecordKey.of(pack.facility().id())
                            .thenLatestFirst(pack.issuedAt())
                            .then(pack.packId()),
                    IssuedPack::write,
                    IssuedPack::read)
            .stampedBy(IssuedPack::numbered);

    public IssuedPack {
        members = List.copyOf(members);
    }

    private static IssuedPack numbered(IssuedPack pack, long auditIndex) {
        return new IssuedPack(
                pack.packId(), pack.facility(), pack.members(), pack.issuedAt(), pack.expiresAt(), auditIndex);
    }

    /** Whether it could be served at that moment, give or take what clocks differ by. */
    public boolean covers(Instant moment, Duration clockSkew) {
        return !moment.isBefore(issuedAt.minus(clockSkew)) && moment.isBefore(expiresAt.plus(clockSkew));
    }

    private static BodyWriter write(IssuedPack pack) {
        BodyWriter body =
                new BodyWriter().text(pack.packId()).text(pack.facility().id());
        return body.list(pack.members(), nid -> body.text(nid.wholeDigits()))
                .moment(pack.issuedAt())
                .moment(pack.expiresAt())
                .number(pack.number());
    }

    private static IssuedPack read(BodyReader body) {
        return new IssuedPack(
                body.text(),
                new Facility(body.text()),
                body.list(Roster.MEMBERS_MAX, () -> new Nid(body.text())),
                body.moment(),
                body.moment(),
                body.longNumber());
    }
}

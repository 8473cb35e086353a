package id.sidik.eligibility.sitepack;

import id.sidik.eligibility.decision.Facility;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.records.BodyReader;
import id.sidik.eligibility.records.BodyWriter;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.records.RecordKind;
import java.time.Instant;
import java.util.List;

/**
 * Whom a facility expects, by appointment or because they always come.
 *
 * @param nids each once, at most {@link #MEMBERS_MAX}
 */
public record Roster(Facility facility, List<Nid> nids, Instant saidAt) {
    /** So many templates fit a slow line, and a stolen bridge holds no more. */
    public static final int MEMBERS_MAX = 500;

    /** Layout 1: text facility, int count, that many: text NID, moment said. */
    public static final RecordKind<Roster> KIND = RecordKind.of(
            "offline-rosters", 'Q', roster -> RecordKey.of(roster.facility().id()), Roster::write, Roster::read);

    public Roster {
        nids = nids.stream().distinct().toList();
        if (nids.size() > MEMBERS_MAX) {
            throw new IllegalArgumentException("at most " + MEMBERS_MAX + " are expected, not " + nids.size());
        }
    }

    private static BodyWriter write(Roster roster) {
        BodyWriter body = new BodyWriter().text(roster.facility().id());
        return body.list(roster.nids(), nid -> body.text(nid.wholeDigits())).moment(roster.saidAt());
    }

    private static Roster read(BodyReader body) {
        return new Roster(new Facility(body.text()), body.list(MEMBERS_MAX, () -> new Nid(body.text())), body.moment());
    }
}

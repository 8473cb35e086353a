package id.sidik.eligibility.member;

import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.records.BodyReader;
import id.sidik.eligibility.records.BodyWriter;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.records.RecordKind;

/**
 * The body of a change of status, layout 1.
 *
 * <pre>
 * text NID | int revision | text from | text to | day of effect | text reason | list of text officer | moment
 * </pre>
 */
public final class StatusChangeBody {
    /** Changes of status, by member and revision. */
    public static final RecordKind<StatusChange> KIND = RecordKind.of(
            "status-changes",
            'h',
            change -> RecordKey.of(change.nid()).then(change.revision()),
            StatusChangeBody::write,
            StatusChangeBody::read);

    private StatusChangeBody() {}

    private static BodyWriter write(StatusChange change) {
        BodyWriter body = new BodyWriter();
        return body.text(change.nid().wholeDigits())
                .number(change.revision())
                .name(change.from())
                .name(change.to())
                .day(change.effectiveOn())
                .text(change.reason())
                .list(change.officers(), body::text)
                .moment(change.at());
    }

    private static StatusChange read(BodyReader body) {
        return new StatusChange(
                new Nid(body.text()),
                body.number(),
                body.name(MemberStatus.class),
                body.name(MemberStatus.class),
                body.day(),
                body.text(),
                body.list(2, body::text),
                body.moment());
    }
}

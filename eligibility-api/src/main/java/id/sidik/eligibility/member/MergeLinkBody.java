package id.sidik.eligibility.member;

import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.records.BodyReader;
import id.sidik.eligibility.records.BodyWriter;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.records.RecordKind;

/**
 * The body of a merge, layout 1.
 *
 * <pre>
 * text absorbed NID | text surviving NID | text case id | text status before | list of text officer | moment
 * </pre>
 */
public final class MergeLinkBody {
    /** Merges, by the number that no longer counts. */
    public static final RecordKind<MergeLink> KIND = RecordKind.of(
            "merges", 'M', merge -> RecordKey.of(merge.absorbed()), MergeLinkBody::write, MergeLinkBody::read);

    /** The same, by the number that counts for both. */
    public static final RecordKind<MergeLink> ABSORBED = RecordKind.of(
            "absorbed",
            'A',
            merge -> RecordKey.of(merge.survivor()).then(merge.absorbed()),
            MergeLinkBody::write,
            MergeLinkBody::read);

    private MergeLinkBody() {}

    private static BodyWriter write(MergeLink merge) {
        BodyWriter body = new BodyWriter();
        return body.text(merge.absorbed().wholeDigits())
                .text(merge.survivor().wholeDigits())
                .text(merge.caseId())
                .name(merge.statusBefore())
                .list(merge.officers(), body::text)
                .moment(merge.at());
    }

    private static MergeLink read(BodyReader body) {
        return new MergeLink(
                new Nid(body.text()),
                new Nid(body.text()),
                body.text(),
                body.name(MemberStatus.class),
                body.list(2, body::text),
                body.moment());
    }
}

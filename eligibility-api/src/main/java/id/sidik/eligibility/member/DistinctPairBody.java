package id.sidik.eligibility.member;

import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.records.BodyReader;
import id.sidik.eligibility.records.BodyWriter;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.records.RecordKind;

/**
 * The body of a pair of two who are two, layout 1.
 *
 * <pre>
 * text NID | text other NID | text case id | moment
 * </pre>
 */
public final class DistinctPairBody {
    /** Pairs, by either number and the other. */
    public static final RecordKind<DistinctPair> KIND = RecordKind.of(
            "distinct-pairs",
            'N',
            pair -> RecordKey.of(pair.nid()).then(pair.other()),
            DistinctPairBody::write,
            DistinctPairBody::read);

    private DistinctPairBody() {}

    private static BodyWriter write(DistinctPair pair) {
        return new BodyWriter()
                .text(pair.nid().wholeDigits())
                .text(pair.other().wholeDigits())
                .text(pair.caseId())
                .moment(pair.at());
    }

    private static DistinctPair read(BodyReader body) {
        return new DistinctPair(new Nid(body.text()), new Nid(body.text()), body.text(), body.moment());
    }
}

package id.sidik.eligibility.facility;

import id.sidik.eligibility.decision.Facility;
import id.sidik.eligibility.decision.Purpose;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.records.BodyReader;
import id.sidik.eligibility.records.BodyWriter;
import id.sidik.eligibility.records.RecordIndex;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.records.RecordKind;

/**
 * The body of an approval, layout 1.
 *
 * <pre>
 * text approval id | text kind | text number | text NID | text issuer | optional text to | text service | day from | day until
 * | int visits at most | list of text visit id | flag withdrawn | text recorded by | moment recorded
 * </pre>
 */
public final class ApprovalBody {
    /** Of a member, latest first. */
    public static final RecordIndex<Approval> BY_MEMBER = RecordIndex.of(
            "approvals-of-members", approval -> RecordKey.of(approval.nid()).thenLatestFirst(approval.recordedAt()));

    /** By whoever issued it and the number that it has there. */
    public static final RecordIndex<Approval> BY_NUMBER = RecordIndex.unique(
            "issuer-and-number",
            approval -> RecordKey.of(approval.issuer().id()).then(approval.number()));

    /** Approvals, by id. */
    public static final RecordKind<Approval> KIND = RecordKind.of(
                    "approvals",
                    'u',
                    approval -> RecordKey.of(approval.approvalId()),
                    ApprovalBody::write,
                    ApprovalBody::read)
            .indexedBy(BY_MEMBER)
            .indexedBy(BY_NUMBER);

    private ApprovalBody() {}

    private static BodyWriter write(Approval approval) {
        BodyWriter body = new BodyWriter()
                .text(approval.approvalId())
                .name(approval.kind())
                .text(approval.number())
                .text(approval.nid().wholeDigits())
                .text(approval.issuer().id());
        return body.optional(approval.to(), facility -> body.text(facility.id()))
                .name(approval.service())
                .day(approval.from())
                .day(approval.until())
                .number(approval.visitsMax())
                .list(approval.visits(), body::text)
                .flag(approval.withdrawn())
                .text(approval.recordedBy())
                .moment(approval.recordedAt());
    }

    private static Approval read(BodyReader body) {
        return new Approval(
                body.text(),
                body.name(Approval.Kind.class),
                body.text(),
                new Nid(body.text()),
                new Facility(body.text()),
                body.optional(body::text).map(Facility::new),
                body.name(Purpose.class),
                body.day(),
                body.day(),
                body.number(),
                body.list(Approval.VISITS_MAX, body::text),
                body.flag(),
                body.text(),
                body.moment());
    }
}

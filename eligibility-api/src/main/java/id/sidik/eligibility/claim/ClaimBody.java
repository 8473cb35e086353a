package id.sidik.eligibility.claim;

import id.sidik.eligibility.claim.ClaimState.Appealed;
import id.sidik.eligibility.claim.ClaimState.Approved;
import id.sidik.eligibility.claim.ClaimState.Open;
import id.sidik.eligibility.claim.ClaimState.PaymentNoticed;
import id.sidik.eligibility.claim.ClaimState.Rejected;
import id.sidik.eligibility.claim.ClaimState.Submitted;
import id.sidik.eligibility.contribution.Programme;
import id.sidik.eligibility.decision.Facility;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.presence.EvidenceBody;
import id.sidik.eligibility.presence.Officer;
import id.sidik.eligibility.records.BodyReader;
import id.sidik.eligibility.records.BodyWriter;
import id.sidik.eligibility.records.RecordIndex;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.records.RecordKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The body of a claim, layout 1.
 *
 * <pre>
 * text claim id | text NID | text programme | text facility | long day of the event | long rupiah | text filed by | text payee
 * | text visit id, or empty | evidence | int count | that many: text kind, text SHA-256 | state | moment opened | int revision
 *
 * state: text "open" | "submitted", moment | "approved", long rupiah, text by, moment, flag on appeal
 *        | "rejected", text reason, text by, moment, flag on appeal | "appealed", those of "rejected", text grounds, moment
 *        | "paid", those of "approved", text reference, moment
 * </pre>
 */
public final class ClaimBody {
    /** By member. */
    public static final RecordIndex<Claim> BY_MEMBER =
            RecordIndex.of("claims-of-members", claim -> RecordKey.of(claim.nid()));

    /** By the visit that is billed: a visit is billed once. */
    public static final RecordIndex<Claim> BY_VISIT = new RecordIndex<>(
            "claims-of-visits",
            true,
            claim -> claim.visitId().map(RecordKey::of).stream().toList());

    /** Claims by id. */
    public static final RecordKind<Claim> KIND = RecordKind.of(
                    "claims", 'Z', claim -> RecordKey.of(claim.claimId()), ClaimBody::write, ClaimBody::read)
            .indexedBy(BY_MEMBER)
            .indexedBy(BY_VISIT);

    private ClaimBody() {}

    private static BodyWriter write(Claim claim) {
        BodyWriter body = new BodyWriter()
                .text(claim.claimId())
                .text(claim.nid().wholeDigits())
                .name(claim.programme())
                .text(claim.facility().id())
                .day(claim.eventOn())
                .number(claim.amountRupiah())
                .text(claim.filedBy().id())
                .text(claim.payeeHash())
                .text(claim.visitId().orElse(""));
        EvidenceBody.write(body, claim.presence()).number(claim.documents().size());
        claim.documents().forEach(document -> body.name(document.kind()).text(document.sha256()));
        return writeState(body, claim.state()).moment(claim.openedAt()).number(claim.revision());
    }

    private static BodyWriter writeState(BodyWriter body, ClaimState state) {
        return switch (state) {
            case Open _ -> body.text("open");
            case Submitted submitted -> body.text("submitted").moment(submitted.at());
            case Approved approved -> writeApproval(body.text("approved"), approved);
            case Rejected rejected -> writeRejection(body.text("rejected"), rejected);
            case Appealed appealed ->
                writeRejection(body.text("appealed"), appealed.rejection())
                        .text(appealed.grounds())
                        .moment(appealed.at());
            case PaymentNoticed paid ->
                writeApproval(body.text("paid"), paid.approval())
                        .text(paid.reference())
                        .moment(paid.at());
        };
    }

    private static BodyWriter writeApproval(BodyWriter body, Approved approved) {
        return body.number(approved.amountRupiah())
                .text(approved.by().id())
                .moment(approved.at())
                .flag(approved.onAppeal());
    }

    private static BodyWriter writeRejection(BodyWriter body, Rejected rejected) {
        return body.name(rejected.reason())
                .text(rejected.by().id())
                .moment(rejected.at())
                .flag(rejected.onAppeal());
    }

    private static Claim read(BodyReader body) {
        return new Claim(
                body.text(),
                new Nid(body.text()),
                body.name(Programme.class),
                new Facility(body.text()),
                body.day(),
                body.longNumber(),
                new Officer(body.text()),
                body.text(),
                Optional.of(body.text()).filter(id -> !id.isEmpty()),
                EvidenceBody.read(body),
                readDocuments(body),
                readState(body),
                body.moment(),
                body.number());
    }

    private static List<ClaimDocument> readDocuments(BodyReader body) {
        int count = Math.min(body.number(), Claim.DOCUMENTS_MAX + 1);
        return IntStream.range(0, count)
                .mapToObj(_ -> new ClaimDocument(body.name(DocumentKind.class), body.text()))
                .toList();
    }

    private static ClaimState readState(BodyReader body) {
        String tag = body.text();
        return switch (tag) {
            case "open" -> new Open();
            case "submitted" -> new Submitted(body.moment());
            case "approved" -> readApproval(body);
            case "rejected" -> readRejection(body);
            case "appealed" -> new Appealed(readRejection(body), body.text(), body.moment());
            case "paid" -> new PaymentNoticed(readApproval(body), body.text(), body.moment());
            default -> throw new IllegalArgumentException("no state of a claim is called " + tag);
        };
    }

    private static Approved readApproval(BodyReader body) {
        return new Approved(body.longNumber(), new Officer(body.text()), body.moment(), body.flag());
    }

    private static Rejected readRejection(BodyReader body) {
        return new Rejected(body.name(RejectionReason.class), new Officer(body.text()), body.moment(), body.flag());
    }
}

package id.sidik.eligibility.presence;

import id.sidik.eligibility.records.BodyReader;
import id.sidik.eligibility.records.BodyWriter;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.records.RecordKind;

/**
 * The body of a use of a receipt, layout 1.
 *
 * <pre>
 * text decision id | text kind | text id of the claim or visit | moment used
 * </pre>
 */
public final class ReceiptUseBody {
    /** By decision: added, never put, so that a receipt serves once. */
    public static final RecordKind<ReceiptUse> KIND = RecordKind.of(
            "receipt-uses", 'U', use -> RecordKey.of(use.decisionId()), ReceiptUseBody::write, ReceiptUseBody::read);

    private ReceiptUseBody() {}

    private static BodyWriter write(ReceiptUse use) {
        return new BodyWriter()
                .text(use.decisionId())
                .name(use.kind())
                .text(use.usedBy())
                .moment(use.usedAt());
    }

    private static ReceiptUse read(BodyReader body) {
        return new ReceiptUse(body.text(), body.name(ReceiptUse.Kind.class), body.text(), body.moment());
    }
}

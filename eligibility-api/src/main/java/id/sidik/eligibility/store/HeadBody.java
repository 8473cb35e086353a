package id.sidik.eligibility.store;

import id.sidik.eligibility.records.BodyReader;
import id.sidik.eligibility.records.BodyWriter;
import id.sidik.wire.proof.Checkpoint;

/**
 * The head of the audit log as the database has it, layout 1. It changes in the same batch as the leaves.
 *
 * <pre>
 * text origin | long size | text base64 of the root
 * </pre>
 */
final class HeadBody {
    private HeadBody() {}

    static byte[] write(Checkpoint head) {
        return new BodyWriter()
                .text(head.origin())
                .number(head.size())
                .text(head.root())
                .body();
    }

    static Checkpoint read(BodyReader body) {
        return new Checkpoint(body.text(), body.longNumber(), body.text());
    }
}

package id.sidik.eligibility.member;

import id.sidik.eligibility.records.BodyWriter;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.records.RecordKind;
import java.util.Arrays;

/**
 * The fingers of somebody who is held up, until officers have decided. The matcher sealed them: nobody else can read them, this gate
 * neither. Layout 1 of its body:
 *
 * <pre>
 * text case id | bytes what the matcher sealed, at most 1 MiB
 * </pre>
 */
public final class HeldPrints {
    /** By their case. Gone when it is decided. */
    public static final RecordKind<HeldPrints> KIND = RecordKind.of(
            "held-prints",
            'S',
            held -> RecordKey.of(held.caseId),
            held -> new BodyWriter().text(held.caseId).bytes(held.sealed),
            body -> new HeldPrints(body.text(), body.bytes()));

    private static final int SEALED_BYTES_MAX = 1 << 20;

    private final String caseId;
    private final byte[] sealed;

    /** @throws IllegalArgumentException for nothing, or more than 1 MiB */
    public HeldPrints(String caseId, byte[] sealed) {
        if (sealed.length == 0 || sealed.length > SEALED_BYTES_MAX) {
            throw new IllegalArgumentException("sealed prints are 1 byte to 1 MiB: " + sealed.length);
        }
        this.caseId = caseId;
        this.sealed = sealed.clone();
    }

    /** Which they are bound to. */
    public String caseId() {
        return caseId;
    }

    /** For the matcher alone. */
    public byte[] sealed() {
        return sealed.clone();
    }

    /** By what is kept, so that a case's are deleted only as they were read. */
    @Override
    public boolean equals(Object other) {
        return other instanceof HeldPrints held && caseId.equals(held.caseId) && Arrays.equals(sealed, held.sealed);
    }

    @Override
    public int hashCode() {
        return caseId.hashCode();
    }

    @Override
    public String toString() {
        return "HeldPrints[" + caseId + ", " + sealed.length + " bytes]";
    }
}

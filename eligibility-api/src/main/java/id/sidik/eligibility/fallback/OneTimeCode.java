package id.sidik.eligibility.fallback;

import id.sidik.eligibility.records.BodyWriter;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.records.RecordKind;

/**
 * The code that was sent for a fallback. It dies with the fallback, which knows how long and how often it may be tried. Layout 1 of its body:
 *
 * <pre>
 * text fallback id | hash
 * </pre>
 */
public record OneTimeCode(String fallbackId, SecretHash hash) {
    /** By fallback. */
    public static final RecordKind<OneTimeCode> KIND = RecordKind.of(
            "one-time-codes",
            'o',
            code -> RecordKey.of(code.fallbackId()),
            code -> code.hash().write(new BodyWriter().text(code.fallbackId())),
            body -> new OneTimeCode(body.text(), SecretHash.read(body)));
}

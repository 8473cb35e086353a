package id.sidik.eligibility.fallback;

import id.sidik.eligibility.presence.FallbackMethod;
import id.sidik.eligibility.records.BodyWriter;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.records.RecordKind;

/**
 * That a decision rests on a fallback. Layout 1 of its body:
 *
 * <pre>
 * text decision id | text fallback id | text method
 * </pre>
 */
public record FallbackUse(String decisionId, String fallbackId, FallbackMethod method) {
    /** By decision. */
    public static final RecordKind<FallbackUse> KIND = RecordKind.of(
            "fallback-uses",
            'f',
            use -> RecordKey.of(use.decisionId()),
            use -> new BodyWriter()
                    .text(use.decisionId())
                    .text(use.fallbackId())
                    .name(use.method()),
            body -> new FallbackUse(body.text(), body.text(), body.name(FallbackMethod.class)));
}

package id.sidik.eligibility.store;

/**
 * The body of an answer, layout 1.
 *
 * <pre>
 * long audit index | text idempotency key | bytes SHA-256 of the request | bytes answer
 * </pre>
 */
final class AnswerBody {
    private AnswerBody() {}

    static byte[] write(Answer answer, long auditIndex) {
        return new BodyWriter()
                .number(auditIndex)
                .text(answer.idempotencyKey())
                .bytes(answer.requestDigest())
                .bytes(answer.body())
                .body();
    }

    static StoredAnswer read(BodyReader body) {
        long auditIndex = body.longNumber();
        return new StoredAnswer(Answer.stored(body.text(), body.bytes(), body.bytes()), auditIndex);
    }
}

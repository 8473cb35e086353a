package id.sidik.eligibility.store;

import id.sidik.eligibility.records.BodyReader;
import id.sidik.eligibility.records.BodyWriter;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.records.RecordKind;
import java.util.Optional;

/**
 * The body of an answer, layout 1.
 *
 * <pre>
 * long audit index | text idempotency key | bytes SHA-256 of the request | bytes answer
 * </pre>
 */
final class AnswerBody {
    private static final long NOT_YET = -1;

    /** Answers, by their idempotency key. */
    static final RecordKind<StoredAnswer> KIND = RecordKind.of(
                    "answers",
                    'a',
                    (StoredAnswer stored) -> RecordKey.of(stored.answer().idempotencyKey()),
                    AnswerBody::write,
                    AnswerBody::read)
            .stampedBy((stored, auditIndex) -> new StoredAnswer(stored.answer(), auditIndex));

    private AnswerBody() {}

    /** What keeps an answer. */
    static Change<StoredAnswer> given(Answer answer) {
        StoredAnswer stored = new StoredAnswer(answer, NOT_YET);
        return new Change<>(KIND, KIND.key(stored), new Change.Before.Nothing<>(), Optional.of(stored));
    }

    private static BodyWriter write(StoredAnswer stored) {
        return new BodyWriter()
                .number(stored.auditIndex())
                .text(stored.answer().idempotencyKey())
                .bytes(stored.answer().requestDigest())
                .bytes(stored.answer().body());
    }

    private static StoredAnswer read(BodyReader body) {
        long auditIndex = body.longNumber();
        return new StoredAnswer(Answer.stored(body.text(), body.bytes(), body.bytes()), auditIndex);
    }
}

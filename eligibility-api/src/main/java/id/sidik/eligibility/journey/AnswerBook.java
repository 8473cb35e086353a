package id.sidik.eligibility.journey;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import id.sidik.eligibility.store.Answer;
import id.sidik.eligibility.store.CommitResult;
import id.sidik.eligibility.store.EligibilityStore;
import id.sidik.eligibility.store.StoredAnswer;
import id.sidik.eligibility.store.Transaction;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes a repeated write the same write: the same key with the same request gets the first answer again, with another request it is
 * refused. Each method has its own keys.
 *
 * @param <A> the method's answer, or as much of it as must be kept
 */
final class AnswerBook<A extends MessageLite> {
    private final EligibilityStore store;
    private final String method;
    private final Parser<A> parser;

    /** @param method stands before every key in the store: never rename one */
    AnswerBook(EligibilityStore store, String method, Parser<A> parser) {
        this.store = store;
        this.method = method;
        this.parser = parser;
    }

    /** What this request was told before, if it was. */
    Optional<A> find(String key, MessageLite request) {
        Optional<StoredAnswer> stored = store.findAnswer(scoped(key));
        if (stored.isPresent() && !stored.get().answer().answers(request.toByteArray())) {
            throw reused();
        }
        return stored.map(this::read);
    }

    /** What the key was answered with, whatever was asked. */
    Optional<A> findWhatever(String key) {
        return store.findAnswer(scoped(key)).map(this::read);
    }

    /** To go into the transaction that the answer tells of. */
    Answer answer(String key, MessageLite request, A answer) {
        return Answer.to(scoped(key), request.toByteArray(), answer.toByteArray());
    }

    /**
     * Carries a transaction out together with its answer, once: whoever asks the same again meanwhile gets that answer, too.
     *
     * @param refusal what to say when a record that was to be added was there, or one that was to be replaced had changed
     * @throws RequestRefusedException if the key belongs to another request
     */
    A commit(
            Transaction transaction,
            String key,
            MessageLite request,
            A answer,
            Function<CommitResult, RuntimeException> refusal) {
        CommitResult result = store.commit(transaction.answering(answer(key, request, answer)));
        return switch (result) {
            case CommitResult.Committed _ -> answer;
            case CommitResult.AlreadyAnswered already -> read(already.answer());
            case CommitResult.IdempotencyKeyReused _ -> throw reused();
            case CommitResult.RecordExists _, CommitResult.RecordChanged _ -> throw refusal.apply(result);
        };
    }

    A read(StoredAnswer stored) {
        try {
            return parser.parseFrom(stored.answer().body());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("cannot be read as an answer: " + stored.answer(), e);
        }
    }

    static RequestRefusedException reused() {
        return new RequestRefusedException(
                RequestRefusedException.Kind.KEY_REUSED,
                "IDEMPOTENCY_KEY_REUSED",
                "This idempotency key belongs to another request; use a new one for each request");
    }

    /** Whether a request of a method was carried out under this key, whatever it asked. */
    static boolean isAnswered(EligibilityStore store, String method, String key) {
        return store.findAnswer(scoped(method, key)).isPresent();
    }

    private String scoped(String key) {
        return scoped(method, key);
    }

    private static String scoped(String method, String key) {
        return method + ":" + key;
    }
}

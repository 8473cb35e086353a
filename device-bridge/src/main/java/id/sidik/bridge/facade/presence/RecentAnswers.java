package id.sidik.bridge.facade.presence;

import id.sidik.bridge.v1.CheckRequest;
import id.sidik.eligibility.v1.CheckEligibilityResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The last decisions by the key of their call, in memory only. A page that lost an answer asks again and gets the same receipt without
 * another finger; after a restart of the bridge the person is asked for her finger once more.
 */
final class RecentAnswers {
    /** Some minutes of a busy counter. */
    static final int ANSWERS_MAX = 64;

    private final Map<String, Answered> answers = new LinkedHashMap<>();

    private record Answered(CheckRequest question, CheckEligibilityResponse decision) {}

    /**
     * What was answered to the call.
     *
     * @throws KeyReusedException when the key was used for another question
     */
    synchronized Optional<CheckEligibilityResponse> recall(String key, CheckRequest question) {
        Answered answered = answers.get(key);
        if (answered == null) {
            return Optional.empty();
        }
        if (!answered.question().equals(question)) {
            throw new KeyReusedException();
        }
        return Optional.of(answered.decision());
    }

    synchronized void remember(String key, CheckRequest question, CheckEligibilityResponse decision) {
        answers.put(key, new Answered(question, decision));
        if (answers.size() > ANSWERS_MAX) {
            answers.remove(answers.keySet().iterator().next());
        }
    }

    /** One key, two questions. */
    static final class KeyReusedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        KeyReusedException() {
            super("the idempotency key was used for another question; make a new one for each");
        }
    }
}

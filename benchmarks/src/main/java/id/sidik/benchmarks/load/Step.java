package id.sidik.benchmarks.load;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What questions at one rate came to.
 *
 * @param offeredPerSecond the rate that was asked for
 * @param seconds from the first intended time to the last answer of any kind
 * @param answers how long the questions took that were decided, from their intended times
 * @param refusals how long those took that were turned away at once, by RESOURCE_EXHAUSTED
 * @param failed questions without an answer of either kind
 */
record Step(double offeredPerSecond, double seconds, Latencies answers, Latencies refusals, int failed) {
    /** One in a hundred may meet a bad moment. */
    private static final double HELD_SHARE_MIN = 0.99;

    /** What a person at a counter does not notice. */
    private static final double HELD_MILLIS_MAX = 400;

    int sent() {
        return answers.count() + refusals.count() + failed;
    }

    double answeredPerSecond() {
        return answers.count() / seconds;
    }

    double shedShare() {
        return (double) refusals.count() / Math.max(1, sent());
    }

    /** Whether the service keeps up with the rate, and has not only begun to queue. */
    boolean held() {
        return answers.count() >= HELD_SHARE_MIN * sent() && answers.millis(HELD_SHARE_MIN) <= HELD_MILLIS_MAX;
    }

    ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("offeredPerSecond", Math.round(offeredPerSecond))
                .put("answeredPerSecond", Math.round(answeredPerSecond()))
                .put("p50Millis", answers.millis(0.5))
                .put("p99Millis", answers.millis(0.99))
                .put("answered", answers.count())
                .put("shed", refusals.count())
                .put("shedP99Millis", refusals.millis(0.99))
                .put("failed", failed);
    }
}

package id.sidik.eligibility.courier;

import id.sidik.eligibility.journey.CodeOutbox;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One round through the codes that wait: what is of use no more is deleted, and the rest is handed to the gateway, if there is one, until
 * it has it. Neither a code nor a telephone number is in any log line. One thread.
 */
public final class Courier implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final Duration PAUSE_MIN = Duration.ofSeconds(1);
    private static final int DOUBLINGS_MAX = 5;

    private final CodeOutbox outbox;
    private final Optional<Webhook> gateway;
    private final InstantSource clock;
    private final Map<String, Tried> tried = new HashMap<>();

    /** How often one was offered, and when it may be again. */
    private record Tried(int times, Instant again) {}

    /** @param gateway empty where somebody else takes the files away */
    public Courier(CodeOutbox outbox, Optional<Webhook> gateway, InstantSource clock) {
        this.outbox = outbox;
        this.gateway = gateway;
        this.clock = clock;
    }

    @Override
    public void run() {
        List<CodeOutbox.Waiting> waiting = outbox.waiting(clock.instant());
        tried.keySet().retainAll(waiting.stream().map(CodeOutbox.Waiting::id).collect(Collectors.toSet()));
        if (gateway.isEmpty()) {
            return;
        }
        for (CodeOutbox.Waiting code : waiting) {
            Tried before = tried.getOrDefault(code.id(), new Tried(0, Instant.EPOCH));
            Instant now = clock.instant(); // of each: a slow gateway makes a round long
            boolean isDue = now.isBefore(code.until()) && !now.isBefore(before.again());
            if (isDue && !carried(gateway.get(), code, before)) {
                return;
            }
        }
    }

    /** False when we are told to stop. */
    private boolean carried(Webhook to, CodeOutbox.Waiting code, Tried before) {
        try {
            switch (to.deliver(code)) {
                case Webhook.Delivery.Taken _ -> outbox.forget(code.id());
                case Webhook.Delivery.Refused refused -> {
                    LOG.error("the gateway refused the code of fallback {} with {}", code.id(), refused.status());
                    outbox.forget(code.id());
                }
                case Webhook.Delivery.NotNow notNow -> {
                    LOG.warn("the code of fallback {} was not taken yet: {}", code.id(), notNow.why());
                    tried.put(
                            code.id(),
                            new Tried(before.times() + 1, clock.instant().plus(pause(before.times()))));
                }
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Duration pause(int times) {
        return PAUSE_MIN.multipliedBy(1L << Math.min(times, DOUBLINGS_MAX));
    }
}

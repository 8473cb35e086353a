package id.sidik.eligibility.courier;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import id.sidik.eligibility.journey.CodeOutbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;

/**
 * A message gateway that takes a code by one POST: JSON with {@code id}, {@code to}, {@code text} and {@code expiresAt}, the id in the
 * header {@code Idempotency-Key} too, and a bearer token. Any 2xx, and 409 for an id that it has, mean that it has it.
 */
public final class Webhook {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final int CONFLICT = 409;
    /** What no repetition cures. */
    private static final Set<Integer> REFUSALS = Set.of(400, 413, 415, 422);

    private final URI address;
    private final String token;
    private final HttpClient http;

    /**
     * A gateway.
     *
     * @param address https; http on the loopback alone
     * @param token as the gateway gave it to us
     */
    public Webhook(URI address, String token, HttpClient http) {
        if (!isAddress(address)) {
            throw new IllegalArgumentException("a gateway's address is https, or http on the loopback: " + address);
        }
        this.address = address;
        this.token = token;
        this.http = http;
    }

    /** Whether codes may go there. */
    public static boolean isAddress(URI address) {
        String host = address.getHost();
        if (host == null) {
            return false;
        }
        return "https".equals(address.getScheme()) || ("http".equals(address.getScheme()) && LOOPBACK.contains(host));
    }

    /** What became of one attempt. */
    sealed interface Delivery {
        record Taken() implements Delivery {}

        /** Nothing helps: it is thrown away. */
        record Refused(int status) implements Delivery {}

        /** It may go better in a moment. */
        record NotNow(String why) implements Delivery {}
    }

    Delivery deliver(CodeOutbox.Waiting code) throws InterruptedException {
        HttpRequest post = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", code.id())
                .POST(BodyPublishers.ofString(JsonNodeFactory.instance
                        .objectNode()
                        .put("id", code.id())
                        .put("to", code.phone())
                        .put("text", code.text())
                        .put("expiresAt", code.until().toString())
                        .toString()))
                .build();
        try {
            return delivery(http.send(post, BodyHandlers.discarding()).statusCode());
        } catch (IOException e) {
            return new Delivery.NotNow(e.getClass().getSimpleName());
        }
    }

    private static Delivery delivery(int status) {
        if (status / 100 == 2 || status == CONFLICT) {
            return new Delivery.Taken();
        }
        return REFUSALS.contains(status) ? new Delivery.Refused(status) : new Delivery.NotNow("status " + status);
    }
}

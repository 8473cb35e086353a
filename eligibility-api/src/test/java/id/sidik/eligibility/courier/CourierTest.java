package id.sidik.eligibility.courier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import id.sidik.eligibility.journey.CodeOutbox;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Codes on their way to a gateway of the test's own, over a socket. */
class CourierTest {
    private static final Instant NOW = Instant.parse("2026-03-10T03:00:00Z");

    @TempDir
    private Path folder;

    private final List<String> received = new CopyOnWriteArrayList<>();
    private HttpServer gateway;
    private HttpClient http;
    private Courier courier;
    private CodeOutbox outbox;
    private volatile int status = 202;
    private volatile Instant now = NOW;
    private volatile Duration taking = Duration.ZERO;

    @BeforeEach
    void start() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/codes", exchange -> {
            received.add(exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + exchange.getRequestHeaders().getFirst("Idempotency-Key") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            now = now.plus(taking);
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        gateway.start();
        http = HttpClient.newHttpClient();
        outbox = new CodeOutbox(folder);
        URI address = URI.create("http://127.0.0.1:" + gateway.getAddress().getPort() + "/codes");
        courier = new Courier(outbox, Optional.of(new Webhook(address, "t0ken", http)), () -> now);
    }

    @AfterEach
    void stop() {
        http.close();
        gateway.stop(0);
    }

    @Test
    void handsACodeOverAndKeepsNoCopy() throws IOException {
        put("fallback-1", NOW.plusSeconds(300));

        courier.run();

        assertThat(received)
                .containsExactly("Bearer t0ken fallback-1 {\"id\":\"fallback-1\",\"to\":\"+6281234567890\","
                        + "\"text\":\"Sidik: 123456\",\"expiresAt\":\"2026-03-10T03:05:00Z\"}");
        assertThat(file("fallback-1")).doesNotExist();
    }

    @Test
    void offersACodeAgainAfterAPauseThatGrows() throws IOException {
        put("fallback-1", NOW.plusSeconds(300));
        status = 503;
        courier.run();
        courier.run();
        assertThat(received).as("not again at once").hasSize(1);

        now = NOW.plusSeconds(1);
        courier.run();
        now = NOW.plusSeconds(2);
        courier.run();
        assertThat(received).as("after one second, and not after one more").hasSize(2);

        now = NOW.plusSeconds(3);
        status = 409;
        courier.run();
        assertThat(received).hasSize(3);
        assertThat(file("fallback-1")).as("it has it already").doesNotExist();
    }

    @Test
    void throwsAwayWhatTheGatewayWillNeverTake() throws IOException {
        put("fallback-1", NOW.plusSeconds(300));
        status = 422;

        courier.run();

        assertThat(file("fallback-1")).doesNotExist();
    }

    @Test
    void sendsNothingThatEndedWhileTheGatewayWasSlow() throws IOException {
        put("fallback-1", NOW.plusSeconds(300));
        put("fallback-2", NOW.plusSeconds(300));
        taking = Duration.ofMinutes(10);

        courier.run();
        assertThat(received).hasSize(1);

        courier.run();
        assertThat(received).hasSize(1);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void deletesWhatIsOfUseNoMoreAlsoWithoutAGateway() throws IOException {
        put("fallback-1", NOW.plusSeconds(300));
        Files.writeString(file("half"), "+6281234567890\n");
        Courier sweeper = new Courier(outbox, Optional.empty(), () -> now);

        sweeper.run();
        assertThat(file("fallback-1")).exists();
        assertThat(file("half")).doesNotExist();

        now = NOW.plus(Duration.ofMinutes(5));
        sweeper.run();
        assertThat(file("fallback-1")).doesNotExist();
        assertThat(received).isEmpty();
    }

    @Test
    void sendsNoCodeInTheClear() {
        assertThatThrownBy(() -> new Webhook(URI.create("http://gateway.example/codes"), "t", http))
                .hasMessageContaining("https");
        assertThat(Webhook.isAddress(URI.create("https://gateway.example/codes")))
                .isTrue();
    }

    private void put(String id, Instant until) throws IOException {
        Files.writeString(file(id), "+6281234567890\n123456\nSidik: 123456\n" + until + "\n");
    }

    private Path file(String id) {
        return folder.resolve(id + ".txt");
    }
}

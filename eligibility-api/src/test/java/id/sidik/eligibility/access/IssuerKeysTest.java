package id.sidik.eligibility.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.sidik.wire.trust.Role;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An issuer elsewhere, played by our own one behind a small HTTP server: found, followed through a change of keys, missed. */
class IssuerKeysTest {
    private final AtomicInteger keyRequests = new AtomicInteger();
    private final AtomicLong nanos = new AtomicLong();
    private Instant now = Instant.parse("2026-03-10T03:00:00Z");
    private HttpServer server;
    private String said;
    private EmbeddedIssuer issuer;
    private AccessControl gate;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        said = address;
        issuer = new EmbeddedIssuer(() -> address, "sidik", () -> now);
        server.createContext(
                "/.well-known/openid-configuration",
                exchange -> answer(exchange, "{\"issuer\":\"" + said + "\",\"jwks_uri\":\"" + address + "/keys\"}"));
        server.createContext("/keys", exchange -> {
            keyRequests.incrementAndGet();
            answer(exchange, issuer.jwks());
        });
        server.start();
        gate = AccessControl.of(
                new AccessSettings(Optional.of(URI.create(address)), "sidik", Optional.empty()),
                () -> "unused",
                _ -> BridgeStanding.UNKNOWN,
                () -> now,
                nanos::get);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Test
    void findsTheKeysByTheDiscoveryDocumentAndKeepsThem() {
        for (int call = 0; call < 10; call++) {
            assertThat(identify().role()).isEqualTo(Role.AUDITOR);
        }
        assertThat(keyRequests).hasValue(1);
        assertThat(gate.issuer()).as("no own one beside a configured one").isEmpty();
    }

    @Test
    void followsAChangeOfKeysAtOnce() {
        identify();
        now = now.plus(Duration.ofDays(1)).plusSeconds(1);

        assertThat(identify().role()).isEqualTo(Role.AUDITOR);
        assertThat(keyRequests).hasValue(2);
    }

    @Test
    void livesOnWithKeptKeysWhileTheIssuerIsDown() {
        identify();
        server.stop(0);

        assertThat(identify().role()).isEqualTo(Role.AUDITOR);
    }

    /** That nobody can tell is not the caller's fault, and not a reason to let her in. */
    @Test
    void saysThatItCannotTellWhenTheIssuerWasNeverThere() {
        String token = token();
        server.stop(0);

        assertUnavailable(token);
        assertUnavailable(token);
    }

    @Test
    void believesNoDocumentOfAnotherIssuer() {
        said = "https://elsewhere.example";

        assertUnavailable(token());
        said = issuer.name();
        nanos.addAndGet(Duration.ofSeconds(4).toNanos());
        assertUnavailable(token());
        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        assertThat(identify().role()).isEqualTo(Role.AUDITOR);
    }

    @Test
    void takesNoKeysOverAWireThatOthersCanWriteOn() {
        assertThatThrownBy(() -> new AccessSettings(
                        Optional.of(URI.create("http://login.example.id")), "sidik", Optional.empty()))
                .hasMessageContaining("login.example.id")
                .hasMessageContaining("https");
    }

    private Identity identify() {
        return gate.identify(credentials(token()));
    }

    private String token() {
        return issuer.issue(new TokenOrder(Role.AUDITOR, "ani", Scope.NONE, Optional.empty()));
    }

    private static Credentials credentials(String token) {
        return new Credentials(Optional.of(Role.CLIENT), Optional.empty(), Optional.of("thumb"), Optional.of(token));
    }

    private void assertUnavailable(String token) {
        assertThatThrownBy(() -> gate.identify(credentials(token)))
                .isInstanceOfSatisfying(AccessRefusedException.class, e -> {
                    assertThat(e.reason()).isEqualTo("ISSUER_UNAVAILABLE");
                    assertThat(e.kind()).isEqualTo(AccessRefusedException.Kind.UNAVAILABLE);
                });
    }
}

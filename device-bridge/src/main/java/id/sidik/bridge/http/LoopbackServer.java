package id.sidik.bridge.http;

import id.sidik.wire.config.HostPort;
import id.sidik.wire.trust.SigningIdentity;
import io.helidon.common.tls.Tls;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http.HttpRouting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A web server that only this machine can reach. */
public final class LoopbackServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LoopbackServer.class);
    private static final int CONNECTIONS_MAX = 64;
    /**
     * A larger request is refused, and up to here read to its end and thrown away: a sender whose connection is cut while she sends
     * never reads why.
     */
    private static final int DISCARDED_BYTES_MAX = 64 * 1_024;

    private static final Duration SHUTDOWN_GRACE = Duration.ofSeconds(2);

    private final WebServer server;
    private final HostPort address;

    private LoopbackServer(WebServer server, HostPort address) {
        this.server = server;
        this.address = address;
    }

    /**
     * Serves.
     *
     * @param what is served, for the message
     * @throws IllegalArgumentException when {@code listen} can be reached from other machines
     * @throws java.io.UncheckedIOException when somebody else listens there
     */
    public static LoopbackServer start(String what, HostPort listen, Consumer<HttpRouting.Builder> routes) {
        return start(what, listen, Optional.empty(), routes);
    }

    /** Serves over TLS, as the identity, where there is one. Throws as {@link #start(String, HostPort, Consumer)} does. */
    public static LoopbackServer start(
            String what, HostPort listen, Optional<SigningIdentity> identity, Consumer<HttpRouting.Builder> routes) {
        LoopbackHost.require(what, listen);
        WebServerConfig.Builder builder = WebServer.builder()
                .host(listen.host())
                .port(listen.port())
                .maxTcpConnections(CONNECTIONS_MAX)
                .maxPayloadSize(DISCARDED_BYTES_MAX)
                .shutdownGracePeriod(SHUTDOWN_GRACE)
                .shutdownHook(false)
                .routing(routes);
        identity.map(LoopbackServer::tls).ifPresent(builder::tls);
        WebServer server = builder.build().start();
        if (!server.isRunning()) { // the server tells of it in the log alone
            throw new UncheckedIOException(
                    what + " cannot be served at " + listen,
                    new BindException("another program listens at " + listen + ": stop it, or set another address"));
        }
        return new LoopbackServer(server, listen.withPort(server.port()));
    }

    /**
     * Serves at the first port from {@code listen} to {@code lastPort} where nobody else listens. Throws as {@link #start(String, HostPort,
     * Consumer)} does when there is none.
     */
    public static LoopbackServer startAtFirstFree(
            String what, HostPort listen, int lastPort, Consumer<HttpRouting.Builder> routes) {
        int port = listen.port();
        while (port < lastPort && isTaken(listen.withPort(port))) {
            LOG.info("{} is not served at port {}: another program listens there", what, port);
            port++;
        }
        return start(what, listen.withPort(port), routes);
    }

    private static boolean isTaken(HostPort address) {
        try (ServerSocket probe =
                new ServerSocket(address.port(), 1, address.resolve().getAddress())) {
            return !probe.isBound();
        } catch (IOException taken) {
            LOG.debug("{} is taken", address, taken);
            return true;
        }
    }

    private static Tls tls(SigningIdentity identity) {
        return Tls.builder()
                .privateKey(identity.key())
                .privateKeyCertChain(identity.chain())
                .build();
    }

    /** Where it listens, with the port that the system chose when 0 was asked for. */
    public HostPort address() {
        return address;
    }

    @Override
    public void close() {
        server.stop();
    }
}

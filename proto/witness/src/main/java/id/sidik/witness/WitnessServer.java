package id.sidik.witness;

import id.sidik.wire.config.HostPort;
import id.sidik.wire.tlog.AddCheckpoint;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

/**
 * The protocol over HTTP/1.1 (C2SP tlog-witness). Requests prove themselves by the log's signature, so nobody logs in; between
 * institutions it stands behind a proxy that does TLS.
 */
public final class WitnessServer implements AutoCloseable {
    private static final String NOTE_MEDIA_TYPE = "text/plain; charset=utf-8";
    private static final int CONNECTIONS_MAX = 64;
    private static final Duration IDLE_CONNECTION_MAX = Duration.ofMinutes(1);

    private final Witness witness;
    private final WebServer server;

    private WitnessServer(HostPort listen, Witness witness) {
        this.witness = witness;
        this.server = WebServer.builder()
                .shutdownHook(false)
                .host(listen.host())
                .port(listen.port())
                .maxTcpConnections(CONNECTIONS_MAX)
                .maxPayloadSize(AddCheckpoint.CHARS_MAX)
                .idleConnectionTimeout(IDLE_CONNECTION_MAX)
                .addRouting(HttpRouting.builder()
                        .post("/" + AddCheckpoint.PATH, this::addCheckpoint)
                        .get("/{originHash}/checkpoint", this::latest))
                .build()
                .start();
    }

    /**
     * Listens and answers for the witness whose folder this is.
     *
     * @throws RuntimeException if the folder has no witness, or the address cannot be listened on
     */
    public static WitnessServer start(HostPort listen, Path folder, InstantSource clock) {
        Memory memory = new Memory(folder);
        return start(listen, new Witness(memory.key(), memory, clock));
    }

    static WitnessServer start(HostPort listen, Witness witness) {
        return new WitnessServer(listen, witness);
    }

    /** The one that the system chose when 0 was asked for. */
    public int port() {
        return server.port();
    }

    private void addCheckpoint(ServerRequest request, ServerResponse response) throws IOException {
        byte[] body;
        try (InputStream content = request.content().inputStream()) {
            body = content.readNBytes(AddCheckpoint.CHARS_MAX + 1);
        }
        Verdict verdict = witness.judge(new String(body, StandardCharsets.UTF_8));
        response.headers().set(HeaderNames.CONTENT_TYPE, NOTE_MEDIA_TYPE);
        switch (verdict) {
            case Verdict.Cosigned(String lines) -> response.send(lines);
            case Verdict.Malformed(String why) ->
                response.status(Status.BAD_REQUEST_400).send(why + "\n");
            case Verdict.UnknownLog(String why) ->
                response.status(Status.NOT_FOUND_404).send(why + "\n");
            case Verdict.NotSigned(String why) ->
                response.status(Status.FORBIDDEN_403).send(why + "\n");
            case Verdict.OtherSize(long remembered) -> {
                response.headers().set(HeaderNames.CONTENT_TYPE, AddCheckpoint.SIZE_MEDIA_TYPE);
                response.status(Status.CONFLICT_409).send(remembered + "\n");
            }
            case Verdict.Inconsistent(String why) ->
                response.status(Status.UNPROCESSABLE_CONTENT_422).send(why + "\n");
        }
    }

    private void latest(ServerRequest request, ServerResponse response) {
        response.headers().set(HeaderNames.CONTENT_TYPE, NOTE_MEDIA_TYPE);
        witness.latestNote(request.path().pathParameters().get("originHash"))
                .ifPresentOrElse(
                        response::send,
                        () -> response.status(Status.NOT_FOUND_404)
                                .send("this witness never cosigned a head of that log\n"));
    }

    @Override
    public void close() {
        server.stop();
    }
}

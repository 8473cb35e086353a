package id.sidik.bridge.facade;

import id.sidik.wire.config.HostPort;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** A request written by hand over a real socket: an ordinary client forges neither Host nor Origin, nor speaks foreign verbs. */
public final class RawCall {
    private static final int ANSWER_MILLIS_MAX = 60_000;

    private final HostPort to;
    private final String requestLine;
    private final List<String> headers = new ArrayList<>();
    private String host;
    private byte[] body = {};
    private Consumer<String> chunks = _ -> {};

    public RawCall(HostPort to, String method, String path) {
        this.to = to;
        this.requestLine = method + " " + path + " HTTP/1.1\r\n";
        this.host = "127.0.0.1:" + to.port();
    }

    public RawCall host(String value) {
        host = value;
        return this;
    }

    public RawCall header(String name, String value) {
        headers.add(name + ": " + value);
        return this;
    }

    public RawCall body(String type, String text) {
        body = text.getBytes(StandardCharsets.UTF_8);
        return header("Content-Type", type).header("Content-Length", Integer.toString(body.length));
    }

    /** Hears of each piece of a streamed answer as it comes. */
    public RawCall onChunk(Consumer<String> listener) {
        chunks = listener;
        return this;
    }

    public Answer send() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), to.port())) {
            socket.setSoTimeout(ANSWER_MILLIS_MAX);
            String head = requestLine + "Host: " + host + "\r\nConnection: close\r\n" + String.join("\r\n", headers)
                    + (headers.isEmpty() ? "" : "\r\n") + "\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(body);
            socket.getOutputStream().flush();
            return Answer.read(new BufferedInputStream(socket.getInputStream()), chunks);
        }
    }

    /** What came back. */
    public record Answer(int status, List<String> headers, String body) {
        static Answer read(InputStream in, Consumer<String> chunks) throws IOException {
            List<String> head = new ArrayList<>();
            for (String line = line(in); !line.isEmpty(); line = line(in)) {
                head.add(line);
            }
            int status = Integer.parseInt(head.getFirst().split(" ", 3)[1]);
            Answer bare = new Answer(status, head.subList(1, head.size()), "");
            return new Answer(status, bare.headers(), new String(bare.body(in, chunks), StandardCharsets.UTF_8));
        }

        private byte[] body(InputStream in, Consumer<String> chunks) throws IOException {
            Optional<String> length = header("Content-Length");
            if (length.isPresent()) {
                return in.readNBytes(Integer.parseInt(length.get()));
            }
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            if (header("Transfer-Encoding").isPresent()) {
                for (int bytes = chunkBytes(in); bytes > 0; bytes = chunkBytes(in)) {
                    byte[] chunk = in.readNBytes(bytes);
                    chunks.accept(new String(chunk, StandardCharsets.UTF_8));
                    whole.write(chunk);
                    line(in);
                }
            }
            return whole.toByteArray();
        }

        private static int chunkBytes(InputStream in) throws IOException {
            return Integer.parseInt(line(in), 16);
        }

        private static String line(InputStream in) throws IOException {
            StringBuilder line = new StringBuilder();
            for (int next = in.read(); next != '\n'; next = in.read()) {
                if (next < 0) {
                    throw new EOFException("the answer broke off after: " + line);
                }
                line.append((char) next);
            }
            return line.toString().stripTrailing();
        }

        public Optional<String> header(String name) {
            String prefix = name.toLowerCase(Locale.ROOT) + ":";
            return headers.stream()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
                    .map(line -> line.substring(prefix.length()).strip())
                    .findFirst();
        }
    }
}

package id.sidik.eligibility.transparency;

import id.sidik.wire.tlog.AddCheckpoint;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Asks a witness over HTTP (C2SP tlog-witness). A slow or mad one costs five seconds and 64 KiB. */
final class WitnessClient {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int ANSWER_BYTES_MAX = 64 * 1024;
    private static final int OK = 200;
    private static final int CONFLICT = 409;

    private final HttpClient http;

    WitnessClient(HttpClient http) {
        this.http = http;
    }

    WitnessAnswer ask(URI witness, AddCheckpoint request) throws InterruptedException {
        HttpRequest post = HttpRequest.newBuilder(witness.resolve(AddCheckpoint.PATH))
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofString(request.text()))
                .build();
        try {
            HttpResponse<InputStream> response = http.send(post, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                return answer(
                        response.statusCode(), new String(body.readNBytes(ANSWER_BYTES_MAX), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            return new WitnessAnswer.Unreachable(String.valueOf(e.getMessage()));
        }
    }

    private static WitnessAnswer answer(int status, String body) {
        if (status == OK) {
            return new WitnessAnswer.Cosigned(body);
        }
        if (status == CONFLICT && body.strip().matches("0|[1-9][0-9]{0,17}")) {
            return new WitnessAnswer.OtherSize(Long.parseLong(body.strip()));
        }
        return new WitnessAnswer.Refused(status, firstLine(body));
    }

    private static String firstLine(String body) {
        String line = body.lines().findFirst().orElse("");
        return line.substring(0, Math.min(line.length(), 200));
    }
}

package id.sidik.benchmarks.capture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A real Chromium with a page in it, driven over W3C WebDriver by Debian's chromedriver. Headless, so it draws without a graphics card. */
final class Chromium implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Pattern STARTED = Pattern.compile("started successfully on port (\\d+)");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> ARGUMENTS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--window-size=1280,943");

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Process driver;
    private final String session;
    private final String version;

    private Chromium(Process driver) throws IOException {
        this.driver = driver;
        String sessions = "http://127.0.0.1:" + portOf(driver) + "/session";
        JsonNode begun = call("POST", sessions, capabilities());
        this.session = sessions + "/" + begun.get("sessionId").textValue();
        this.version = begun.get("capabilities").get("browserVersion").textValue();
    }

    /** What is not there; empty when a browser can be started. */
    static Optional<String> missing() {
        List<Path> missing = Stream.of(PROGRAM, DRIVER)
                .filter(program -> !Files.isExecutable(program))
                .toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("there is no " + missing.getFirst()
                        + " (Debian: apt-get install --no-install-recommends chromium chromium-driver)");
    }

    /** Starts one with a fresh profile and a page. */
    static Chromium open(String url) throws IOException {
        Process driver = new ProcessBuilder(DRIVER.toString(), "--port=0")
                .redirectErrorStream(true)
                .start();
        Chromium chromium = null;
        try {
            chromium = new Chromium(driver);
            var _ = chromium.call(
                    "POST",
                    chromium.session + "/url",
                    chromium.json.createObjectNode().put("url", url));
            return chromium;
        } catch (IOException | RuntimeException e) {
            driver.destroy();
            throw e;
        }
    }

    private static int portOf(Process driver) throws IOException {
        BufferedReader lines = driver.inputReader(StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Matcher started = STARTED.matcher(line);
            if (started.find()) {
                return Integer.parseInt(started.group(1));
            }
        }
        throw new IOException("chromedriver ended before it listened");
    }

    private ObjectNode capabilities() {
        ObjectNode body = json.createObjectNode();
        ObjectNode options =
                body.putObject("capabilities").putObject("alwaysMatch").putObject("goog:chromeOptions");
        ARGUMENTS.forEach(options.putArray("args")::add);
        options.put("binary", PROGRAM.toString());
        return body;
    }

    String version() {
        return version;
    }

    /** Runs a function body in the page and gives back what it returns. */
    JsonNode run(String script, String... arguments) throws IOException {
        ObjectNode body = json.createObjectNode().put("script", script);
        List.of(arguments).forEach(body.putArray("args")::add);
        return call("POST", session + "/execute/sync", body);
    }

    private JsonNode call(String method, String url, ObjectNode body) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .timeout(PATIENCE)
                .method(
                        method,
                        method.equals("POST") ? BodyPublishers.ofString(body.toString()) : BodyPublishers.noBody())
                .build();
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException("chromedriver: " + response.body());
            }
            return json.readTree(response.body()).get("value");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while the browser worked");
        }
    }

    @Override
    public void close() throws IOException {
        try {
            var _ = call("DELETE", session, json.createObjectNode());
        } finally {
            client.close();
            driver.destroy();
        }
    }
}

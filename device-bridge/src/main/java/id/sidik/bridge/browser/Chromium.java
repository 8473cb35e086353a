package id.sidik.bridge.browser;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
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

/** A real Chromium, driven over W3C WebDriver by Debian's chromedriver. Headless, so it draws without a graphics card. */
public final class Chromium implements AutoCloseable {
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

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process driver;
    private final String session;
    private final String version;

    private Chromium(Process driver) throws IOException {
        this.driver = driver;
        String sessions = "http://127.0.0.1:" + portOf(driver) + "/session";
        JsonObject begun = send("POST", sessions, capabilities()).getAsJsonObject();
        this.session = sessions + "/" + begun.get("sessionId").getAsString();
        this.version =
                begun.getAsJsonObject("capabilities").get("browserVersion").getAsString();
    }

    /** What is not there; empty when a browser can be started. */
    public static Optional<String> missing() {
        return Stream.of(PROGRAM, DRIVER)
                .filter(program -> !Files.isExecutable(program))
                .findFirst()
                .map(program -> "there is no " + program
                        + " (Debian: apt-get install --no-install-recommends chromium chromium-driver)");
    }

    /** Starts one with a fresh profile. */
    public static Chromium start() throws IOException {
        Process driver = new ProcessBuilder(DRIVER.toString(), "--port=0")
                .redirectErrorStream(true)
                .start();
        try {
            return new Chromium(driver);
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

    private static JsonObject capabilities() {
        JsonObject options = new JsonObject();
        options.add("args", array(ARGUMENTS));
        options.addProperty("binary", PROGRAM.toString());
        JsonObject alwaysMatch = new JsonObject();
        alwaysMatch.add("goog:chromeOptions", options);
        JsonObject capabilities = new JsonObject();
        capabilities.add("alwaysMatch", alwaysMatch);
        JsonObject body = new JsonObject();
        body.add("capabilities", capabilities);
        return body;
    }

    private static JsonArray array(List<String> values) {
        JsonArray array = new JsonArray();
        values.forEach(array::add);
        return array;
    }

    /** Such as {@code 156.0.8078.108}. */
    public String version() {
        return version;
    }

    /** Shows a page. */
    public void open(String url) throws IOException {
        JsonObject body = new JsonObject();
        body.addProperty("url", url);
        call("POST", "/url", body);
    }

    /** Runs a function body in the page and gives back what it returns. */
    public JsonElement run(String script, String... arguments) throws IOException {
        JsonObject body = new JsonObject();
        body.addProperty("script", script);
        body.add("args", array(List.of(arguments)));
        return call("POST", "/execute/sync", body);
    }

    /**
     * Any command of the session.
     *
     * @param path below the session, such as {@code /screenshot}
     * @return the value of the answer
     * @throws IOException with what the driver says if it refuses
     */
    public JsonElement call(String method, String path, JsonObject body) throws IOException {
        return send(method, session + path, body);
    }

    private JsonElement send(String method, String url, JsonObject body) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .timeout(PATIENCE)
                .method(
                        method,
                        method.equals("POST") ? BodyPublishers.ofString(body.toString()) : BodyPublishers.noBody())
                .build();
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException("chromedriver, " + method + " " + url + ": " + response.body());
            }
            return JsonParser.parseString(response.body()).getAsJsonObject().get("value");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while the browser worked");
        }
    }

    @Override
    public void close() throws IOException {
        try {
            call("DELETE", "", new JsonObject());
        } finally {
            client.close();
            driver.destroy();
        }
    }
}

package id.sidik.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A real Chromium, driven over W3C WebDriver by Debian's chromedriver. */
final class Browser implements AutoCloseable {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
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

    /** What EN 301 549 asks of a page that can be checked by a program. */
    private static final String ACCESSIBILITY_FAULTS = """
            const faults = [];
            const seen = (css) => [...document.querySelectorAll(css)].filter((e) => e.checkVisibility());
            const named = (e) => (e.getAttribute('aria-label') || e.textContent.trim());
            for (const e of seen('button, [role=button]')) if (!named(e)) faults.push('no name: ' + e.outerHTML.slice(0, 120));
            for (const e of seen('button')) {
              const box = e.getBoundingClientRect();
              if (box.width < 44 || box.height < 44) faults.push('small: ' + e.outerHTML.slice(0, 120));
            }
            for (const e of seen('img')) if (!e.hasAttribute('alt')) faults.push('no alt: ' + e.src);
            for (const e of seen('svg:not([aria-hidden]):not([role=img])'))
              if (!e.querySelector('[role=button]')) faults.push('svg: ' + e.outerHTML.slice(0, 80));
            if (seen('h1').length !== 1) faults.push('not one h1');
            if (!document.documentElement.lang) faults.push('no language');
            const ids = [...document.querySelectorAll('[id]')].map((e) => e.id);
            if (new Set(ids).size !== ids.length) faults.push('ids twice');
            if (document.documentElement.scrollWidth > innerWidth) faults.push('wider than the screen');
            const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number);
            const light = (colour) => numbers(colour).slice(0, 3)
              .map((c) => c / 255).map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
              .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
            const ground = (e) => {
              for (; e; e = e.parentElement) {
                const colour = getComputedStyle(e).backgroundColor;
                if ((numbers(colour)[3] ?? 1) > 0.5) return colour;
              }
              return 'rgb(255, 255, 255)';
            };
            for (const e of seen('h1, h2, p, span, strong, small, li, button:not(:disabled), dt, dd')) {
              if (![...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim())) continue;
              const [a, b] = [light(getComputedStyle(e).color), light(ground(e))].sort((x, y) => y - x);
              if ((a + 0.05) / (b + 0.05) < 4.5) faults.push('contrast: ' + e.outerHTML.slice(0, 100));
            }
            return faults;
            """;

    private final Process driver;
    private final HttpClient client = HttpClient.newHttpClient();
    private final String session;

    private Browser(Process driver, int port) throws IOException {
        this.driver = driver;
        String base = "http://127.0.0.1:" + port + "/session";
        this.session = base + "/"
                + call("POST", base, capabilities())
                        .getAsJsonObject()
                        .get("sessionId")
                        .getAsString();
    }

    /** Starts one, with a fresh profile. */
    static Browser start() throws IOException {
        assertThat(Stream.of(CHROMIUM, DRIVER).allMatch(Files::isExecutable))
                .as(
                        "the kiosk is tested in a real browser: %s and %s must be there; './sidik doctor' names the cure"
                                + " (Debian: apt-get install --no-install-recommends chromium chromium-driver)",
                        CHROMIUM, DRIVER)
                .isTrue();
        Process driver = new ProcessBuilder(DRIVER.toString(), "--port=0")
                .redirectErrorStream(true)
                .start();
        return new Browser(driver, portOf(driver));
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
        JsonArray arguments = new JsonArray();
        ARGUMENTS.forEach(arguments::add);
        JsonObject options = new JsonObject();
        options.add("args", arguments);
        options.addProperty("binary", CHROMIUM.toString());
        JsonObject alwaysMatch = new JsonObject();
        alwaysMatch.add("goog:chromeOptions", options);
        JsonObject capabilities = new JsonObject();
        capabilities.add("alwaysMatch", alwaysMatch);
        JsonObject body = new JsonObject();
        body.add("capabilities", capabilities);
        return body;
    }

    void open(String url) throws IOException {
        JsonObject body = new JsonObject();
        body.addProperty("url", url);
        call("POST", session + "/url", body);
    }

    /** Clicks what a person can see and reach; a hidden or covered element fails. */
    void click(String css) throws IOException {
        call("POST", element(css) + "/click", new JsonObject());
    }

    /** The text as it shows; of a hidden element, nothing. */
    String text(String css) throws IOException {
        return call("GET", element(css) + "/text", new JsonObject()).getAsString();
    }

    /** Waits until an element shows. */
    void await(String css) throws IOException {
        awaitText(css, "");
    }

    /** Waits until an element shows a text that begins so. */
    void awaitText(String css, String beginning) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!shows(css, beginning)) {
            assertThat(System.nanoTime())
                    .as("in time: %s shows '%s'", css, beginning)
                    .isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private boolean shows(String css, String beginning) throws IOException {
        return script(
                        "const e = document.querySelector(arguments[0]);"
                                + "return e?.checkVisibility() === true && e.textContent.startsWith(arguments[1])",
                        css,
                        beginning)
                .getAsBoolean();
    }

    /** Types into a field, after emptying it. */
    void type(String css, String text) throws IOException {
        String field = element(css);
        call("POST", field + "/clear", new JsonObject());
        JsonObject body = new JsonObject();
        body.addProperty("text", text);
        call("POST", field + "/value", body);
    }

    /** Presses keys while an element has the focus; keys without a character are those of W3C WebDriver, from U+E000 on. */
    void press(String css, String keys) throws IOException {
        JsonObject body = new JsonObject();
        body.addProperty("text", keys);
        call("POST", element(css) + "/value", body);
    }

    /** Runs a script in every page before the page's own. */
    void before(String source) throws IOException {
        JsonObject parameters = new JsonObject();
        parameters.addProperty("source", source);
        JsonObject body = new JsonObject();
        body.addProperty("cmd", "Page.addScriptToEvaluateOnNewDocument");
        body.add("params", parameters);
        call("POST", session + "/goog/cdp/execute", body);
    }

    /** Runs a function body in the page and returns what it returns. */
    JsonElement script(String source, String... values) throws IOException {
        JsonArray arguments = new JsonArray();
        List.of(values).forEach(arguments::add);
        JsonObject body = new JsonObject();
        body.addProperty("script", source);
        body.add("args", arguments);
        return call("POST", session + "/execute/sync", body);
    }

    /** The page as it is now is accessible, as far as a program can tell. */
    void assertAccessible() throws IOException {
        assertThat(script(ACCESSIBILITY_FAULTS).getAsJsonArray().toString()).isEqualTo("[]");
    }

    /** Writes a picture of the page, for people to look at. */
    void photograph(Path png) throws IOException {
        Files.createDirectories(png.getParent());
        Files.write(
                png,
                Base64.getDecoder()
                        .decode(call("GET", session + "/screenshot", new JsonObject())
                                .getAsString()));
    }

    private String element(String css) throws IOException {
        JsonObject body = new JsonObject();
        body.addProperty("using", "css selector");
        body.addProperty("value", css);
        JsonObject found = call("POST", session + "/element", body).getAsJsonObject();
        return session + "/element/"
                + found.entrySet().iterator().next().getValue().getAsString();
    }

    private JsonElement call(String method, String url, JsonObject body) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .timeout(PATIENCE)
                .method(
                        method,
                        method.equals("POST")
                                ? HttpRequest.BodyPublishers.ofString(body.toString())
                                : HttpRequest.BodyPublishers.noBody())
                .build();
        HttpResponse<String> response = send(request);
        assertThat(response.statusCode())
                .as("%s %s: %s", method, url, response.body())
                .isEqualTo(200);
        return JsonParser.parseString(response.body()).getAsJsonObject().get("value");
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while the browser worked");
        }
    }

    @Override
    public void close() throws IOException {
        call("DELETE", session, new JsonObject());
        client.close();
        driver.destroy();
    }
}

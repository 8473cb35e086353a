package id.sidik.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import id.sidik.bridge.browser.Chromium;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.locks.LockSupport;

/** A real Chromium, driven over W3C WebDriver by Debian's chromedriver. */
final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

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

    private final Chromium chromium;

    private Browser(Chromium chromium) {
        this.chromium = chromium;
    }

    /** Starts one, with a fresh profile. */
    static Browser start() throws IOException {
        assertThat(Chromium.missing())
                .as("pages are tested in a real browser; './sidik doctor' names the cure")
                .isEmpty();
        return new Browser(Chromium.start());
    }

    void open(String url) throws IOException {
        chromium.open(url);
    }

    /** Clicks what a person can see and reach; a hidden or covered element fails. */
    void click(String css) throws IOException {
        chromium.call("POST", element(css) + "/click", new JsonObject());
    }

    /** The text as it shows; of a hidden element, nothing. */
    String text(String css) throws IOException {
        return chromium.call("GET", element(css) + "/text", new JsonObject()).getAsString();
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
        chromium.call("POST", field + "/clear", new JsonObject());
        JsonObject body = new JsonObject();
        body.addProperty("text", text);
        chromium.call("POST", field + "/value", body);
    }

    /** Presses keys while an element has the focus; keys without a character are those of W3C WebDriver, from U+E000 on. */
    void press(String css, String keys) throws IOException {
        JsonObject body = new JsonObject();
        body.addProperty("text", keys);
        chromium.call("POST", element(css) + "/value", body);
    }

    /** Runs a script in every page before the page's own. */
    void before(String source) throws IOException {
        JsonObject parameters = new JsonObject();
        parameters.addProperty("source", source);
        JsonObject body = new JsonObject();
        body.addProperty("cmd", "Page.addScriptToEvaluateOnNewDocument");
        body.add("params", parameters);
        chromium.call("POST", "/goog/cdp/execute", body);
    }

    /** Runs a function body in the page and returns what it returns. */
    JsonElement script(String source, String... values) throws IOException {
        return chromium.run(source, values);
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
                        .decode(chromium.call("GET", "/screenshot", new JsonObject())
                                .getAsString()));
    }

    private String element(String css) throws IOException {
        JsonObject body = new JsonObject();
        body.addProperty("using", "css selector");
        body.addProperty("value", css);
        JsonObject found = chromium.call("POST", "/element", body).getAsJsonObject();
        return "/element/" + found.entrySet().iterator().next().getValue().getAsString();
    }

    @Override
    public void close() throws IOException {
        chromium.close();
    }
}

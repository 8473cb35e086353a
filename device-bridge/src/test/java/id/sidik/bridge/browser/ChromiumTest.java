package id.sidik.bridge.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.google.gson.JsonObject;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ChromiumTest {
    @Test
    void showsAPageAndRunsWhatItIsTold() throws IOException {
        assertThat(Chromium.missing()).as("pages are tested in a real browser").isEmpty();
        try (Chromium chromium = Chromium.start()) {
            chromium.open("data:text/html,<h1>Sidik</h1>");

            assertThat(chromium.version()).matches("[0-9.]+");
            assertThat(chromium.run("return document.querySelector(arguments[0]).textContent", "h1")
                            .getAsString())
                    .isEqualTo("Sidik");
            assertThatIOException()
                    .isThrownBy(() -> chromium.run("throw new Error('of the page')"))
                    .withMessageContaining("of the page");
            assertThatIOException()
                    .isThrownBy(() -> chromium.call("POST", "/element", new JsonObject()))
                    .withMessageContaining("/element");
        }
    }
}

package id.sidik.bridge.console.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkupTest {
    @Test
    void leavesNothingThatMarkupCouldMean() {
        assertThat(Markup.text("<b a=\"1\" b='2'>&amp;")).isEqualTo("&lt;b a=&quot;1&quot; b=&#39;2&#39;&gt;&amp;amp;");
    }

    @Test
    void showsWhatWouldHideOrTurnAName() {
        assertThat(Markup.text("a\u202Egnp.\u0000\n\uD800z")).isEqualTo("a\uFFFDgnp.\uFFFD\uFFFD\uFFFDz");
    }

    @Test
    void leavesNamesOfAllLanguagesAlone() {
        assertThat(Markup.text("Jari kiri é 指 𝒜.png")).isEqualTo("Jari kiri é 指 𝒜.png");
    }
}

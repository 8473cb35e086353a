package id.sidik.bridge.console.explain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The style sheet of the report. No script: pairs light up by style alone, so the page can forbid itself all scripts. */
final class ReportStyle {
    private static final String FIXED = "report.css";

    private ReportStyle() {}

    /** @param pairs how many there are; each gets its rule */
    static String of(int pairs) {
        return fixed()
                + IntStream.rangeClosed(1, pairs).mapToObj(ReportStyle::rule).collect(Collectors.joining());
    }

    private static String rule(int pair) {
        return "main:has(.n" + pair + ":hover,#pair-" + pair + ":checked) .n" + pair
                + "{--mark:var(--lit)}\n" + "main:has(#pair-" + pair + ":checked) .sides .mark:not(.n" + pair
                + "){opacity:.35}\n";
    }

    private static String fixed() {
        try (InputStream css = ReportStyle.class.getResourceAsStream(FIXED)) {
            if (css == null) {
                throw new IllegalStateException(FIXED + " is not in the jar");
            }
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FIXED + " from the jar", e);
        }
    }
}

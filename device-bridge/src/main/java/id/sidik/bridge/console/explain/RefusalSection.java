package id.sidik.bridge.console.explain;

import java.util.Locale;

/** What to say instead of a comparison. */
final class RefusalSection {
    private RefusalSection() {}

    static String of(Impression first, Impression second) {
        return String.format(
                Locale.ROOT,
                """
            <section aria-labelledby="answer">
            <h2 id="answer">Nothing was compared</h2>
            %s<p>Take the finger again, clean and flat, or find a better image. If the image looks good, check that its resolution is
            stated rightly (--dpi) and that ridges are dark on light. A refusal says nothing about whose fingers these are.</p>
            <div class="sides">
            %s%s</div>
            </section>
            """,
                reason("first", first) + reason("second", second),
                figure("First", first),
                figure("Second", second));
    }

    private static String reason(String which, Impression impression) {
        return switch (impression) {
            case Impression.TooPoor(var _, var quality) ->
                "<p class=\"answer\">The " + which + " image can not be used. Its quality is "
                        + Markup.text(QualityWords.of(quality)) + ".</p>\n";
            case Impression.Usable _ -> "";
        };
    }

    private static String figure(String title, Impression impression) {
        return String.format(
                Locale.ROOT, """
            <figure><img alt="%1$s image" src="%2$s"><figcaption>%1$s image.</figcaption></figure>
            """, title, GreyPng.of(impression.picture().original()));
    }
}

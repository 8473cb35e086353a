package id.sidik.bridge.console.explain;

import java.util.Locale;

/** How the extractor came from grey values to minutiae. */
final class StagesSection {
    private StagesSection() {}

    static String of(Impression.Usable first, Impression.Usable second) {
        return String.format(
                Locale.ROOT, """
            <section aria-labelledby="stages">
            <h2 id="stages">How the minutiae were found</h2>
            %s%s%s</section>
            """, stages("First", "1", first), stages("Second", "2", second), PairsSection.LEGEND);
    }

    private static String stages(String title, String id, Impression.Usable print) {
        return String.format(
                Locale.ROOT,
                """
            <h3>%s print</h3>
            <div class="stages">
            %s%s%s%s</div>
            """,
                title,
                stage(print, "original-" + id, "", "1. The image as it was given."),
                stage(
                        print,
                        "signal-" + id,
                        Overlay.field(print),
                        "2. Contrast evened out; strokes show how the ridges run, the longer, the surer."),
                stage(
                        print,
                        "ridges-" + id,
                        Overlay.outline(print, "own"),
                        "3. Ridges, filtered along their flow, within what was taken for the print."),
                stage(print, "ridges-" + id, Overlay.minutiae(print), "4. All minutiae."));
    }

    private static String stage(Impression.Usable print, String picture, String overlay, String caption) {
        return String.format(
                Locale.ROOT,
                """
            <figure>
            <svg viewBox="0 0 %d %d" role="img" aria-label="%s">
            <use href="#%s"/>%s
            </svg>
            <figcaption>%s</figcaption>
            </figure>
            """,
                print.features().widthPx(),
                print.features().heightPx(),
                caption,
                picture,
                overlay,
                caption);
    }
}

package id.sidik.bridge.console.explain;

import id.sidik.engine.features.MinutiaType;
import id.sidik.engine.features.Minutiae;
import id.sidik.engine.image.FingerImage;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Figures of both images, side by side. */
final class FactsSection {
    private final Impression first;
    private final Impression second;
    private final StringBuilder rows = new StringBuilder();

    private FactsSection(Impression first, Impression second) {
        this.first = first;
        this.second = second;
    }

    static String of(Impression first, Impression second) {
        FactsSection facts = new FactsSection(first, second);
        facts.addPicture("file", Picture::name);
        facts.addPicture("SHA-256 of the file", Picture::sha256);
        facts.addPicture("size", picture -> size(picture.original()));
        facts.add("quality", impression -> QualityWords.of(impression.quality()));
        facts.addUsable("print area", print -> Markup.number(Alignment.areaMm2(print), 0) + " mm²");
        facts.addUsable("from ridge to ridge", FactsSection::period);
        facts.addUsable("minutiae", FactsSection::minutiae);
        facts.addUsable(
                "template",
                print -> print.template().sizeBytes() + " bytes of "
                        + print.template().algorithm());
        return String.format(Locale.ROOT, """
            <section aria-labelledby="facts">
            <h2 id="facts">The two images</h2>
            <div class="scroll"><table class="facts">
            <thead><tr><td></td><th scope="col">first</th><th scope="col">second</th></tr></thead>
            <tbody>
            %s</tbody>
            </table></div>
            </section>
            """, facts.rows);
    }

    private void addPicture(String title, Function<Picture, String> fact) {
        add(title, impression -> fact.apply(impression.picture()));
    }

    private void addUsable(String title, Function<Impression.Usable, String> fact) {
        add(title, impression -> switch (impression) {
            case Impression.Usable print -> fact.apply(print);
            case Impression.TooPoor _ -> "not looked for";
        });
    }

    private void add(String title, Function<Impression, String> fact) {
        rows.append("<tr><th scope=\"row\">")
                .append(title)
                .append("</th><td>")
                .append(Markup.text(fact.apply(first)))
                .append("</td><td>")
                .append(Markup.text(fact.apply(second)))
                .append("</td></tr>\n");
    }

    private static String size(FingerImage image) {
        return String.format(
                Locale.ROOT,
                "%d x %d px at %.0f dpi: %.1f x %.1f mm",
                image.widthPx(),
                image.heightPx(),
                image.dpi(),
                image.widthPx() / image.dpi() * 25.4,
                image.heightPx() / image.dpi() * 25.4);
    }

    private static String period(Impression.Usable print) {
        double periodPx = print.features().ridgePeriodPx();
        return String.format(Locale.ROOT, "%.1f px at 500 dpi: %.2f mm", periodPx, periodPx * Alignment.MM_PER_PX);
    }

    private static String minutiae(Impression.Usable print) {
        Minutiae minutiae = print.features().minutiae();
        long endings = IntStream.range(0, minutiae.count())
                .filter(minutia -> minutiae.type(minutia) == MinutiaType.ENDING)
                .count();
        return String.format(
                Locale.ROOT, "%d: %d ends, %d forks", minutiae.count(), endings, minutiae.count() - endings);
    }
}

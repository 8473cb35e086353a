package id.sidik.bridge.console.explain;

import id.sidik.engine.comparison.Explanation;
import id.sidik.engine.comparison.Explanation.Pair;
import id.sidik.engine.features.Minutiae;
import java.util.HashSet;
import java.util.Locale;

/** Which places of the two prints were taken for one another, side by side, laid on each other, and as a table. */
final class PairsSection {
    static final String LEGEND = """
            <div class="legend" role="group" aria-label="Legend">
            <span><svg viewBox="-8 -8 22 16"><g class="mark found"><use class="line" href="#ending"/></g></svg> ridge ends</span>
            <span><svg viewBox="-8 -8 22 16"><g class="mark found"><use class="line" href="#bifurcation"/></g></svg> ridge forks</span>
            <span>The stroke points along the ridge.</span>
            <span><svg viewBox="-14 -8 28 16"><g class="mark paired"><use class="line" href="#ending"/><text x="-10">7</text></g></svg> paired, with its number</span>
            <span><svg viewBox="-8 -8 22 16"><g class="mark missed"><use class="line" href="#ending"/><use class="line" href="#cross"/></g></svg> should have a mate and has none</span>
            <span><svg viewBox="-8 -8 22 16"><g class="mark outside"><use class="line" href="#ending"/></g></svg> the other print does not show this place, or just its border</span>
            </div>
            """;

    private final Impression.Usable first;
    private final Impression.Usable second;
    private final Explanation explanation;
    private final Alignment alignment;
    private final NumberedPairs pairs;

    private PairsSection(Impression.Usable first, Impression.Usable second, Outcome outcome) {
        this.first = first;
        this.second = second;
        this.explanation = outcome.explanation();
        this.alignment = outcome.alignment();
        this.pairs = NumberedPairs.of(explanation, first);
    }

    static String of(Impression.Usable first, Impression.Usable second, Outcome outcome) {
        PairsSection section = new PairsSection(first, second, outcome);
        return String.format(
                Locale.ROOT,
                """
            <section aria-labelledby="pairs">
            <h2 id="pairs">What was found to be alike</h2>
            <p>%d pairs of minutiae (places where a ridge ends or forks) were found. Numbers are the same on both sides. Point at one
            to see its mate, or choose it in the table below: with the keyboard by the arrow keys.</p>
            <div class="sides">
            %s%s</div>
            %s
            <div class="sides">
            %s%s</div>
            </section>
            """,
                section.pairs.inOrder().size(),
                section.firstSide(),
                section.secondSide(),
                LEGEND,
                section.laidOn(),
                section.table());
    }

    private String firstSide() {
        String overlay = Overlay.outline(second, "other", alignment.back())
                + Overlay.outline(first, "own")
                + Overlay.compared(first, pairs::ofProbe, new HashSet<>(explanation.probeUnpaired()));
        return side(first, "First", "1", explanation.probeUnpaired().size(), overlay);
    }

    private String secondSide() {
        String overlay = Overlay.outline(first, "other", alignment.forward())
                + Overlay.outline(second, "own")
                + Overlay.compared(second, pairs::ofReference, new HashSet<>(explanation.referenceUnpaired()));
        return side(second, "Second", "2", explanation.referenceUnpaired().size(), overlay);
    }

    private String side(Impression.Usable print, String title, String id, int unpaired, String overlay) {
        return String.format(
                Locale.ROOT,
                """
            <figure>
            <svg viewBox="0 0 %1$d %2$d" role="img" aria-label="%3$s print with %4$d numbered pairs and %5$d minutiae without a mate">
            <use href="#original-%6$s"/>%7$s
            </svg>
            <figcaption>%3$s print. Solid line: its own area. Dashed line: the area of the other print, moved here.</figcaption>
            </figure>
            """,
                print.features().widthPx(),
                print.features().heightPx(),
                title,
                pairs.inOrder().size(),
                unpaired,
                id,
                overlay);
    }

    private String laidOn() {
        return String.format(
                Locale.ROOT,
                """
            <figure>
            <svg viewBox="%s" role="img" aria-label="Ridges of the first print laid over those of the second; %d lines from where a minutia of the first came to lie to its mate">
            <rect class="paper" x="-4000" y="-4000" width="8000" height="8000"/>
            <g class="tinted"><use href="#ridges-2" filter="url(#tint-2)"/><use href="#ridges-1" filter="url(#tint-1)" transform="%s"/></g>
            %s%s%s
            </svg>
            <figcaption>Both laid on each other: turned by %s°, moved by %s and %s mm. First print blue and dashed, second orange and
            solid. Where they agree, the ridges become one dark line; a line from a dot leads to where the mate lies: so the skin was stretched.</figcaption>
            </figure>
            """,
                bounds(),
                pairs.inOrder().size(),
                alignment.forward(),
                Overlay.outline(first, "other", alignment.forward()),
                Overlay.outline(second, "own"),
                stretches(),
                Markup.number(alignment.turnDeg(), 1),
                Markup.number(alignment.shiftXPx() * Alignment.MM_PER_PX, 1),
                Markup.number(alignment.shiftYPx() * Alignment.MM_PER_PX, 1));
    }

    /** The second picture and the corners of the first, moved. */
    private String bounds() {
        double left = 0;
        double top = 0;
        double right = second.features().widthPx();
        double bottom = second.features().heightPx();
        for (int corner = 0; corner < 4; corner++) {
            double x = (corner & 1) * first.features().widthPx();
            double y = (corner >> 1) * first.features().heightPx();
            left = Math.min(left, alignment.x(x, y));
            top = Math.min(top, alignment.y(x, y));
            right = Math.max(right, alignment.x(x, y));
            bottom = Math.max(bottom, alignment.y(x, y));
        }
        return String.format(Locale.ROOT, "%.0f %.0f %.0f %.0f", left, top, right - left, bottom - top);
    }

    private String stretches() {
        StringBuilder lines = new StringBuilder();
        Minutiae ours = first.features().minutiae();
        Minutiae theirs = second.features().minutiae();
        for (int index = 0; index < pairs.inOrder().size(); index++) {
            Pair pair = pairs.inOrder().get(index);
            float x = ours.x(pair.probeMinutia());
            float y = ours.y(pair.probeMinutia());
            float mateX = theirs.x(pair.referenceMinutia());
            float mateY = theirs.y(pair.referenceMinutia());
            lines.append(String.format(
                    Locale.ROOT,
                    "<g class=\"mark paired n%1$d\"><path class=\"line\" d=\"M%2$.1f %3$.1fL%4$.1f %5$.1f\"/>"
                            + "<circle class=\"dot\" cx=\"%2$.1f\" cy=\"%3$.1f\" r=\"2\"/>"
                            + "<text x=\"%4$.1f\" y=\"%5$.1f\" dx=\"8\">%1$d</text></g>",
                    index + 1,
                    alignment.x(x, y),
                    alignment.y(x, y),
                    mateX,
                    mateY));
        }
        return lines.toString();
    }

    private String table() {
        StringBuilder rows = new StringBuilder();
        for (int index = 0; index < pairs.inOrder().size(); index++) {
            rows.append(row(index + 1, pairs.inOrder().get(index)));
        }
        return String.format(Locale.ROOT, """
            <div class="scroll"><table>
            <caption>The pairs. Off: how far the second lies from where the first was expected, after stretching. Likely: how \
            likely the two are one, from this pair alone.
            <label class="all"><input type="radio" name="pair" checked> show all pairs alike</label></caption>
            <thead><tr><th scope="col">pair</th><th scope="col">first</th><th scope="col">second</th><th scope="col">off, mm</th>\
            <th scope="col">turned</th><th scope="col">likely</th></tr></thead>
            <tbody>
            %s</tbody>
            </table></div>
            """, rows);
    }

    private String row(int number, Pair pair) {
        Minutiae ours = first.features().minutiae();
        Minutiae theirs = second.features().minutiae();
        double turnedDeg =
                Math.toDegrees(theirs.direction(pair.referenceMinutia()) - ours.direction(pair.probeMinutia()))
                        - alignment.turnDeg();
        return String.format(
                Locale.ROOT,
                "<tr class=\"n%1$d\"><th scope=\"row\"><label><input type=\"radio\" name=\"pair\" id=\"pair-%1$d\"> %1$d</label></th>"
                        + "<td>%2$s</td><td>%3$s</td><td>%4$.2f</td><td>%5$d°</td><td>%6$.0f %%</td></tr>%n",
                number,
                typeOf(ours, pair.probeMinutia()),
                typeOf(theirs, pair.referenceMinutia()),
                pair.distancePx() * Alignment.MM_PER_PX,
                Math.round(Math.IEEEremainder(turnedDeg, 360)),
                100 * pair.likelihood());
    }

    private static String typeOf(Minutiae minutiae, int minutia) {
        return switch (minutiae.type(minutia)) {
            case ENDING -> "end";
            case BIFURCATION -> "fork";
            case OTHER -> "unknown";
        };
    }
}

package id.sidik.bridge.console.explain;

import id.sidik.engine.comparison.Explanation;
import id.sidik.engine.comparison.Explanation.Part;
import java.util.Locale;

/** How the score came about. */
final class PartsSection {
    private PartsSection() {}

    static String of(Explanation explanation) {
        double most = explanation.parts().stream()
                .mapToDouble(part -> Math.abs(part.points()))
                .max()
                .orElse(1);
        StringBuilder rows = new StringBuilder();
        explanation.parts().forEach(part -> rows.append(row(part, most)));
        return String.format(Locale.ROOT, """
            <section aria-labelledby="parts">
            <h2 id="parts">What the score is made of</h2>
            <div class="scroll"><table>
            <caption>Each part is measured, multiplied by its weight, and added. The weights were fitted to pairs of known origin.</caption>
            <thead><tr><th scope="col">part</th><th scope="col">measured</th><th scope="col">× points each</th>\
            <th scope="col">= points</th><td></td></tr></thead>
            <tbody>
            %s</tbody>
            <tfoot><tr><th scope="row">score</th><td></td><td></td><td><b>%s</b></td><td>%s</td></tr></tfoot>
            </table></div>
            </section>
            """, rows, Markup.number(explanation.score(), 1), remark(explanation));
    }

    private static String row(Part part, double most) {
        return String.format(
                Locale.ROOT,
                """
            <tr><th scope="row">%s<small>%s</small></th><td>%s</td><td>%s</td><td>%s</td>\
            <td class="bar"><span class="%s" style="inline-size:%s%%"></span></td></tr>
            """,
                part.term().title(),
                part.term().meaning(),
                Markup.number(part.value(), 2),
                Markup.number(part.pointsPerUnit(), 1),
                Markup.number(part.points(), 1),
                part.points() < 0 ? "against" : "for",
                Markup.number(100 * Math.abs(part.points()) / most, 0));
    }

    private static String remark(Explanation explanation) {
        if (explanation.parts().isEmpty()) {
            return "no two places were alike enough to begin with";
        }
        double sum = explanation.parts().stream().mapToDouble(Part::points).sum();
        return sum < 0 ? "the sum is " + Markup.number(sum, 1) + "; no score is below 0" : "";
    }
}

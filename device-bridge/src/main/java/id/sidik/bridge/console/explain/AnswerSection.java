package id.sidik.bridge.console.explain;

import id.sidik.engine.calibration.Calibration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the comparison says and what it does not, for somebody who decides about a person. */
final class AnswerSection {
    private static final double[] LIMITS = {1e-3, 1e-4, 1e-5, 1e-6};
    private static final long SEARCHED = 1_000_000;

    private AnswerSection() {}

    static String of(Outcome outcome, List<String> caveats, String baseline) {
        return String.format(
                Locale.ROOT,
                """
            <section aria-labelledby="answer">
            <h2 id="answer">What the comparison says</h2>
            <p class="answer">%s.</p>
            <p>That is the false match rate of score %s, by the calibration of %s. The lower the rate, the more alike the two.</p>
            <table class="narrow">
            <caption>Decision at a limit. Limits are chosen before a comparison, not after it.</caption>
            <thead><tr><th scope="col">if at most this many strangers may match</th><th scope="col">then this comparison is</th></tr></thead>
            <tbody>
            %s</tbody>
            </table>
            %s<h3>What it does not say</h3>
            <ul>
            <li>It is not the chance that both are of one finger. That also depends on why these two were compared: %s</li>
            <li>A low score does not prove that the fingers differ. Prints of one finger score low, too, when they share little or are
            worn, dry, wet or distorted.</li>
            <li>Rates far below one in 100,000 are extrapolated from what was measured, not counted.</li>
            <li>A trained examiner should look at the prints below before anybody is accused of anything.</li>
            </ul>
            <p>%s</p>
            </section>
            """,
                capitalised(RateWords.lookAsAlike(outcome.fmr())),
                Markup.number(outcome.explanation().score(), 1),
                Markup.text(Outcome.CALIBRATION.algorithm()),
                decisions(outcome.fmr()),
                caveats(caveats),
                searched(outcome.fmr()),
                Markup.text(baseline));
    }

    private static String decisions(double fmr) {
        StringBuilder rows = new StringBuilder();
        for (double limit : LIMITS) {
            rows.append("<tr><th scope=\"row\">")
                    .append(RateWords.oneIn(limit))
                    .append("</th><td>")
                    .append(fmr <= limit ? "<b>a match</b>" : "not a match")
                    .append("</td></tr>\n");
        }
        return rows.toString();
    }

    private static String caveats(List<String> caveats) {
        return caveats.isEmpty()
                ? ""
                : caveats.stream()
                        .map(caveat -> "<li>" + Markup.text(caveat) + "</li>\n")
                        .collect(Collectors.joining("", "<h3>Look twice, because</h3>\n<ul>\n", "</ul>\n"));
    }

    private static String searched(double fmr) {
        double expected = SEARCHED * fmr;
        return String.format(
                Locale.ROOT,
                "a search among %,d other fingers finds somebody as alike by chance in %s of cases (%s on average).",
                SEARCHED,
                percent(Calibration.fpirAt(fmr, SEARCHED)),
                expected < 0.01
                        ? "fewer than 0.01"
                        : String.format(Locale.ROOT, expected < 10 ? "%.2f" : "%,.0f", expected));
    }

    private static String percent(double share) {
        return share > 0.99 ? "over 99 %" : share < 0.01 ? "under 1 %" : Markup.number(100 * share, 0) + " %";
    }

    private static String capitalised(String sentence) {
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }
}

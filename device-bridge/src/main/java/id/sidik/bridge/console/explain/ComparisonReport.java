package id.sidik.bridge.console.explain;

import java.time.Instant;

/** A report on two pictures: what the engine makes of them, and why. Takes about a second. */
public final class ComparisonReport {
    private final String html;
    private final String summary;
    private final boolean isCompared;

    private ComparisonReport(String html, String summary, boolean isCompared) {
        this.html = html;
        this.summary = summary;
        this.isCompared = isCompared;
    }

    /**
     * Compares the first picture, as the probe, with the second.
     *
     * @param made when, to be printed
     */
    public static ComparisonReport of(Picture first, Picture second, Instant made) {
        Impression probe = Impression.of(first);
        Impression reference = Impression.of(second);
        return probe instanceof Impression.Usable one && reference instanceof Impression.Usable other
                ? compared(one, other, made)
                : refused(probe, reference, made);
    }

    private static ComparisonReport compared(Impression.Usable first, Impression.Usable second, Instant made) {
        Outcome outcome = Outcome.of(first, second);
        String sections = PictureStore.of(first, second)
                + AnswerSection.of(
                        outcome,
                        Caveats.of(first, second, outcome),
                        Baseline.sentence(first.picture(), second.picture()))
                + PairsSection.of(first, second, outcome)
                + PartsSection.of(outcome.explanation())
                + FactsSection.of(first, second)
                + StagesSection.of(first, second);
        int pairs = outcome.explanation().pairs().size();
        return new ComparisonReport(
                ReportPage.of(first.picture(), second.picture(), made, pairs, sections),
                "score " + Markup.number(outcome.explanation().score(), 1) + ", " + pairs + " pairs of minutiae; "
                        + RateWords.lookAsAlike(outcome.fmr()),
                true);
    }

    private static ComparisonReport refused(Impression first, Impression second, Instant made) {
        return new ComparisonReport(
                ReportPage.of(
                        first.picture(),
                        second.picture(),
                        made,
                        0,
                        RefusalSection.of(first, second) + FactsSection.of(first, second)),
                "nothing was compared" + reason("first", first) + reason("second", second),
                false);
    }

    private static String reason(String which, Impression impression) {
        return switch (impression) {
            case Impression.TooPoor(var _, var quality) ->
                "; the quality of the " + which + " image is " + QualityWords.of(quality);
            case Impression.Usable _ -> "";
        };
    }

    /** The page: biometric data of a person. */
    public String html() {
        return html;
    }

    /** One line for the console, without biometric data. */
    public String summary() {
        return summary;
    }

    /** Whether both pictures were good enough. */
    public boolean isCompared() {
        return isCompared;
    }
}

package id.sidik.bridge.console.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What makes a comparison of two particular prints less sure than its score says, or explains why it is low. */
final class Caveats {
    private static final double LITTLE_OVERLAP_MM2 = 60;
    /** What examiners of many countries ask for before they call two prints one finger's. */
    private static final int EXAMINERS_PAIRS = 12;

    private static final double MUCH_TURN_DEG = 40;
    private static final double PERIOD_RATIO_MAX = 1.15;
    private static final int LOW_QUALITY = 40;

    private final List<String> found = new ArrayList<>();

    private Caveats() {}

    static List<String> of(Impression.Usable first, Impression.Usable second, Outcome outcome) {
        Caveats caveats = new Caveats();
        caveats.addQuality("first", first);
        caveats.addQuality("second", second);
        caveats.addPeriods(first.features().ridgePeriodPx(), second.features().ridgePeriodPx());
        if (outcome.explanation().pairs().isEmpty()) {
            caveats.found.add(
                    "no place of one print resembles any of the other, so they could not be laid on each other");
        } else {
            caveats.addAlignment(first, second, outcome);
        }
        return caveats.found;
    }

    private void addQuality(String which, Impression.Usable print) {
        if (print.quality().score() < LOW_QUALITY) {
            found.add("the quality of the " + which + " print is " + QualityWords.of(print.quality()));
        }
    }

    private void addPeriods(double firstPx, double secondPx) {
        double ratio = Math.max(firstPx, secondPx) / Math.min(firstPx, secondPx);
        if (ratio > PERIOD_RATIO_MAX) {
            found.add(String.format(
                    Locale.ROOT,
                    "ridges are %.0f %% further apart in the %s print: the resolution of one may be stated wrongly",
                    100 * (ratio - 1),
                    firstPx > secondPx ? "first" : "second"));
        }
    }

    private void addAlignment(Impression.Usable first, Impression.Usable second, Outcome outcome) {
        Alignment alignment = outcome.alignment();
        double overlapMm2 = alignment.overlapMm2(first, second);
        int pairs = outcome.explanation().pairs().size();
        int unpaired = outcome.explanation().probeUnpaired().size()
                + outcome.explanation().referenceUnpaired().size();
        if (pairs < EXAMINERS_PAIRS) {
            found.add(String.format(
                    Locale.ROOT,
                    "only %d pairs of minutiae were found; examiners of many countries ask for %d",
                    pairs,
                    EXAMINERS_PAIRS));
        }
        if (overlapMm2 < LITTLE_OVERLAP_MM2) {
            found.add(String.format(
                    Locale.ROOT,
                    "as they were laid on each other, the prints share only %.0f mm²; a whole print has about 200 mm²",
                    overlapMm2));
        }
        if (alignment.scale() != 1) {
            found.add(String.format(
                    Locale.ROOT,
                    "the first print was taken as %.0f %% of its stated size, by the distance of its ridges",
                    100 * alignment.scale()));
        }
        if (Math.abs(alignment.turnDeg()) > MUCH_TURN_DEG) {
            found.add(String.format(
                    Locale.ROOT, "one print is turned by %.0f° against the other", Math.abs(alignment.turnDeg())));
        }
        if (unpaired > 2 * pairs) {
            found.add(String.format(
                    Locale.ROOT,
                    "%d pairs were found, and %d minutiae that should have a mate have none: an examiner would have to explain each",
                    pairs,
                    unpaired));
        }
    }
}

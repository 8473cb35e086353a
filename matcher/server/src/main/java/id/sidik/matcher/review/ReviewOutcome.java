package id.sidik.matcher.review;

/** What there is to look at. */
public sealed interface ReviewOutcome {
    /** Two prints. */
    record Shown(LaidOver prints) implements ReviewOutcome {}

    /** Nothing of the one could be compared. */
    record ProbeAbsent() implements ReviewOutcome {}

    /** Nothing is kept of the other, or not of that finger. */
    record ReferenceAbsent() implements ReviewOutcome {}

    /** The one's prints were sealed with another key, or for another label. */
    record ProbeUnreadable() implements ReviewOutcome {}

    /** The engine says how alike prints are, and not why. */
    record Unexplained() implements ReviewOutcome {}
}

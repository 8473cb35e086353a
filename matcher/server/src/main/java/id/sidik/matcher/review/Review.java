package id.sidik.matcher.review;

import id.sidik.engine.template.FingerPosition;
import java.util.List;

/**
 * What there is to look at, and which fingers there are to choose from.
 *
 * @param fingers of the reference, each once, in the order of their numbers
 */
public record Review(List<FingerPosition> fingers, ReviewOutcome outcome) {
    public Review {
        fingers = List.copyOf(fingers);
    }
}

package id.sidik.eligibility.matching;

/**
 * How the matcher is.
 *
 * @param serves whether it compares fingers now
 * @param loadedShare of its references that can be found, 0 to 1; 1 once it serves
 * @param references that can be found
 * @param subjects they belong to
 */
public record MatcherStanding(boolean serves, double loadedShare, long references, long subjects) {
    /** It does not answer. */
    public static final MatcherStanding ABSENT = new MatcherStanding(false, 0, 0, 0);
}

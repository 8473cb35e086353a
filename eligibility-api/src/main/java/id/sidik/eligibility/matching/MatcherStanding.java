package id.sidik.eligibility.matching;

/**
 * How the matcher is.
 *
 * @param loadedShare of its references that can be found, 0 to 1; 1 once it serves
 * @param references that can be found
 * @param subjects they belong to
 */
public record MatcherStanding(State state, double loadedShare, long references, long subjects) {
    /** It does not answer. */
    public static final MatcherStanding ABSENT = new MatcherStanding(State.ABSENT, 0, 0, 0);

    /** What may be asked of it. */
    public enum State {
        ABSENT,
        LOADING,
        SERVING,
        FAULT
    }

    public boolean serves() {
        return state == State.SERVING;
    }
}

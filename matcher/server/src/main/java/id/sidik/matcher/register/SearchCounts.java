package id.sidik.matcher.register;

/**
 * Searches (1:N) since the process started.
 *
 * @param ended with an answer
 * @param partial of these, did not see all of the gallery
 * @param stopped without an answer
 * @param underWay now
 */
public record SearchCounts(long ended, long partial, long stopped, int underWay) {}

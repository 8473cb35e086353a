package id.sidik.engine.quality;

/**
 * How good an impression is for comparison.
 *
 * @param score 0 (useless) to 100 (excellent)
 * @param cause what holds the score down, if anything does
 */
public record Quality(int score, QualityCause cause) {
    public static final int SCORE_MAX = 100;

    public Quality {
        if (score < 0 || score > SCORE_MAX) {
            throw new IllegalArgumentException("A quality score is 0 to 100, not " + score);
        }
    }
}

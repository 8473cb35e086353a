package id.sidik.engine.kernel;

/**
 * How alike the neighbourhood of one minutia is to those of a run of others, over the cells known to both, from 0 to 255. Mean of two
 * agreements, that of the neighbours (1 when all agree, about 0 when none does) and that of the ridges (1 when parallel everywhere,
 * 0 at 22.5° on average, below 0 beyond).
 */
public final class CodeComparison {
    /** Similarities are from 0 to this. */
    public static final int SIMILARITY_MAX = 255;

    /** Neighbourhoods that share fewer known cells are not compared. */
    static final int COMMON_CELLS_MIN = 20;

    /** The neighbours' agreement, at most 1, can not save ridges that agree less. */
    static final float RIDGE_AGREEMENT_MIN = 0.4f;

    /** Roots are taken of this many steps. */
    static final int ROOT_STEPS = 1024;

    private CodeComparison() {}

    /**
     * Compares one minutia with those from {@code from} to before {@code to}.
     *
     * @param codes {@link CodePlanes} of a print of {@code count} minutiae
     * @param others of another, of {@code otherCount}
     * @param similarity gets the similarity of each at its own number; up to {@link CodePlanes#LANES_MAX} more entries are overwritten
     */
    public static void compare(
            int[] codes, int count, int minutia, int[] others, int otherCount, int from, int to, int[] similarity) {
        if (VectorModule.IS_PRESENT) {
            VectorCodeComparison.compare(codes, count, minutia, others, otherCount, from, to, similarity);
        } else {
            ScalarCodeComparison.compare(codes, count, minutia, others, otherCount, from, to, similarity);
        }
    }
}

package id.sidik.engine.kernel;

import static id.sidik.engine.kernel.CodePlanes.KNOWN_WORD;
import static id.sidik.engine.kernel.CodePlanes.SECTIONS;

/** {@link CodeComparison}, one pair after the other; most are told apart by their ridges alone. */
public final class ScalarCodeComparison {
    private static final float[] ROOTS = roots();

    private ScalarCodeComparison() {}

    /** As {@link CodeComparison#compare}. */
    public static void compare(
            int[] codes, int count, int minutia, int[] others, int otherCount, int from, int to, int[] similarity) {
        for (int other = from; other < to; other++) {
            similarity[other] = similarity(codes, count, minutia, others, otherCount, other);
        }
    }

    private static int similarity(int[] codes, int count, int minutia, int[] others, int otherCount, int other) {
        long known = CodePlanes.get(codes, count, minutia, KNOWN_WORD)
                & CodePlanes.get(others, otherCount, other, KNOWN_WORD);
        int cells = Long.bitCount(known);
        if (cells < CodeComparison.COMMON_CELLS_MIN) {
            return 0;
        }
        int sectors = 0;
        for (int word = SECTIONS; word < KNOWN_WORD; word++) {
            long a = CodePlanes.get(codes, count, minutia, word);
            long b = CodePlanes.get(others, otherCount, other, word);
            sectors += Long.bitCount((a ^ b) & known);
        }
        float ridgeAgreement = 1 - sectors / (float) cells;
        if (ridgeAgreement <= CodeComparison.RIDGE_AGREEMENT_MIN) {
            return 0;
        }
        int differing = 0;
        int common = 0;
        for (int word = 0; word < SECTIONS; word++) {
            long a = CodePlanes.get(codes, count, minutia, word) & known;
            long b = CodePlanes.get(others, otherCount, other, word) & known;
            differing += Long.bitCount(a ^ b);
            common += Long.bitCount(a & b);
        }
        float similarity = (neighbourAgreement(differing, common) + ridgeAgreement) / 2;
        return similarity <= 0 ? 0 : (int) (similarity * CodeComparison.SIMILARITY_MAX);
    }

    /**
     * 1 - |a - b| / (|a| + |b|) on bits, as in Cappelli, Ferrara, Maltoni, "Minutia Cylinder-Code", with |a| + |b| taken at its
     * largest, |a| = |b|: one root instead of three.
     */
    private static float neighbourAgreement(int differing, int common) {
        return common == 0 ? 0 : 1 - ROOTS[differing * CodeComparison.ROOT_STEPS / (2 * (differing + 2 * common))];
    }

    private static float[] roots() {
        float[] roots = new float[CodeComparison.ROOT_STEPS + 1];
        for (int step = 0; step <= CodeComparison.ROOT_STEPS; step++) {
            roots[step] = (float) Math.sqrt(step / (double) CodeComparison.ROOT_STEPS);
        }
        return roots;
    }
}

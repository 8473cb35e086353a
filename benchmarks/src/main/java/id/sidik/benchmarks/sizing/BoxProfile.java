package id.sidik.benchmarks.sizing;

import java.util.Map;

/**
 * What a profile says of its box.
 *
 * @param galleryReferencesMax rows of its gallery
 * @param comparisonThreads that search
 * @param assumed figures
 */
record BoxProfile(
        String label, int cores, int memoryGib, long galleryReferencesMax, int comparisonThreads, Figures assumed) {
    static BoxProfile of(String label, Map<String, String> values) {
        return new BoxProfile(
                label,
                whole(values, "match.cores-min"),
                whole(values, "match.memory-gib-min"),
                whole(values, "matcher.gallery-references-max"),
                whole(values, "matcher.comparison-threads"),
                Figures.of("profile " + label, values, Origin.ASSUMED));
    }

    private static int whole(Map<String, String> values, String key) {
        try {
            return Integer.parseInt(values.getOrDefault(key, ""));
        } catch (NumberFormatException e) {
            throw new UnusableFiguresException(key + " must be a whole number", e);
        }
    }
}

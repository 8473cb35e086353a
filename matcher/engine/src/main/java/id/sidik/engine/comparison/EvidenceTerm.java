package id.sidik.engine.comparison;

/** What a comparison weighs, in the words of an {@linkplain Explanation explanation}. */
public enum EvidenceTerm {
    STRANGERS("starting point", "two fingers taken at random are strangers: what follows must outweigh this"),
    COMPANY(
            "pairs in good company",
            "each pair of minutiae counts as well as its places fit, times the share of the minutiae around it that are paired, too"),
    LIKELY_COMPANY(
            "likely pairs in good company",
            "the same, each neighbour weighed by how likely its own pair is one, by place, direction, surroundings and type"),
    UNPAIRED(
            "minutiae without a mate",
            "logarithm of 1 + the summed quality of minutiae well inside both prints that found no mate"),
    PARALLEL_RIDGES(
            "parallel ridges",
            "mean cosine of twice the angle between the ridges where the prints overlap: 1 parallel, 0 as by chance"),
    OVERLAP("overlap", "logarithm of 1 + the cells of 16 x 16 px in which both prints lie");

    private final String title;
    private final String meaning;

    EvidenceTerm(String title, String meaning) {
        this.title = title;
        this.meaning = meaning;
    }

    public String title() {
        return title;
    }

    /** How the value is measured, in half a sentence. */
    public String meaning() {
        return meaning;
    }
}

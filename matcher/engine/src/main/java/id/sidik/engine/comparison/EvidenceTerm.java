package id.sidik.engine.comparison;

/** What a comparison weighs, in the words of an {@linkplain Explanation explanation}. */
public enum EvidenceTerm {
    STRANGERS(
            "starting point",
            "two fingers taken at random are strangers, the more so if one must be turned by more than a quarter: what follows must outweigh this"),
    COMPANY(
            "pairs in good company",
            "each pair of minutiae counts as well as its places fit, times the share of the minutiae around it that are paired, too"),
    CLEAR_PAIRS(
            "clear pairs",
            "logarithm of 1 + the pairs of minutiae, each counting as well as its places fit and as its minutiae are clear"),
    UNPAIRED(
            "minutiae without a mate",
            "logarithm of 1 + the summed quality of minutiae well inside both prints that found no mate, where the other shows nothing"),
    CLUTTER(
            "doubtful minutiae around",
            "logarithm of 1 + all minutiae in the overlap that found no mate: the more, the less each says"),
    OVERLAP("overlap", "logarithm of 1 + the cells of 16 x 16 px in which both prints lie"),
    CROSSING(
            "crossing ridges",
            "logarithm of 1 + those of the cells in which ridges are turned by more than 11 degrees"),
    RIDGES(
            "ridges on ridges",
            "how well the ridges themselves lie on each other over the overlap, from -0.15 to 0.85; counts only where the minutiae leave a doubt");

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

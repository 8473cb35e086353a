package id.sidik.engine.comparison;

/** What a comparison weighs, in the words of an {@linkplain Explanation explanation}. */
public enum EvidenceTerm {
    STRANGERS("starting point", "two fingers taken at random are strangers: what follows must outweigh this"),
    COMPANY(
            "pairs in good company",
            "each pair of minutiae counts as well as its places fit, times the share of the minutiae around it that are paired, too"),
    UNPAIRED(
            "minutiae without a mate",
            "logarithm of 1 + the summed quality of minutiae well inside both prints that found no mate"),
    CLUTTER(
            "doubtful minutiae around",
            "logarithm of 1 + all minutiae in the overlap that found no mate: the more, the less each says"),
    OVERLAP("overlap", "logarithm of 1 + the cells of 16 x 16 px in which both prints lie"),
    CROSSING(
            "crossing ridges",
            "logarithm of 1 + those of the cells in which ridges are turned by more than 11 degrees"),
    SUPPORT(
            "support of the first pair",
            "logarithm of how much more the first pair of minutiae was supported by others than the best of strangers usually is"),
    SURPRISE("more pairs than chance", "logarithm of 1 + the nats by which so many pairs are likelier than chance");

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

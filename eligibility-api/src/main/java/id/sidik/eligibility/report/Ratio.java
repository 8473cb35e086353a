package id.sidik.eligibility.report;

/** Counts so many of so many. */
final class Ratio {
    private long part;
    private long whole;

    void add(boolean isPart) {
        whole++;
        part += isPart ? 1 : 0;
    }

    void add(Ratio other) {
        part += other.part;
        whole += other.whole;
    }

    Proportion now() {
        return new Proportion(part, whole);
    }

    /** Without those others, which were counted here as well. */
    Proportion without(Ratio others) {
        return new Proportion(part - others.part, whole - others.whole);
    }
}

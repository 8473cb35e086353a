package id.sidik.benchmarks.sizing;

/**
 * What is asked of the boxes.
 *
 * @param fingers enrolled of each subject, 1 to 10, one reference each
 * @param gatesPerSecond eligibility checks (1:1) in the busiest hour
 * @param searchesPerSecond of everybody (1:N): enrolments, and a rolling search for duplicates
 */
record Demand(long subjects, int fingers, double gatesPerSecond, double searchesPerSecond) {
    Demand {
        if (subjects < 1) {
            throw new UnusableFiguresException("--subjects must be 1 or more: " + subjects);
        }
        if (fingers < 1 || fingers > 10) {
            throw new UnusableFiguresException("--fingers must be 1 to 10: " + fingers);
        }
        requireRate("--gates-per-second", gatesPerSecond);
        requireRate("--searches-per-second", searchesPerSecond);
    }

    private static void requireRate(String option, double rate) {
        if (!(rate >= 0 && rate <= 1e6)) {
            throw new UnusableFiguresException(option + " must be 0 to 1000000: " + rate);
        }
    }
}

package id.sidik.eligibility.report;

/** So many of so many. */
record Proportion(long part, long whole) {
    private static final long PERMILLE = 1_000;

    Proportion {
        if (part < 0 || part > whole) {
            throw new IllegalArgumentException(part + " of " + whole + " is no proportion");
        }
    }

    /** 0 of nothing. */
    double value() {
        return whole == 0 ? 0 : (double) part / whole;
    }

    Cell permille() {
        return Cell.of(whole == 0 ? 0 : Math.round((double) part * PERMILLE / whole));
    }

    /**
     * The lower bound of Wilson's score interval (J. Am. Stat. Assoc. 22, 1927): what the true rate exceeds, so that three of four do not
     * weigh as thirty of forty.
     *
     * @param z standard deviations of certainty
     */
    double atLeast(double z) {
        if (whole == 0) {
            return 0;
        }
        double n = (double) whole;
        double p = value();
        double zz = z * z;
        double margin = z * Math.sqrt(p * (1 - p) / n + zz / (4 * n * n));
        return Math.max(0, (p + zz / (2 * n) - margin) / (1 + zz / n));
    }
}

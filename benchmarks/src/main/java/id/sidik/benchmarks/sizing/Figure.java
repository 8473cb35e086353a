package id.sidik.benchmarks.sizing;

/** One number that the arithmetic uses. */
record Figure(FigureKey key, double value, Origin origin) {
    Figure {
        if (!(value > 0 && Double.isFinite(value))) {
            throw new UnusableFiguresException(key.key() + " must be above 0: " + value);
        }
    }
}

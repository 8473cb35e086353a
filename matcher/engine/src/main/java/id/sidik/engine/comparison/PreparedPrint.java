package id.sidik.engine.comparison;

import id.sidik.engine.features.FingerFeatures;

/**
 * A print in the form that {@link SidikComparator} reads fastest; probes and references alike. About 110 bytes a minutia and two a
 * field cell: 5 kB for 40 minutiae.
 */
final class PreparedPrint implements PreparedReference {
    private final PrintGeometry geometry;
    private final long[] codes;

    private PreparedPrint(PrintGeometry geometry, long[] codes) {
        this.geometry = geometry;
        this.codes = codes;
    }

    static PreparedPrint of(FingerFeatures features) {
        PrintGeometry geometry = PrintGeometry.of(features);
        return new PreparedPrint(geometry, NeighbourhoodCode.codesOf(geometry));
    }

    PrintGeometry geometry() {
        return geometry;
    }

    /** {@link NeighbourhoodCode}s of the minutiae, one after the other; not to be written to. */
    long[] codes() {
        return codes;
    }

    /** Keeps minutiae out of logs. */
    @Override
    public String toString() {
        return "PreparedPrint[" + geometry.count() + "]";
    }
}

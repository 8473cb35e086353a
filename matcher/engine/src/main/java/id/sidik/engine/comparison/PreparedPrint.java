package id.sidik.engine.comparison;

import id.sidik.engine.features.FingerFeatures;

/**
 * A print in the form that {@link SidikComparator} reads fastest; probes and references alike. About 110 bytes a minutia and two a
 * field cell: 5 kB for 40 minutiae.
 */
final class PreparedPrint implements PreparedReference {
    private final PrintGeometry geometry;
    private final int[] codes;
    private final double ridgePeriodPx;
    private final double scale;

    private PreparedPrint(PrintGeometry geometry, int[] codes, double ridgePeriodPx, double scale) {
        this.geometry = geometry;
        this.codes = codes;
        this.ridgePeriodPx = ridgePeriodPx;
        this.scale = scale;
    }

    static PreparedPrint of(FingerFeatures features) {
        return of(features, 1);
    }

    /** A print made larger by this factor. */
    static PreparedPrint scaled(FingerFeatures features, double scale) {
        return of(features.scaled(scale), scale);
    }

    private static PreparedPrint of(FingerFeatures features, double scale) {
        PrintGeometry geometry = PrintGeometry.of(features);
        return new PreparedPrint(geometry, NeighbourhoodCode.planesOf(geometry), features.ridgePeriodPx(), scale);
    }

    PrintGeometry geometry() {
        return geometry;
    }

    /** {@link NeighbourhoodCode}s of the minutiae, as {@link id.sidik.engine.kernel.CodePlanes}; not to be written to. */
    int[] codes() {
        return codes;
    }

    /** 0 if unknown. */
    double ridgePeriodPx() {
        return ridgePeriodPx;
    }

    /** By how much it was made larger than its template has it. */
    double scale() {
        return scale;
    }

    /** Keeps minutiae out of logs. */
    @Override
    public String toString() {
        return "PreparedPrint[" + geometry.count() + "]";
    }
}

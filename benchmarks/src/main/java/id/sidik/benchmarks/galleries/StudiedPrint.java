package id.sidik.benchmarks.galleries;

import id.sidik.engine.comparison.PreparedReference;
import id.sidik.engine.features.FingerFeatures;
import id.sidik.engine.features.RidgeField;
import id.sidik.engine.template.Template;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** A real or a synthetic print whose figures are taken, and the finger that it is of. */
record StudiedPrint(String set, String finger, Template template, PreparedReference prepared, FingerFeatures features) {
    int minutiae() {
        return features.minutiae().count();
    }

    /** Cells of the ridge field that are print. */
    int areaCells() {
        int cells = 0;
        for (int row = 0; row < features.field().rows(); row++) {
            for (int col = 0; col < features.field().cols(); col++) {
                cells += features.field().stepAt(col, row) == RidgeField.OUTSIDE ? 0 : 1;
            }
        }
        return cells;
    }

    double ridgePeriodPx() {
        return features.ridgePeriodPx();
    }

    /** Of each minutia to the next one; nothing for fewer than two. */
    DoubleStream nearestNeighbourPx() {
        int count = minutiae() < 2 ? 0 : minutiae();
        return IntStream.range(0, count).mapToDouble(this::nearestPx);
    }

    private double nearestPx(int minutia) {
        return IntStream.range(0, minutiae())
                .filter(other -> other != minutia)
                .mapToDouble(other -> Math.hypot(
                        features.minutiae().x(other) - features.minutiae().x(minutia),
                        features.minutiae().y(other) - features.minutiae().y(minutia)))
                .min()
                .orElseThrow();
    }

    DoubleStream qualities() {
        return IntStream.range(0, minutiae())
                .mapToDouble(minutia -> features.minutiae().quality(minutia));
    }
}

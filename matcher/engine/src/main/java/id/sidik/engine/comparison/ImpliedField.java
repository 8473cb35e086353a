package id.sidik.engine.comparison;

import id.sidik.engine.features.FingerFeatures;
import id.sidik.engine.features.Minutiae;
import id.sidik.engine.features.RidgeField;

/**
 * A ridge field guessed from minutiae alone, for templates that came without one: a minutia's direction is that of its ridge, so
 * the ridges of a cell run as the minutiae near it point, and where no minutia is near there was no print. O(cells × minutiae).
 */
final class ImpliedField {
    /** How far a minutia speaks for the ridges around it: the deviation of a Gaussian. */
    private static final double SPREAD_PX = 24;

    /** The weight that makes a cell part of the print: that of a single minutia some 47 px away. */
    private static final double WEIGHT_MIN = 0.15;

    private ImpliedField() {}

    static RidgeField of(FingerFeatures features) {
        int cols = FingerFeatures.cells(features.widthPx());
        int rows = FingerFeatures.cells(features.heightPx());
        byte[] steps = new byte[cols * rows];
        for (int row = 0; row < rows; row++) {
            for (int col = 0; col < cols; col++) {
                steps[row * cols + col] =
                        stepAt(features.minutiae(), PrintGeometry.centrePx(col), PrintGeometry.centrePx(row));
            }
        }
        return RidgeField.of(cols, rows, steps);
    }

    /** Means of orientations are taken of doubled angles, since 1° and 179° are neighbours. */
    private static byte stepAt(Minutiae minutiae, float x, float y) {
        double weight = 0;
        double cos = 0;
        double sin = 0;
        for (int minutia = 0; minutia < minutiae.count(); minutia++) {
            double dx = minutiae.x(minutia) - x;
            double dy = minutiae.y(minutia) - y;
            double near = Math.exp(-(dx * dx + dy * dy) / (2 * SPREAD_PX * SPREAD_PX));
            weight += near;
            cos += near * Math.cos(2 * minutiae.direction(minutia));
            sin += near * Math.sin(2 * minutiae.direction(minutia));
        }
        return weight < WEIGHT_MIN ? RidgeField.OUTSIDE : RidgeField.stepOf(Math.atan2(sin, cos) / 2);
    }
}

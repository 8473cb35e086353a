package id.sidik.engine.comparison;

import id.sidik.engine.features.FingerFeatures;
import id.sidik.engine.features.Minutiae;
import id.sidik.engine.features.RidgeField;

/**
 * A print seen in a mirror. No finger has it, and it has all that fingers have: ridges that flow, minutiae that lie as thick, the
 * same worn places. So it makes strangers of a real sensor out of prints that are there.
 */
final class Mirror {
    private Mirror() {}

    /** The field's grid begins at the left edge, so everything is mirrored within the width of its cells. */
    static FingerFeatures of(FingerFeatures features) {
        int widthPx = FingerFeatures.cells(features.widthPx()) * RidgeField.CELL_PX;
        Minutiae from = features.minutiae();
        Minutiae.Builder minutiae = Minutiae.builder();
        for (int i = 0; i < from.count(); i++) {
            float x = Math.min(widthPx - from.x(i), Math.nextDown((float) widthPx));
            minutiae.add(x, from.y(i), Math.PI - from.direction(i), from.type(i), from.quality(i));
        }
        return new FingerFeatures(
                widthPx, features.heightPx(), features.ridgePeriodPx(), minutiae.build(), mirrored(features.field()));
    }

    private static RidgeField mirrored(RidgeField field) {
        byte[] steps = new byte[field.cols() * field.rows()];
        byte[] phases = new byte[steps.length];
        for (int row = 0; row < field.rows(); row++) {
            for (int col = 0; col < field.cols(); col++) {
                int cell = row * field.cols() + col;
                int from = field.cols() - 1 - col;
                int step = field.stepAt(from, row);
                steps[cell] = (byte) (step == RidgeField.OUTSIDE ? step : (RidgeField.STEPS - step) % RidgeField.STEPS);
                phases[cell] = field.hasPhases() ? mirrored(step, field.phaseAt(from, row)) : 0;
            }
        }
        RidgeField mirrored = RidgeField.of(field.cols(), field.rows(), steps);
        return field.hasPhases() ? mirrored.with(phases) : mirrored;
    }

    /** Phases of ridges that are not level grow towards the other side. */
    private static byte mirrored(int step, int phase) {
        return (byte) (step == 0 ? phase : (RidgeField.PHASES - phase) % RidgeField.PHASES);
    }
}

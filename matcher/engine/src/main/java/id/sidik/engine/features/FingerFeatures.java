package id.sidik.engine.features;

import java.util.Locale;

/**
 * All that is kept of one impression.
 *
 * @param widthPx of the image at 500 dpi, 1 to {@link #SIDE_MAX_PX}
 * @param heightPx likewise
 * @param ridgePeriodPx the usual distance from ridge to ridge, in pixels at 500 dpi; 0 if unknown
 * @param minutiae within the image
 * @param field may be {@linkplain RidgeField#NONE empty}
 */
public record FingerFeatures(int widthPx, int heightPx, double ridgePeriodPx, Minutiae minutiae, RidgeField field) {
    /** 4 inches at 500 dpi: no finger is larger. */
    public static final int SIDE_MAX_PX = 2_000;

    public FingerFeatures {
        requireSide(widthPx);
        requireSide(heightPx);
        if (!(ridgePeriodPx >= 0 && ridgePeriodPx < 32)) {
            throw new IllegalArgumentException("A ridge period is 0 to 32 px, not " + ridgePeriodPx);
        }
        if (field.hasPhases() && ridgePeriodPx == 0) {
            throw new IllegalArgumentException("Phases of ridges mean nothing without their period");
        }
        for (int minutia = 0; minutia < minutiae.count(); minutia++) {
            if (minutiae.x(minutia) >= widthPx || minutiae.y(minutia) >= heightPx) {
                throw new IllegalArgumentException(
                        String.format(Locale.ROOT, "Minutia %d lies outside %d x %d px", minutia, widthPx, heightPx));
            }
        }
        if (!field.isEmpty() && (field.cols() != cells(widthPx) || field.rows() != cells(heightPx))) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "A field of %d x %d cells does not cover %d x %d px",
                    field.cols(),
                    field.rows(),
                    widthPx,
                    heightPx));
        }
    }

    /**
     * The same print as if its resolution had been labelled otherwise: all lengths times the factor. Cells of the field take the
     * orientation at their middle.
     *
     * @param factor such that both sides stay within their bounds
     */
    public FingerFeatures scaled(double factor) {
        int width = (int) Math.ceil(widthPx * factor);
        int height = (int) Math.ceil(heightPx * factor);
        Minutiae.Builder scaled = Minutiae.builder();
        for (int minutia = 0; minutia < minutiae.count(); minutia++) {
            scaled.add(
                    (float) Math.min(minutiae.x(minutia) * factor, Math.nextDown((float) width)),
                    (float) Math.min(minutiae.y(minutia) * factor, Math.nextDown((float) height)),
                    minutiae.direction(minutia),
                    minutiae.type(minutia),
                    minutiae.quality(minutia));
        }
        return new FingerFeatures(
                width, height, ridgePeriodPx * factor, scaled.build(), scaledField(width, height, factor));
    }

    private RidgeField scaledField(int width, int height, double factor) {
        if (field.isEmpty()) {
            return RidgeField.NONE;
        }
        int cols = cells(width);
        int rows = cells(height);
        byte[] steps = new byte[cols * rows];
        byte[] phases = new byte[cols * rows];
        for (int cell = 0; cell < steps.length; cell++) {
            int toCol = cell % cols;
            int toRow = cell / cols;
            double col = (toCol + 0.5) / factor;
            double row = (toRow + 0.5) / factor;
            steps[cell] = (byte) field.stepAt((int) col, (int) row);
            phases[cell] = field.hasPhases() && steps[cell] != RidgeField.OUTSIDE ? phaseAt(col, row) : 0;
        }
        RidgeField scaled = RidgeField.of(cols, rows, steps);
        return field.hasPhases() ? scaled.with(phases) : scaled;
    }

    /** Of a place within the print, in cells, as the wave of its cell goes on. */
    private byte phaseAt(double col, double row) {
        double acrossPx = RidgeField.acrossPx(
                field.stepAt((int) col, (int) row),
                (col - (int) col - 0.5) * RidgeField.CELL_PX,
                (row - (int) row - 0.5) * RidgeField.CELL_PX);
        double periods = field.phaseAt((int) col, (int) row) / (double) RidgeField.PHASES + acrossPx / ridgePeriodPx;
        return RidgeField.phaseOf(periods);
    }

    /** How many cells of a {@link RidgeField} a side takes. */
    public static int cells(int sidePx) {
        return (sidePx + RidgeField.CELL_PX - 1) / RidgeField.CELL_PX;
    }

    private static void requireSide(int sidePx) {
        if (sidePx < 1 || sidePx > SIDE_MAX_PX) {
            throw new IllegalArgumentException("A side is 1 to " + SIDE_MAX_PX + " px at 500 dpi, not " + sidePx);
        }
    }
}

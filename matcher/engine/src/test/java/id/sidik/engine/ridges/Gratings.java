package id.sidik.engine.ridges;

import id.sidik.engine.image.FingerImage;
import java.util.function.ToDoubleBiFunction;

/** Ideal ridges whose orientation, period and minutiae are known from their formula. */
final class Gratings {
    static final int WIDTH_PX = 240;
    static final int HEIGHT_PX = 280;

    private Gratings() {}

    /** Parallel ridges; the angle is that of the ridges, not of the wave. */
    static FingerImage parallel(double orientation, double periodPx) {
        return image((x, y) -> wave(orientation, periodPx, x, y));
    }

    /**
     * Parallel ridges, one of which ends: the phase turns once around the place. Going round it, one ridge more is crossed on one
     * side than on the other.
     */
    static FingerImage withMinutia(double orientation, double periodPx, double atX, double atY) {
        return image((x, y) -> wave(orientation, periodPx, x - atX, y - atY) + Math.atan2(y - atY, x - atX));
    }

    private static double wave(double orientation, double periodPx, double x, double y) {
        return 2 * Math.PI / periodPx * (y * Math.cos(orientation) - x * Math.sin(orientation));
    }

    private static FingerImage image(ToDoubleBiFunction<Double, Double> phase) {
        byte[] grey = new byte[WIDTH_PX * HEIGHT_PX];
        for (int y = 0; y < HEIGHT_PX; y++) {
            for (int x = 0; x < WIDTH_PX; x++) {
                double cosine = Math.cos(phase.applyAsDouble((double) x, (double) y));
                grey[y * WIDTH_PX + x] = (byte) Math.round(128 - 90 * cosine);
            }
        }
        return FingerImage.of(WIDTH_PX, HEIGHT_PX, 500, grey);
    }
}

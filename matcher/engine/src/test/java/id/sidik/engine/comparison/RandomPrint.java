package id.sidik.engine.comparison;

import id.sidik.engine.features.FingerFeatures;
import id.sidik.engine.features.MinutiaType;
import id.sidik.engine.features.Minutiae;
import id.sidik.engine.features.RidgeField;
import id.sidik.engine.template.SidikPayload;
import id.sidik.engine.template.Template;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Features without a finger: ridges that turn steadily from place to place and minutiae strewn along them, all drawn from a seed.
 * Two impressions of one seed differ by a motion, a distortion, a jitter and some minutiae of their own.
 */
record RandomPrint(long seed, int minutiaCount) {
    private static final int SIDE_PX = 400;
    private static final double CENTRE_PX = SIDE_PX / 2.0;
    private static final double RADIUS_PX = 150;

    /** How one impression differs from the finger. */
    record Touch(double turnDeg, double shiftXPx, double shiftYPx, double jitterPx, double lostShare, long seed) {
        static final Touch PLAIN = new Touch(0, 0, 0, 0, 0, 0);
    }

    Template template(Touch touch) {
        return Template.of(SidikPayload.ALGORITHM, SidikPayload.write(features(touch)));
    }

    FingerFeatures features(Touch touch) {
        return new FingerFeatures(SIDE_PX, SIDE_PX, 9, minutiae(touch), field(touch));
    }

    private Minutiae minutiae(Touch touch) {
        RandomGenerator finger = random(seed);
        RandomGenerator noise = random(touch.seed() ^ seed << 20);
        double turn = Math.toRadians(touch.turnDeg());
        Minutiae.Builder minutiae = Minutiae.builder();
        for (int i = 0; i < minutiaCount; i++) {
            double radius = RADIUS_PX * Math.sqrt(finger.nextDouble());
            double angle = finger.nextDouble(2 * Math.PI);
            double x = CENTRE_PX + radius * Math.cos(angle);
            double y = CENTRE_PX + radius * Math.sin(angle);
            double direction = ridge(x, y) + (finger.nextBoolean() ? Math.PI : 0);
            MinutiaType type = finger.nextBoolean() ? MinutiaType.ENDING : MinutiaType.BIFURCATION;
            double jitterX = noise.nextGaussian() * touch.jitterPx();
            double jitterY = noise.nextGaussian() * touch.jitterPx();
            boolean lost = noise.nextDouble() < touch.lostShare();
            double movedX = movedX(x, y, turn, touch) + jitterX;
            double movedY = movedY(x, y, turn, touch) + jitterY;
            if (!lost && isInside(movedX, movedY)) {
                minutiae.add((float) movedX, (float) movedY, direction + turn, type, 40);
            }
        }
        return minutiae.build();
    }

    private RidgeField field(Touch touch) {
        int cells = FingerFeatures.cells(SIDE_PX);
        double turn = Math.toRadians(touch.turnDeg());
        byte[] steps = new byte[cells * cells];
        for (int row = 0; row < cells; row++) {
            for (int col = 0; col < cells; col++) {
                double dx = (col + 0.5) * RidgeField.CELL_PX - CENTRE_PX - touch.shiftXPx();
                double dy = (row + 0.5) * RidgeField.CELL_PX - CENTRE_PX - touch.shiftYPx();
                double x = CENTRE_PX + Math.cos(turn) * dx + Math.sin(turn) * dy;
                double y = CENTRE_PX - Math.sin(turn) * dx + Math.cos(turn) * dy;
                boolean isPrint = Math.hypot(x - CENTRE_PX, y - CENTRE_PX) < RADIUS_PX;
                steps[row * cells + col] = isPrint ? RidgeField.stepOf(ridge(x, y) + turn) : RidgeField.OUTSIDE;
            }
        }
        return RidgeField.of(cells, cells, steps);
    }

    /** An orientation that depends on the finger and changes by about a quarter turn across the print. */
    private double ridge(double x, double y) {
        RandomGenerator finger = random(~seed);
        double base = finger.nextDouble(Math.PI);
        double alongX = (finger.nextDouble() - 0.5) * 0.02;
        double alongY = (finger.nextDouble() - 0.5) * 0.02;
        return base + alongX * (x - CENTRE_PX) + alongY * (y - CENTRE_PX);
    }

    private static double movedX(double x, double y, double turn, Touch touch) {
        return CENTRE_PX + Math.cos(turn) * (x - CENTRE_PX) - Math.sin(turn) * (y - CENTRE_PX) + touch.shiftXPx();
    }

    private static double movedY(double x, double y, double turn, Touch touch) {
        return CENTRE_PX + Math.sin(turn) * (x - CENTRE_PX) + Math.cos(turn) * (y - CENTRE_PX) + touch.shiftYPx();
    }

    private static boolean isInside(double x, double y) {
        return x >= 0 && y >= 0 && x < SIDE_PX && y < SIDE_PX;
    }

    static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }
}

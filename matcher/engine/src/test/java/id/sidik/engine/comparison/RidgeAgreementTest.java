package id.sidik.engine.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import id.sidik.engine.features.FingerFeatures;
import id.sidik.engine.features.MinutiaType;
import id.sidik.engine.features.Minutiae;
import id.sidik.engine.features.RidgeField;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Straight ridges over a square, and minutiae strewn over them. */
class RidgeAgreementTest {
    private static final int SIDE_PX = 320;
    private static final int CELLS = SIDE_PX / RidgeField.CELL_PX;
    private static final double PERIOD_PX = 9;
    private static final int STEP = 12;
    private static final int MINUTIAE = 30;

    private final SimilarMinutiae similar = new SimilarMinutiae();
    private final Pairing pairing = new Pairing();
    private final RidgeAgreement agreement = new RidgeAgreement();

    /** Turns beyond a quarter take orientations past their half turn, where phases grow towards the other side. */
    @ParameterizedTest
    @CsvSource({"0, 0, 0", "0, 7, -13", "30, 5, 5", "60, -20, 11", "120, 3, 0", "150, 0, 8", "180, 1, 2", "-90, 0, 0"})
    void ridgesOfOneFingerLieOnEachOther(double turnDeg, double shiftXPx, double shiftYPx) {
        assertThat(agreement(straight(0, 0, 0), straight(turnDeg, shiftXPx, shiftYPx)))
                .isGreaterThan(0.85f);
    }

    @Test
    void ridgesThatLieAnywhereDoNot() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(5);
        byte[] phases = new byte[CELLS * CELLS];
        for (int cell = 0; cell < phases.length; cell++) {
            phases[cell] = (byte) random.nextInt(RidgeField.PHASES);
        }
        FingerFeatures straight = straight(0, 0, 0);

        assertThat(agreement(straight, withField(straight, straight.field().with(phases))))
                .isLessThan(0.25f);
    }

    @Test
    void ridgesThatCrossDoNot() {
        FingerFeatures straight = straight(0, 0, 0);
        RidgeField crossed = straight(90, 0, 0).field();

        assertThat(agreement(straight, withField(straight, crossed))).isLessThan(0.05f);
    }

    /** As a label of 400 dpi for 500 does: the cells are others then, and the ridges the same. */
    @ParameterizedTest
    @ValueSource(doubles = {0.8, 1.25})
    void phasesAreScaledWithThePrint(double factor) {
        FingerFeatures there = straight(0, 0, 0).scaled(factor);

        assertThat(agreement(
                        there,
                        straight(0, 0, 0).scaled(factor).scaled(1 / factor).scaled(factor)))
                .isGreaterThan(0.6f);
        assertThat(agreement(straight(0, 0, 0), there.scaled(1 / factor))).isGreaterThan(0.6f);
    }

    @Test
    void phasesAreMirroredWithThePrint() {
        FingerFeatures mirrored = Mirror.of(straight(0, 0, 0));

        assertThat(agreement(mirrored, new Placing(0, 0, 0, true).print())).isGreaterThan(0.85f);
    }

    private float agreement(FingerFeatures probe, FingerFeatures reference) {
        PreparedPrint ours = PreparedPrint.of(probe);
        PreparedPrint theirs = PreparedPrint.of(reference);
        similar.find(ours, theirs);
        int best = 0;
        for (int pair = 1; pair < similar.pairCount(); pair++) {
            best = similar.support(pair) > similar.support(best) ? pair : best;
        }
        pairing.find(ours.geometry(), theirs.geometry(), similar, best, 0);
        return agreement.of(ours.geometry(), theirs.geometry(), pairing);
    }

    private static FingerFeatures withField(FingerFeatures print, RidgeField field) {
        return new FingerFeatures(SIDE_PX, SIDE_PX, PERIOD_PX, print.minutiae(), field);
    }

    private static FingerFeatures straight(double turnDeg, double shiftXPx, double shiftYPx) {
        return new Placing(turnDeg, shiftXPx, shiftYPx, false).print();
    }

    /** How the finger is laid down: seen in a mirror or not, turned about the middle, then shifted. */
    private record Placing(double turnDeg, double shiftXPx, double shiftYPx, boolean isMirrored) {
        private static final double ORIENTATION = STEP * Math.PI / RidgeField.STEPS;

        FingerFeatures print() {
            RandomGenerator random =
                    RandomGeneratorFactory.of("L64X128MixRandom").create(3);
            Minutiae.Builder minutiae = Minutiae.builder();
            for (int i = 0; i < MINUTIAE; i++) {
                double right = (random.nextDouble() - 0.5) * 200;
                double down = (random.nextDouble() - 0.5) * 200;
                double direction = random.nextBoolean() ? ORIENTATION : ORIENTATION + Math.PI;
                double seenRight = isMirrored ? -right : right;
                double seen = isMirrored ? Math.PI - direction : direction;
                minutiae.add(
                        (float) (SIDE_PX / 2.0 + cos() * seenRight - sin() * down + shiftXPx),
                        (float) (SIDE_PX / 2.0 + sin() * seenRight + cos() * down + shiftYPx),
                        seen + Math.toRadians(turnDeg),
                        MinutiaType.ENDING,
                        40);
            }
            return new FingerFeatures(SIDE_PX, SIDE_PX, PERIOD_PX, minutiae.build(), field());
        }

        private RidgeField field() {
            byte[] steps = new byte[CELLS * CELLS];
            byte[] phases = new byte[CELLS * CELLS];
            double orientation = (isMirrored ? -ORIENTATION : ORIENTATION) + Math.toRadians(turnDeg);
            for (int cell = 0; cell < steps.length; cell++) {
                int row = cell / CELLS;
                double x = (cell % CELLS + 0.5) * RidgeField.CELL_PX;
                double y = (row + 0.5) * RidgeField.CELL_PX;
                steps[cell] = RidgeField.stepOf(orientation);
                double onwards =
                        periods(x + RidgeField.acrossPx(steps[cell], 1, 0), y + RidgeField.acrossPx(steps[cell], 0, 1));
                boolean isBackwards = onwards < periods(x, y);
                phases[cell] = RidgeField.phaseOf(isBackwards ? -periods(x, y) : periods(x, y));
            }
            return RidgeField.of(CELLS, CELLS, steps).with(phases);
        }

        /** Across the finger's ridges, of what is seen at a place of the print. */
        private double periods(double x, double y) {
            double right = x - SIDE_PX / 2.0 - shiftXPx;
            double down = y - SIDE_PX / 2.0 - shiftYPx;
            double seenRight = cos() * right + sin() * down;
            double fingerDown = cos() * down - sin() * right;
            double fingerRight = isMirrored ? -seenRight : seenRight;
            return (fingerDown * Math.cos(ORIENTATION) - fingerRight * Math.sin(ORIENTATION)) / PERIOD_PX;
        }

        private double cos() {
            return Math.cos(Math.toRadians(turnDeg));
        }

        private double sin() {
            return Math.sin(Math.toRadians(turnDeg));
        }
    }
}

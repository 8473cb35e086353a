package id.sidik.engine.synthesis;

import java.util.List;

/**
 * How the ridges of a fingertip flow, before anything that is the finger's own: counter-clockwise angles as seen on the picture,
 * whose y points down.
 *
 * <p>Loops, whorls and tented arches follow the zero-pole model of Sherlock and Monro, "A model for interpreting
 * fingerprint topology" (Pattern Recognition 1993): half the sum of the angles seen from the cores less that from the
 * deltas. Around each singular point the angle is bent as Vizcaya and Gerhardt, "A nonlinear orientation model for
 * global description of fingerprints" (1996), do; theirs is piecewise linear, ours has two harmonics, so that ridges get no
 * kink. A plain arch has no singular point and gets a bump that flattens towards the joint, after Cappelli, Maio and
 * Maltoni, "Synthetic fingerprint-image generation" (2000).
 */
sealed interface RidgePattern {
    /** How much more slowly the direction turns inside a loop than around its crown: keeps the legs of a loop parallel. */
    double LOOP_SLENDERNESS = 0.55;

    double WHORL_SLENDERNESS = 0.15;
    double BEND_RAD = 0.08;

    double TIP_HALF_WIDTH_PX = 130;
    double DOWN_RAD = -StrictMath.PI / 2;

    /** Direction of the ridges at a place, in radians; any multiple of pi may be added. */
    double at(double x, double y);

    static RidgePattern draw(Draws draws, PatternClass pattern, double centreX, double heightPx) {
        double x = centreX + draws.bell(8);
        double y = 0.42 * heightPx + draws.bell(12);
        return switch (pattern) {
            case ARCH -> arch(draws, x, heightPx);
            case TENTED_ARCH ->
                new ZeroPole(
                        x,
                        y,
                        draws.between(0.2, 0.7),
                        List.of(
                                Singularity.core(draws, x, y, DOWN_RAD, LOOP_SLENDERNESS),
                                Singularity.delta(draws, x + draws.bell(4), y + draws.between(60, 100))));
            case LEFT_LOOP -> loop(draws, x, y, 1);
            case RIGHT_LOOP -> loop(draws, x, y, -1);
            case WHORL -> whorl(draws, x, y, draws.bell(4), draws.between(18, 50));
            case DOUBLE_LOOP -> {
                int side = draws.chance(0.5) ? 1 : -1;
                yield whorl(draws, x, y, side * draws.between(30, 50), draws.between(25, 50));
            }
        };
    }

    /** @param deltaSide +1 with the delta on the right: a left loop, which opens to the lower left */
    private static RidgePattern loop(Draws draws, double x, double y, int deltaSide) {
        double opening = DOWN_RAD - deltaSide * draws.between(0.1, 1.0);
        double slenderness = draws.between(0.25, 0.7);
        Singularity core = Singularity.core(draws, x, y, opening, slenderness);
        Singularity delta =
                Singularity.delta(draws, x + deltaSide * draws.between(60, 150), y + draws.between(80, 160));
        return new ZeroPole(x, y, draws.between(0.2, 0.7), List.of(core, delta));
    }

    /** Two cores that open towards each other, the second one {@code acrossPx} and {@code downPx} from the first. */
    private static RidgePattern whorl(Draws draws, double x, double y, double acrossPx, double downPx) {
        double axis = StrictMath.atan2(-downPx, acrossPx);
        return new ZeroPole(
                x,
                y,
                draws.between(0.2, 0.7),
                List.of(
                        Singularity.core(draws, x - acrossPx / 2, y - downPx / 2, axis, WHORL_SLENDERNESS),
                        Singularity.core(
                                draws, x + acrossPx / 2, y + downPx / 2, axis + StrictMath.PI, WHORL_SLENDERNESS),
                        Singularity.delta(draws, x - draws.between(90, 125), y + draws.between(100, 140)),
                        Singularity.delta(draws, x + draws.between(90, 125), y + draws.between(100, 140))));
    }

    private static RidgePattern arch(Draws draws, double centreX, double heightPx) {
        double steepness = draws.between(0.9, 1.4);
        double halfWidthPx = draws.between(135, 165);
        return new PlainArch(centreX, heightPx, steepness, halfWidthPx);
    }

    /** A bump, steepest at the tip. */
    record PlainArch(double centreX, double heightPx, double steepness, double halfWidthPx) implements RidgePattern {
        @Override
        public double at(double x, double y) {
            double across = Math.clamp((x - centreX) / halfWidthPx, -1, 1);
            double down = y / heightPx;
            double slope = -steepness * StrictMath.sin(StrictMath.PI * across) * StrictMath.max(0, 1.15 - 1.2 * down);
            return StrictMath.atan(slope);
        }
    }

    /**
     * The flow around singular points, whose middle is at (x, y).
     *
     * @param tipSlopeRad extra slope at the sides of the tip, where ridges follow its outline
     */
    record ZeroPole(double x, double y, double tipSlopeRad, List<Singularity> points) implements RidgePattern {
        @Override
        public double at(double px, double py) {
            double sum = 0;
            for (Singularity point : points) {
                sum += point.angleSeenFrom(px, py);
            }
            double across = Math.clamp((px - x) / TIP_HALF_WIDTH_PX, -1, 1);
            double up = Math.clamp((y - py) / y, 0, 1);
            return sum / 2 - tipSlopeRad * across * up;
        }
    }

    /**
     * A core (sign +1) or a delta (sign -1).
     *
     * @param bend1Rad height of the once-around harmonic by which the seen angle is bent, {@code bend2Rad} of the twice-around one
     */
    record Singularity(
            double x, double y, int sign, double bend1Rad, double phase1Rad, double bend2Rad, double phase2Rad) {
        /** @param openingRad where the legs of this core's innermost loop go */
        static Singularity core(Draws draws, double x, double y, double openingRad, double slenderness) {
            double phase2 = draws.between(0, 2 * StrictMath.PI);
            return new Singularity(x, y, 1, slenderness, StrictMath.PI - openingRad, draws.bell(BEND_RAD), phase2);
        }

        static Singularity delta(Draws draws, double x, double y) {
            double phase1 = draws.between(0, 2 * StrictMath.PI);
            double phase2 = draws.between(0, 2 * StrictMath.PI);
            return new Singularity(x, y, -1, draws.bell(BEND_RAD), phase1, draws.bell(BEND_RAD), phase2);
        }

        double angleSeenFrom(double px, double py) {
            double angle = StrictMath.atan2(y - py, px - x);
            double bend =
                    bend1Rad * StrictMath.sin(angle + phase1Rad) + bend2Rad * StrictMath.sin(2 * angle + phase2Rad);
            return sign * (angle + bend);
        }
    }
}

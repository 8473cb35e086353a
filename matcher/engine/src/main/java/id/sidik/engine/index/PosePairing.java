package id.sidik.engine.index;

import java.util.Arrays;

/**
 * Lays a reference over a probe as the votes ask for, pairs their minutiae, and says how much likelier so many pairs are than
 * chance. It sees nothing but places and directions, costs a microsecond, and tells mates from those whom the votes took for mates.
 * Whether a minutia has a mate can't be foreseen, so the loops have no branches on it. Scratch memory of one thread.
 */
final class PosePairing {
    /** How far a mate may lie from where it is expected: where the votes' pose puts it, and where the refined one does. */
    private static final int FIRST_RADIUS_PX = 26;

    private static final int RADIUS_PX = 18;

    /** How far it may be turned, in 256ths: 25°. */
    private static final int TURN_MAX = 18;

    /** Deviation of the Gaussian by which a pair fits. */
    private static final float FIT_PX = 9;

    /** A minutia can be seen in the other print where this one has minutiae around, within this distance. */
    private static final float MARGIN_PX = 12;

    /** Fewer pairs say nothing, and fix no pose. */
    private static final float PAIRS_MIN = 3;

    private static final float CHANCE_AT_LEAST = 0.3f;

    /** The area of a pair's Gaussian, times the share of turns that it accepts. */
    private static final float ACCEPTED_PX =
            (float) (2 * Math.PI * FIT_PX * FIT_PX) * (2 * TURN_MAX + 1) / PointSet.DIRECTION_STEPS;

    /** How well a pair fits, by the square of its distance in whole px; beyond the last it does not. */
    private static final float[] FITS = fits();

    private static final int NO_FIT = FITS.length - 1;

    private final float[] x = new float[PointSet.POINTS_MAX];
    private final float[] y = new float[PointSet.POINTS_MAX];

    /** Of the nearest mate of each minutia of the probe, and of {@link PointSet#NOBODY}. */
    private final int[] square = new int[PointSet.POINTS_MAX + 1];

    private final Box ours = new Box();
    private final Box theirs = new Box();

    private static float[] fits() {
        float[] fits = new float[RADIUS_PX * RADIUS_PX + 1];
        for (int squarePx = 0; squarePx < fits.length - 1; squarePx++) {
            fits[squarePx] = (float) Math.exp(-(squarePx + 0.5) / (2 * FIT_PX * FIT_PX));
        }
        return fits;
    }

    /** The table that a probe keeps for being paired. */
    static NearestMinutiae nearestOf(PointSet probe) {
        return new NearestMinutiae(probe, FIRST_RADIUS_PX, TURN_MAX);
    }

    /**
     * The surprise of the pairs, in nats, from 0.
     *
     * @param pose refined on the way
     */
    float score(FingerProbe probe, PointSet reference, Pose pose) {
        if (!refine(probe, reference, pose)) {
            return 0;
        }
        pair(probe, reference, pose);
        return surprise(probe.points(), reference);
    }

    /** Least squares over all pairs, if there are enough of them: {@code false} leaves the pose as it is. */
    private static boolean refine(FingerProbe finger, PointSet reference, Pose pose) {
        PointSet probe = finger.points();
        int turn = pose.turnSteps();
        float pairs = 0;
        float ax = 0;
        float ay = 0;
        float bx = 0;
        float by = 0;
        float dot = 0;
        float cross = 0;
        for (int point = 0; point < reference.count(); point++) {
            float fromX = reference.x(point);
            float fromY = reference.y(point);
            float expectedX = pose.x(fromX, fromY);
            float expectedY = pose.y(fromX, fromY);
            int direction = (reference.direction(point) + turn) & (PointSet.DIRECTION_STEPS - 1);
            int mate = finger.nearest().at(expectedX, expectedY, direction);
            float toX = probe.x(mate);
            float toY = probe.y(mate);
            int squarePx = square(expectedX - toX, expectedY - toY);
            float isPair = below(squarePx, FIRST_RADIUS_PX * FIRST_RADIUS_PX)
                    & below(PointSet.turn(direction, probe.direction(mate)), TURN_MAX + 1);
            float pairX = isPair * toX;
            float pairY = isPair * toY;
            pairs += isPair;
            ax += isPair * fromX;
            ay += isPair * fromY;
            bx += pairX;
            by += pairY;
            dot += fromX * pairX + fromY * pairY;
            cross += fromX * pairY - fromY * pairX;
        }
        if (pairs < PAIRS_MIN) {
            return false;
        }
        pose.align(dot - (ax * bx + ay * by) / pairs, cross - (ax * by - ay * bx) / pairs);
        pose.shiftX = (bx - pose.cos * ax + pose.sin * ay) / pairs;
        pose.shiftY = (by - pose.sin * ax - pose.cos * ay) / pairs;
        return true;
    }

    /** Each takes the nearest that looks the same way; of those that take the same, the nearest keeps it. */
    private void pair(FingerProbe finger, PointSet reference, Pose pose) {
        PointSet probe = finger.points();
        int turn = pose.turnSteps();
        Arrays.fill(square, 0, probe.count(), NO_FIT);
        for (int point = 0; point < reference.count(); point++) {
            float expectedX = pose.x(reference.x(point), reference.y(point));
            float expectedY = pose.y(reference.x(point), reference.y(point));
            x[point] = expectedX;
            y[point] = expectedY;
            int direction = (reference.direction(point) + turn) & (PointSet.DIRECTION_STEPS - 1);
            int mate = finger.nearest().at(expectedX, expectedY, direction);
            int squarePx = square(expectedX - probe.x(mate), expectedY - probe.y(mate));
            int isTurned = 1 - below(PointSet.turn(direction, probe.direction(mate)), TURN_MAX + 1);
            square[mate] = Math.min(square[mate], squarePx + isTurned * NO_FIT);
        }
    }

    private static int square(float dx, float dy) {
        return (int) (dx * dx + dy * dy);
    }

    /** 1 if so, else 0. Both are small numbers that are not negative. */
    private static int below(int number, int limit) {
        return (number - limit) >>> (Integer.SIZE - 1);
    }

    /** Half the deviance of a Poisson count under its own mean and under that of chance. */
    private float surprise(PointSet probe, PointSet reference) {
        ours.clear();
        theirs.clear();
        for (int point = 0; point < reference.count(); point++) {
            ours.add(x[point], y[point]);
        }
        float fits = 0;
        for (int point = 0; point < probe.count(); point++) {
            theirs.add(probe.x(point), probe.y(point));
            fits += FITS[square[point]];
        }
        ours.widen();
        theirs.widen();
        float chance = CHANCE_AT_LEAST + byChance(probe, reference);
        return fits <= chance ? 0 : (float) (fits * Math.log(fits / chance) - (fits - chance));
    }

    /** How many pairs two prints with as many minutiae in their overlap make, weighed by how well they fit. */
    private float byChance(PointSet probe, PointSet reference) {
        int theirsInOurs = 0;
        for (int point = 0; point < probe.count(); point++) {
            theirsInOurs += ours.contains(probe.x(point), probe.y(point)) ? 1 : 0;
        }
        int oursInTheirs = 0;
        for (int point = 0; point < reference.count(); point++) {
            oursInTheirs += theirs.contains(x[point], y[point]) ? 1 : 0;
        }
        float areaPx = ours.overlapPx(theirs);
        return areaPx <= 0 ? 0 : oursInTheirs * theirsInOurs * ACCEPTED_PX / areaPx;
    }

    /** The smallest upright rectangle around minutiae, and a margin. */
    private static final class Box {
        private float left;
        private float top;
        private float right;
        private float bottom;

        void clear() {
            left = Float.MAX_VALUE;
            top = Float.MAX_VALUE;
            right = -Float.MAX_VALUE;
            bottom = -Float.MAX_VALUE;
        }

        /** Compares rather than takes minima, which floats' zeros and NaNs make slow. */
        void add(float px, float py) {
            left = px < left ? px : left;
            top = py < top ? py : top;
            right = px > right ? px : right;
            bottom = py > bottom ? py : bottom;
        }

        void widen() {
            left -= MARGIN_PX;
            top -= MARGIN_PX;
            right += MARGIN_PX;
            bottom += MARGIN_PX;
        }

        boolean contains(float px, float py) {
            return px > left && px < right && py > top && py < bottom;
        }

        float overlapPx(Box other) {
            float width = Math.min(right, other.right) - Math.max(left, other.left);
            float height = Math.min(bottom, other.bottom) - Math.max(top, other.top);
            return width <= 0 || height <= 0 ? 0 : width * height;
        }
    }
}

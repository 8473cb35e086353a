package id.sidik.engine.index;

import java.util.Arrays;

/**
 * Lays a reference over a probe as the votes ask for, pairs their minutiae, and says how much likelier so many pairs are than
 * chance. It sees nothing but places and directions, costs a microsecond, and tells mates from those whom the votes took for mates.
 * Scratch memory of one thread.
 */
final class PosePairing {
    /** How far a mate may lie from where it is expected, at first and when the pose is refined. */
    private static final float[] RADII_PX = {26, 18};

    /** How far it may be turned, in 256ths: 25°. */
    private static final int TURN_MAX = 18;

    /** Deviation of the Gaussian by which a pair fits. */
    private static final float FIT_PX = 9;

    /** A minutia can be seen in the other print where this one has minutiae around, within this distance. */
    private static final float MARGIN_PX = 12;

    /** Fewer pairs say nothing, and fix no pose. */
    private static final int PAIRS_MIN = 3;

    private static final float STEPS_PER_RADIAN = (float) (PointSet.DIRECTION_STEPS / (2 * Math.PI));
    private static final float CHANCE_AT_LEAST = 0.3f;
    private static final int NONE = -1;

    /** The area of a pair's Gaussian, times the share of turns that it accepts. */
    private static final float ACCEPTED_PX =
            (float) (2 * Math.PI * FIT_PX * FIT_PX) * (2 * TURN_MAX + 1) / PointSet.DIRECTION_STEPS;

    private final float[] x = new float[PointSet.POINTS_MAX];
    private final float[] y = new float[PointSet.POINTS_MAX];
    private final int[] mate = new int[PointSet.POINTS_MAX];
    private final float[] squareOfMate = new float[PointSet.POINTS_MAX];
    private final int[] mateOfProbe = new int[PointSet.POINTS_MAX];
    private final Box ours = new Box();
    private final Box theirs = new Box();

    /**
     * The surprise of the pairs, in nats, from 0.
     *
     * @param probe sorted by direction
     * @param pose refined on the way
     */
    float score(PointSet probe, PointSet reference, Pose pose) {
        for (float radiusPx : RADII_PX) {
            predict(reference, pose);
            int pairs = pair(probe, reference, Math.round(pose.turnRad() * STEPS_PER_RADIAN), radiusPx);
            if (pairs < PAIRS_MIN) {
                return 0;
            }
            refine(probe, reference, pose, pairs);
        }
        return surprise(probe, reference);
    }

    private void predict(PointSet reference, Pose pose) {
        for (int point = 0; point < reference.count(); point++) {
            x[point] = pose.x(reference.x(point), reference.y(point));
            y[point] = pose.y(reference.x(point), reference.y(point));
        }
    }

    /** Each takes the nearest that looks the same way; of two that take the same, the nearer keeps it. Returns how many pairs there are. */
    private int pair(PointSet probe, PointSet reference, int turn, float radiusPx) {
        int pairs = 0;
        Arrays.fill(mateOfProbe, 0, probe.count(), NONE);
        for (int point = 0; point < reference.count(); point++) {
            int from = reference.direction(point) + turn - TURN_MAX & PointSet.DIRECTION_STEPS - 1;
            int to = from + 2 * TURN_MAX + 1;
            mate[point] = NONE;
            squareOfMate[point] = radiusPx * radiusPx;
            takeNearest(probe, point, probe.rankFrom(from), probe.rankFrom(Math.min(to, PointSet.DIRECTION_STEPS)));
            if (to > PointSet.DIRECTION_STEPS) {
                takeNearest(probe, point, 0, probe.rankFrom(to - PointSet.DIRECTION_STEPS));
            }
            int taken = mate[point];
            if (taken == NONE) {
                continue;
            }
            int rival = mateOfProbe[taken];
            pairs += rival == NONE ? 1 : 0;
            if (rival == NONE || squareOfMate[point] < squareOfMate[rival]) {
                mateOfProbe[taken] = point;
            }
        }
        return pairs;
    }

    private void takeNearest(PointSet probe, int point, int firstRank, int endRank) {
        for (int rank = firstRank; rank < endRank; rank++) {
            int other = probe.pointOfRank(rank);
            float dx = x[point] - probe.x(other);
            float dy = y[point] - probe.y(other);
            float square = dx * dx + dy * dy;
            if (square < squareOfMate[point]) {
                squareOfMate[point] = square;
                mate[point] = other;
            }
        }
    }

    /** Least squares over the pairs. */
    private void refine(PointSet probe, PointSet reference, Pose pose, int pairs) {
        double ax = 0;
        double ay = 0;
        double bx = 0;
        double by = 0;
        double dot = 0;
        double cross = 0;
        for (int theirs = 0; theirs < probe.count(); theirs++) {
            int ours = mateOfProbe[theirs];
            if (ours != NONE) {
                ax += reference.x(ours);
                ay += reference.y(ours);
                bx += probe.x(theirs);
                by += probe.y(theirs);
                dot += reference.x(ours) * probe.x(theirs) + reference.y(ours) * probe.y(theirs);
                cross += reference.x(ours) * probe.y(theirs) - reference.y(ours) * probe.x(theirs);
            }
        }
        double turn = Math.atan2(cross - (ax * by - ay * bx) / pairs, dot - (ax * bx + ay * by) / pairs);
        double cos = Math.cos(turn);
        double sin = Math.sin(turn);
        pose.set((float) turn, (float) ((bx - cos * ax + sin * ay) / pairs), (float)
                ((by - sin * ax - cos * ay) / pairs));
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
            if (mateOfProbe[point] != NONE) {
                fits += (float) Math.exp(-squareOfMate[mateOfProbe[point]] / (2 * FIT_PX * FIT_PX));
            }
        }
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

        void add(float px, float py) {
            left = Math.min(left, px - MARGIN_PX);
            top = Math.min(top, py - MARGIN_PX);
            right = Math.max(right, px + MARGIN_PX);
            bottom = Math.max(bottom, py + MARGIN_PX);
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

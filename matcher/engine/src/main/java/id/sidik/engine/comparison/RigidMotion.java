package id.sidik.engine.comparison;

/**
 * A rotation and a shift that takes the minutiae of a probe to those of a reference: least squares over weighted pairs, of
 * positions and of directions. A direction counts as a second point at an arm's length from the first, so that even a single pair
 * says how far the print is turned. Mutable, allocates nothing.
 */
final class RigidMotion {
    private static final double ARM_PX = 20;

    private double weight;
    private double probeX;
    private double probeY;
    private double referenceX;
    private double referenceY;
    private double dot;
    private double cross;
    private double armDot;
    private double armCross;

    private float cos;
    private float sin;
    private float shiftX;
    private float shiftY;
    private int turn;

    /** Forgets all pairs; the motion stays until it is solved again. */
    void reset() {
        weight = 0;
        probeX = 0;
        probeY = 0;
        referenceX = 0;
        referenceY = 0;
        dot = 0;
        cross = 0;
        armDot = 0;
        armCross = 0;
    }

    void add(float pairWeight, PrintGeometry probe, int probeMinutia, PrintGeometry reference, int referenceMinutia) {
        double ax = probe.x(probeMinutia);
        double ay = probe.y(probeMinutia);
        double bx = reference.x(referenceMinutia);
        double by = reference.y(referenceMinutia);
        int turned = reference.direction(referenceMinutia) - probe.direction(probeMinutia);
        weight += pairWeight;
        probeX += pairWeight * ax;
        probeY += pairWeight * ay;
        referenceX += pairWeight * bx;
        referenceY += pairWeight * by;
        dot += pairWeight * (ax * bx + ay * by);
        cross += pairWeight * (ax * by - ay * bx);
        armDot += pairWeight * Angles.cos(turned);
        armCross += pairWeight * Angles.sin(turned);
    }

    /** The best motion for the pairs that were added; without any it stays as it was. */
    void solve() {
        if (weight == 0) {
            return;
        }
        double a = dot - (probeX * referenceX + probeY * referenceY) / weight + ARM_PX * ARM_PX * armDot;
        double b = cross - (probeX * referenceY - probeY * referenceX) / weight + ARM_PX * ARM_PX * armCross;
        double length = Math.sqrt(a * a + b * b);
        if (length < 1e-9) {
            return; // pairs that cancel each other out say nothing
        }
        cos = (float) (a / length);
        sin = (float) (b / length);
        shiftX = (float) ((referenceX - cos * probeX + sin * probeY) / weight);
        shiftY = (float) ((referenceY - sin * probeX - cos * probeY) / weight);
        turn = Angles.ofRadians(Math.atan2(b, a));
    }

    void set(RigidMotion other) {
        cos = other.cos;
        sin = other.sin;
        shiftX = other.shiftX;
        shiftY = other.shiftY;
        turn = other.turn;
    }

    float x(float probeX, float probeY) {
        return cos * probeX - sin * probeY + shiftX;
    }

    float y(float probeX, float probeY) {
        return sin * probeX + cos * probeY + shiftY;
    }

    /** The way back, from the reference to the probe. */
    float backX(float referenceX, float referenceY) {
        return cos * (referenceX - shiftX) + sin * (referenceY - shiftY);
    }

    float backY(float referenceX, float referenceY) {
        return cos * (referenceY - shiftY) - sin * (referenceX - shiftX);
    }

    /** In 256ths of a turn, clockwise on a screen. */
    int turn() {
        return turn;
    }

    /** In degrees, (-180, 180], clockwise on a screen. */
    double turnDeg() {
        return Math.toDegrees(Math.atan2(sin, cos));
    }
}

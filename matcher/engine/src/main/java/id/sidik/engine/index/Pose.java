package id.sidik.engine.index;

/** A turn about the middle of a reference's minutiae and a shift, which take it to a probe. Mutable scratch. */
final class Pose {
    float cos = 1;
    float sin;
    float shiftX;
    float shiftY;

    void set(float turnRad, float xPx, float yPx) {
        cos = (float) Math.cos(turnRad);
        sin = (float) Math.sin(turnRad);
        shiftX = xPx;
        shiftY = yPx;
    }

    /** Turns by the angle between two axes, whose lengths do not matter. */
    void align(float along, float across) {
        float length = (float) Math.sqrt(along * along + across * across);
        cos = length > 0 ? along / length : 1;
        sin = length > 0 ? across / length : 0;
    }

    float x(float referenceX, float referenceY) {
        return cos * referenceX - sin * referenceY + shiftX;
    }

    float y(float referenceX, float referenceY) {
        return sin * referenceX + cos * referenceY + shiftY;
    }

    /** The nearest of {@link PointSet#DIRECTION_STEPS}. */
    int turnSteps() {
        return Math.round(Turns.of(cos, sin) * PointSet.DIRECTION_STEPS) & (PointSet.DIRECTION_STEPS - 1);
    }
}

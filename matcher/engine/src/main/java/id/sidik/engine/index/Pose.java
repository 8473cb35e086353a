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

    float x(float referenceX, float referenceY) {
        return cos * referenceX - sin * referenceY + shiftX;
    }

    float y(float referenceX, float referenceY) {
        return sin * referenceX + cos * referenceY + shiftY;
    }

    float turnRad() {
        return (float) Math.atan2(sin, cos);
    }
}

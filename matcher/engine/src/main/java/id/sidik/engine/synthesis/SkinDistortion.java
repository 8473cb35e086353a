package id.sidik.engine.synthesis;

/**
 * How skin is pulled when a finger comes to rest: Cappelli, Maio and Maltoni, "Modelling plastic distortion in fingerprint
 * images" (2001). Where the pressure is high, within an ellipse, skin sticks to the glass; far outside it moves with the
 * bone by a drag and a twist; between, it stretches.
 */
final class SkinDistortion {
    private static final double TWIST_RAD_PER_DRAG_PX = 0.006;
    private static final double STRETCH_WIDTH = 1.3;

    private final double centreX;
    private final double centreY;
    private final double stickingHalfWidthPx;
    private final double stickingHalfHeightPx;
    private final double dragX;
    private final double dragY;
    private final double twistRad;

    SkinDistortion(Draws draws, double centreX, double centreY, double dragPx) {
        this.centreX = centreX + draws.bell(12);
        this.centreY = centreY + draws.bell(12);
        this.stickingHalfWidthPx = draws.between(35, 60);
        this.stickingHalfHeightPx = draws.between(45, 80);
        double direction = draws.between(0, 2 * StrictMath.PI);
        this.dragX = dragPx * StrictMath.cos(direction);
        this.dragY = dragPx * StrictMath.sin(direction);
        this.twistRad = dragPx * draws.noise() * TWIST_RAD_PER_DRAG_PX;
    }

    /** How far the skin at a place has moved to the right. */
    double rightPx(double x, double y) {
        return slip(x, y) * (dragX - twistRad * (y - centreY));
    }

    /** How far the skin at a place has moved down. */
    double downPx(double x, double y) {
        return slip(x, y) * (dragY + twistRad * (x - centreX));
    }

    /** 0 where the skin sticks, 1 where it moves freely, a cosine ramp between. */
    private double slip(double x, double y) {
        double u = (x - centreX) / stickingHalfWidthPx;
        double v = (y - centreY) / stickingHalfHeightPx;
        double beyond = Math.clamp((Math.sqrt(u * u + v * v) - 1) / STRETCH_WIDTH, 0, 1);
        return beyond * beyond * (3 - 2 * beyond);
    }
}

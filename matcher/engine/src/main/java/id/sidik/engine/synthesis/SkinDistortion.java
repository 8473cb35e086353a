package id.sidik.engine.synthesis;

/**
 * How skin is pulled when a finger comes to rest: Cappelli, Maio and Maltoni, "Modelling plastic distortion in fingerprint
 * images" (2001). Where the pressure is high, within an ellipse, skin sticks to the glass; far outside it moves with the
 * bone by a drag and a twist; between, it stretches.
 */
final class SkinDistortion {
    private static final double USUAL_TWIST_RAD_PER_DRAG_PX = 0.006;
    private static final double USUAL_STRETCH_WIDTH = 1.3;
    private static final double WIDE_TWIST_RAD_PER_DRAG_PX = 0.004;

    /** Of the sticking ellipse: from 24 px on, a drag of 24 px stretches skin by 1.5 · 24 / 108, a third. */
    private static final double WIDE_STRETCH_WIDTH = 4.5;

    private final double centreX;
    private final double centreY;
    private final double stickingHalfWidthPx;
    private final double stickingHalfHeightPx;
    private final double stretchWidth;
    private final double dragX;
    private final double dragY;
    private final double twistRad;

    private SkinDistortion(
            Draws draws,
            double stickingHalfWidthPx,
            double stickingHalfHeightPx,
            double stretchWidth,
            double dragPx,
            double twistRadPerDragPx,
            double centreX,
            double centreY) {
        this.centreX = centreX;
        this.centreY = centreY;
        this.stickingHalfWidthPx = stickingHalfWidthPx;
        this.stickingHalfHeightPx = stickingHalfHeightPx;
        this.stretchWidth = stretchWidth;
        double direction = draws.between(0, 2 * StrictMath.PI);
        this.dragX = dragPx * StrictMath.cos(direction);
        this.dragY = dragPx * StrictMath.sin(direction);
        this.twistRad = dragPx * draws.noise() * twistRadPerDragPx;
    }

    /** Of an ordinary touch: most of the contact area sticks, and its rim gives way to a drag of a few pixels. */
    static SkinDistortion usual(Draws draws, double dragPx) {
        double centreX = ContactArea.CENTRE_X + draws.bell(12);
        double centreY = ContactArea.CENTRE_Y + draws.bell(12);
        return new SkinDistortion(
                draws,
                draws.between(35, 60),
                draws.between(45, 80),
                USUAL_STRETCH_WIDTH,
                dragPx,
                USUAL_TWIST_RAD_PER_DRAG_PX,
                centreX,
                centreY);
    }

    /** Of a finger that is pushed or turned on the glass: a small spot sticks, and all skin around it gives way. */
    static SkinDistortion wide(Draws draws, double dragPx) {
        double centreX = ContactArea.CENTRE_X + draws.bell(20);
        double centreY = ContactArea.CENTRE_Y + draws.bell(25);
        return new SkinDistortion(
                draws, 24, 30, WIDE_STRETCH_WIDTH, dragPx, WIDE_TWIST_RAD_PER_DRAG_PX, centreX, centreY);
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
        double beyond = Math.clamp((Math.sqrt(u * u + v * v) - 1) / stretchWidth, 0, 1);
        return beyond * beyond * (3 - 2 * beyond);
    }
}

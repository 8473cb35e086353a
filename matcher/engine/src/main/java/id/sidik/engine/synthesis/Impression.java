package id.sidik.engine.synthesis;

import id.sidik.engine.image.FingerImage;

/** One touch of a finger on the glass of an optical sensor, and the picture that it leaves. */
final class Impression {
    private static final double MASTER_DPI = 500;

    /** Half axes of the usual contact ellipse, and where its middle lies on the master. */
    private static final double CONTACT_HALF_WIDTH_PX = 112;

    private static final double CONTACT_HALF_HEIGHT_PX = 142;
    private static final double CONTACT_CENTRE_Y = 0.47 * MasterPrint.HEIGHT_PX;

    /** Over this depth the ridges fade in from the border of the contact. */
    private static final double FADE_PX = 14;

    private static final int RIDGE_GREY = 50;
    private static final int GLASS_GREY = 205;

    private final MasterPrint master;
    private final ImpressionConditions conditions;
    private final SensorWindow sensor;
    private final Draws draws;

    Impression(MasterPrint master, ImpressionConditions conditions, SensorWindow sensor, Draws draws) {
        this.master = master;
        this.conditions = conditions;
        this.sensor = sensor;
        this.draws = draws;
    }

    FingerImage picture() {
        int width = sensor.widthPx();
        int height = sensor.heightPx();
        double centreX = MasterPrint.WIDTH_PX / 2.0;
        SkinDistortion skin = new SkinDistortion(draws, centreX, CONTACT_CENTRE_Y, conditions.dragPx());
        SmoothField pressure = new SmoothField(draws, MasterPrint.WIDTH_PX, MasterPrint.HEIGHT_PX, 45, 0.16);
        SmoothField raggedness = new SmoothField(draws, MasterPrint.WIDTH_PX, MasterPrint.HEIGHT_PX, 14, 0.05);
        SmoothField lighting = new SmoothField(draws, width, height, 90, 7);
        float[] fine = Texture.grain(draws, width, height, 1);
        float[] coarse = Texture.grain(draws, width, height, 3);
        double dryness = Math.max(0, -conditions.moisture());
        double wetness = Math.max(0, conditions.moisture());
        double thickness = 0.05 + 0.45 * conditions.moisture();
        double breaks = 0.10 + 0.25 * conditions.noise() + 0.45 * dryness;
        double blobs = 0.10 + 0.15 * conditions.noise() + 0.25 * wetness;
        double contrast = draws.between(0.8, 1.0) - 0.2 * dryness;
        double scale = MASTER_DPI / sensor.dpi();
        double turn = StrictMath.toRadians(conditions.rotationDeg());
        double cos = StrictMath.cos(turn) * scale;
        double sin = StrictMath.sin(turn) * scale;
        byte[] grey = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int place = y * width + x;
                double right = x - width / 2.0 - conditions.shiftXPx() / scale;
                double down = y - height / 2.0 - conditions.shiftYPx() / scale;
                double touchX = centreX + cos * right + sin * down;
                double touchY = CONTACT_CENTRE_Y - sin * right + cos * down;
                double ink = 0;
                double depth = depthPx(touchX, touchY, raggedness);
                if (depth > -FADE_PX) {
                    double skinX = touchX - skin.rightPx(touchX, touchY);
                    double skinY = touchY - skin.downPx(touchX, touchY);
                    double fade = Math.clamp(1 - depth / FADE_PX, 0, 2);
                    double height01 = master.ridgeAt(skinX, skinY)
                            + thickness
                            + pressure.at(touchX, touchY)
                            + breaks * fine[place]
                            + blobs * coarse[place]
                            - fade * (0.9 + 0.25 * fine[place]);
                    ink = Math.clamp(0.5 + 0.9 * height01, 0, 1);
                }
                double glass = GLASS_GREY + lighting.at(x, y);
                double value = glass - (glass - RIDGE_GREY) * contrast * ink + 10 * conditions.noise() * draws.noise();
                grey[place] = (byte) Math.clamp((int) (value + 0.5), 0, 255);
            }
        }
        return FingerImage.of(width, height, sensor.dpi(), grey);
    }

    /** How far inside the contact a place lies; negative outside. */
    private double depthPx(double x, double y, SmoothField raggedness) {
        double u = (x - MasterPrint.WIDTH_PX / 2.0) / CONTACT_HALF_WIDTH_PX;
        double v = (y - CONTACT_CENTRE_Y) / CONTACT_HALF_HEIGHT_PX;
        double radius = Math.sqrt(u * u + v * v) + raggedness.at(x, y);
        return (conditions.contact() - radius) * CONTACT_HALF_WIDTH_PX;
    }
}

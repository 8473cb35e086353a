package id.sidik.engine.synthesis;

import id.sidik.engine.image.FingerImage;

/** One touch of a finger on the glass of an optical sensor, and the picture that it leaves: dark ridges on lit glass. */
final class Impression {
    private static final int RIDGE_GREY = 50;
    private static final int GLASS_GREY = 205;
    private static final double LIGHT_KNOT_PX = 90;
    private static final double LIGHT_GREY_SD = 7;
    private static final double NOISE_GREY_MAX = 10;
    private static final double NOWHERE = 2;

    private final MasterPrint master;
    private final SensorWindow sensor;
    private final Placement placement;
    private final ContactArea contact;
    private final SkinDistortion skin;
    private final Touch touch;
    private final SmoothField light;
    private final double contrast;
    private final double noiseGrey;
    private final Draws draws;

    Impression(MasterPrint master, ImpressionConditions conditions, SensorWindow sensor, Draws draws) {
        this.master = master;
        this.sensor = sensor;
        this.draws = draws;
        placement = new Placement(conditions, sensor, ContactArea.CENTRE_X, ContactArea.CENTRE_Y);
        contact = new ContactArea(draws, conditions.contact() * master.size());
        skin = new SkinDistortion(draws, ContactArea.CENTRE_X, ContactArea.CENTRE_Y, conditions.dragPx());
        touch = new Touch(draws, conditions, sensor);
        light = new SmoothField(draws, sensor.widthPx(), sensor.heightPx(), LIGHT_KNOT_PX, LIGHT_GREY_SD);
        contrast = draws.between(0.8, 1.0) - 0.2 * Math.max(0, -conditions.moisture());
        noiseGrey = NOISE_GREY_MAX * conditions.noise();
    }

    FingerImage picture() {
        int width = sensor.widthPx();
        int height = sensor.heightPx();
        byte[] grey = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double glass = GLASS_GREY + light.at(x, y);
                double value = glass - (glass - RIDGE_GREY) * contrast * wetted(x, y) + noiseGrey * draws.noise();
                grey[y * width + x] = (byte) Math.clamp((int) (value + 0.5), 0, 255);
            }
        }
        return FingerImage.of(width, height, sensor.dpi(), grey);
    }

    /** How much of the glass the pixel at (x, y) sees wetted, 0 to 1. */
    private double wetted(int x, int y) {
        double touchX = placement.masterX(x, y);
        double touchY = placement.masterY(x, y);
        double fade = contact.fadeAt(touchX, touchY);
        if (fade >= NOWHERE) {
            return 0;
        }
        double skinX = touchX - skin.rightPx(touchX, touchY);
        double skinY = touchY - skin.downPx(touchX, touchY);
        return touch.wetted(master.ridgeAt(skinX, skinY), fade, touchX, touchY, y * sensor.widthPx() + x);
    }
}

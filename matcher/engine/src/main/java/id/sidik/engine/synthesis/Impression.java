package id.sidik.engine.synthesis;

import id.sidik.engine.image.FingerImage;
import java.util.function.Function;

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
    private final Flaws flaws;
    private final SmoothField light;
    private final double contrast;
    private final double noiseGrey;
    private final Draws draws;
    private final double flawNoiseGrey;
    private final Draws flawDraws;

    /**
     * @param draws for what every impression has
     * @param ofImpression and {@code ofFinger}: as in {@link Flaws}
     */
    Impression(
            MasterPrint master,
            Dials dials,
            SensorWindow sensor,
            Draws draws,
            Function<Dial, Draws> ofImpression,
            Function<Dial, Draws> ofFinger) {
        this.master = master;
        this.sensor = sensor;
        this.draws = draws;
        ImpressionConditions conditions = ImpressionConditions.moderate(draws)
                .moved(ofImpression.apply(Dial.TRANSLATION), dials.at(Dial.ROTATION), dials.at(Dial.TRANSLATION));
        double extent = conditions.contact() * master.size();
        placement = new Placement(conditions, sensor, ContactArea.CENTRE_X, ContactArea.CENTRE_Y);
        contact = new ContactArea(draws, extent);
        skin = SkinDistortion.usual(draws, conditions.dragPx());
        touch = new Touch(draws, conditions, sensor);
        flaws = new Flaws(dials, ofImpression, ofFinger, extent, sensor);
        light = new SmoothField(draws, sensor.widthPx(), sensor.heightPx(), LIGHT_KNOT_PX, LIGHT_GREY_SD);
        double usualContrast = draws.between(0.8, 1.0) - 0.2 * Math.max(0, -conditions.moisture());
        contrast = usualContrast * (1 - dials.at(Dial.LOST_CONTRAST));
        noiseGrey = NOISE_GREY_MAX * conditions.noise();
        flawNoiseGrey = dials.at(Dial.NOISE);
        flawDraws = ofImpression.apply(Dial.NOISE);
    }

    FingerImage picture() {
        int width = sensor.widthPx();
        int height = sensor.heightPx();
        byte[] grey = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double glass = GLASS_GREY + light.at(x, y);
                double value = glass - (glass - RIDGE_GREY) * contrast * wetted(x, y) + noiseGrey * draws.noise();
                value += flawDraws.bell(flawNoiseGrey);
                grey[y * width + x] = (byte) Math.clamp((int) (value + 0.5), 0, 255);
            }
        }
        return FingerImage.of(width, height, sensor.dpi(), grey);
    }

    /** How much of the glass the pixel at (x, y) sees wetted, 0 to 1. */
    private double wetted(int x, int y) {
        double touchX = placement.masterX(x, y);
        double touchY = placement.masterY(x, y);
        double fade = Math.max(contact.fadeAt(touchX, touchY), flaws.fadeAt(touchX, touchY));
        if (fade >= NOWHERE) {
            return 0;
        }
        double skinX = touchX - skin.rightPx(touchX, touchY);
        double skinY = touchY - skin.downPx(touchX, touchY);
        double wholeX = skinX - flaws.rightPx(skinX, skinY);
        double wholeY = skinY - flaws.downPx(skinX, skinY);
        int pixel = y * sensor.widthPx() + x;
        double skinHeight = master.ridgeAt(wholeX, wholeY) + flaws.heightAt(skinX, skinY, pixel);
        return touch.wetted(skinHeight, fade, touchX, touchY, pixel);
    }
}

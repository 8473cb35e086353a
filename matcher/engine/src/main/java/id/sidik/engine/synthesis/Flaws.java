package id.sidik.engine.synthesis;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * What the dials do to the skin of one impression and to its touch. Creases and scars belong to the finger and show on each of
 * its impressions that asks for them; everything else is drawn for the impression. Places are on the fingertip, in pixels.
 */
final class Flaws {
    private final SkinDistortion distortion;
    private final Moisture moisture;
    private final LostContact lostContact;
    private final List<Crease> creases;
    private final List<Scar> scars;

    /**
     * @param ofImpression fresh draws for each dial, so that none moves the effect of another
     * @param ofFinger the same for what all impressions share
     * @param extent of the contact area, as in {@link ContactArea}
     */
    Flaws(
            Dials dials,
            Function<Dial, Draws> ofImpression,
            Function<Dial, Draws> ofFinger,
            double extent,
            SensorWindow sensor) {
        distortion = SkinDistortion.wide(ofImpression.apply(Dial.DISTORTION), dials.at(Dial.DISTORTION));
        moisture =
                new Moisture(ofImpression.apply(Dial.DRYNESS), dials.at(Dial.DRYNESS), dials.at(Dial.WETNESS), sensor);
        lostContact = new LostContact(ofImpression.apply(Dial.LOST_CONTACT), dials.at(Dial.LOST_CONTACT), extent);
        Draws ofCreases = ofFinger.apply(Dial.CREASES);
        creases = several(dials.at(Dial.CREASES), _ -> new Crease(ofCreases));
        Draws ofScars = ofFinger.apply(Dial.SCARS);
        scars = several(dials.at(Dial.SCARS), _ -> new Scar(ofScars));
    }

    /** How far the skin at a place has moved to the right. */
    double rightPx(double x, double y) {
        double right = distortion.rightPx(x, y);
        for (Scar scar : scars) {
            right += scar.rightPx(x, y);
        }
        return right;
    }

    /** How far the skin at a place has moved down. */
    double downPx(double x, double y) {
        double down = distortion.downPx(x, y);
        for (Scar scar : scars) {
            down += scar.downPx(x, y);
        }
        return down;
    }

    /** As {@link ContactArea#fadeAt}: 0 where the dials take no touch away. */
    double fadeAt(double x, double y) {
        return lostContact.fadeAt(x, y);
    }

    /** What they add to the height of the skin, where ridges reach from -1 to 1; the pixel is where the sensor sees the place. */
    double heightAt(double x, double y, int pixel) {
        double height = moisture.heightAt(x, y, pixel);
        for (Crease crease : creases) {
            height -= crease.depthAt(x, y);
        }
        for (Scar scar : scars) {
            height -= scar.depthAt(x, y);
        }
        return height;
    }

    private static <T> List<T> several(double count, IntFunction<T> grown) {
        return IntStream.range(0, (int) Math.round(count)).mapToObj(grown).toList();
    }
}

package id.sidik.engine.synthesis;

import id.sidik.engine.features.FingerFeatures;
import id.sidik.engine.features.MinutiaType;
import id.sidik.engine.features.Minutiae;
import id.sidik.engine.features.RidgeField;
import java.util.Arrays;

/**
 * One touch of a {@link TemplateFinger}: turned, shifted and distorted, partly on the glass, with minutiae missed, made up, taken for
 * the other type and read a little off. How far touches differ is set so that mates are neither alike nor strangers; only strangers are fitted to real prints.
 */
final class TemplateTouch {
    private static final double TURN_SD_RAD = StrictMath.toRadians(12);
    private static final double SHIFT_RIGHT_SD_PX = 10;
    private static final double SHIFT_DOWN_SD_PX = 15;
    private static final double DRAG_PX_MAX = 6;
    private static final double WIDE_DRAG_CHANCE = 0.1;
    private static final double WIDE_DRAG_PX_MAX = 12;

    /** Of the minutiae of an impression, those that no other impression shows. */
    private static final double SPURIOUS_SHARE = 0.08;

    /** A minutia as far inside as this is seen; our extractor takes none within 7 px of the border. */
    private static final float SEEN_DEPTH_PX = 16;

    private static final float DEPTH_PX_MIN = 4;

    /** Spread of how likely a minutia is seen, from touch to touch, against the ranks of all minutiae of the finger, 0 to 1. */
    private static final double RANK_SD = 0.12;

    private static final double POSITION_SD_PX = 1.2;
    private static final double DIRECTION_SD_RAD = 0.01;
    private static final double TYPE_SHIFT_SD = 0.15;

    /** Quality by depth: that of a minutia well inside, times the share of this depth. */
    private static final float FULL_QUALITY_DEPTH_PX = 24;

    /** What a minutia well inside has above the print's mean, which those near the border lower. */
    private static final double WELL_INSIDE = 1;

    private static final double QUALITY_SD = 9;
    private static final int QUALITY_MIN = 3;

    private static final int PRINTED_MAX = 100;
    private static final int TRIES_MAX = 400;

    private final Draws draws;
    private final SensorKind sensor;
    private final TemplateFinger.Traits traits;
    private final SkinFlow flow;
    private final MinutiaeOfSkin skin;
    private final TouchedArea area;
    private final SkinDistortion distortion;
    private final float turn;
    private final float cos;
    private final float sin;
    private final float scale;
    private final float skinX;
    private final float skinY;
    private final double quality;
    private final double bifurcations;

    private final int[] from = new int[PRINTED_MAX];
    private final float[] x = new float[PRINTED_MAX];
    private final float[] y = new float[PRINTED_MAX];
    private final float[] depth = new float[PRINTED_MAX];
    private final float[] direction = new float[PRINTED_MAX];
    private int count;

    TemplateTouch(
            Draws draws, SensorKind sensor, TemplateFinger.Traits traits, SkinFlow flow, MinutiaeOfSkin minutiae) {
        this.draws = draws;
        this.sensor = sensor;
        this.traits = traits;
        this.flow = flow;
        this.skin = minutiae;
        SensorKind.Contact contact = sensor.contact();
        double size = traits.size() * StrictMath.exp(draws.bell(contact.sizeSdOfTouch()));
        this.area = new TouchedArea(
                draws,
                sensor.glass(),
                sensor.glass().widthPx() / 2.0 + contact.rightPx() + draws.bell(contact.rightSdPx()),
                sensor.glass().heightPx() / 2.0 + contact.downPx() + draws.bell(contact.downSdPx()),
                contact.halfWidthPx() * size,
                contact.halfHeightPx() * size);
        this.distortion = draws.chance(WIDE_DRAG_CHANCE)
                ? SkinDistortion.wide(draws, draws.between(0, WIDE_DRAG_PX_MAX))
                : SkinDistortion.usual(draws, draws.between(0, DRAG_PX_MAX));
        this.turn = (float) draws.bell(TURN_SD_RAD);
        this.cos = (float) StrictMath.cos(turn);
        this.sin = (float) StrictMath.sin(turn);
        this.scale = (float) sensor.scale();
        this.skinX = (float) (traits.centreX() + draws.bell(SHIFT_RIGHT_SD_PX));
        this.skinY = (float) (traits.centreY() + draws.bell(SHIFT_DOWN_SD_PX));
        this.quality = traits.quality() + draws.bell(sensor.seen().qualitySdOfTouch());
        this.bifurcations = sensor.seen().bifurcations() + draws.bell(TYPE_SHIFT_SD);
    }

    FingerFeatures features() {
        SensorKind.Glass glass = sensor.glass();
        int cols = FingerFeatures.cells(glass.widthPx());
        int rows = FingerFeatures.cells(glass.heightPx());
        byte[] steps = new byte[cols * rows];
        int cells = readField(cols, rows, steps);
        double wanted = traits.density()
                * StrictMath.exp(draws.bell(sensor.seen().densitySdOfTouch()))
                * cells
                * RidgeField.CELL_PX
                * RidgeField.CELL_PX
                / 1000;
        readMinutiae(Math.clamp(Math.round(wanted), 1, PRINTED_MAX));
        double period = traits.periodPx() + draws.bell(sensor.ridges().periodSdOfTouchPx());
        return new FingerFeatures(
                glass.widthPx(),
                glass.heightPx(),
                Math.clamp(period, 6, 13),
                bestFirst(),
                RidgeField.of(cols, rows, steps));
    }

    private int readField(int cols, int rows, byte[] steps) {
        int cells = 0;
        for (int row = 0; row < rows; row++) {
            for (int col = 0; col < cols; col++) {
                float atX = (col + 0.5f) * RidgeField.CELL_PX;
                float atY = (row + 0.5f) * RidgeField.CELL_PX;
                boolean isPrint = area.depthPx(atX, atY) > 0;
                steps[row * cols + col] =
                        isPrint ? RidgeField.stepOf(orientationAt(atX, atY) + turn) : RidgeField.OUTSIDE;
                cells += isPrint ? 1 : 0;
            }
        }
        return cells;
    }

    /** That of the skin at a place of the glass, before the turn. */
    private float orientationAt(float glassX, float glassY) {
        float right = (glassX - area.centreX()) / scale;
        float down = (glassY - area.centreY()) / scale;
        float placeX = skinX + cos * right + sin * down;
        float placeY = skinY - sin * right + cos * down;
        return flow.at(
                placeX - (float) distortion.rightPx(placeX, placeY),
                placeY - (float) distortion.downPx(placeX, placeY));
    }

    private void readMinutiae(int wanted) {
        int real = (int) Math.round(wanted * (1 - SPURIOUS_SHARE));
        readReal(real);
        for (int tries = 0; count < wanted && tries < TRIES_MAX; tries++) {
            readSpurious();
        }
    }

    /** Those that are likeliest seen, of those in touch. */
    private void readReal(int wanted) {
        long[] byRank = new long[skin.count()];
        for (int minutia = 0; minutia < byRank.length; minutia++) {
            double rank = minutia / (double) byRank.length + draws.bell(RANK_SD);
            byRank[minutia] = (long) ((rank + 1) * (1 << 24)) << 16 | minutia;
        }
        Arrays.sort(byRank);
        for (int next = 0; next < byRank.length && count < wanted; next++) {
            int minutia = (int) (byRank[next] & 0xffff);
            float right = skin.x(minutia) + (float) distortion.rightPx(skin.x(minutia), skin.y(minutia)) - skinX;
            float down = skin.y(minutia) + (float) distortion.downPx(skin.x(minutia), skin.y(minutia)) - skinY;
            float glassX = area.centreX() + scale * (cos * right - sin * down) + (float) draws.bell(POSITION_SD_PX);
            float glassY = area.centreY() + scale * (sin * right + cos * down) + (float) draws.bell(POSITION_SD_PX);
            take(minutia, glassX, glassY, skin.direction(minutia));
        }
    }

    private void readSpurious() {
        float glassX = (float) draws.between(0, sensor.glass().widthPx());
        float glassY = (float) draws.between(0, sensor.glass().heightPx());
        if (area.depthPx(glassX, glassY) > 0) {
            float along = orientationAt(glassX, glassY);
            take(-1, glassX, glassY, draws.chance(0.5) ? along : along + (float) StrictMath.PI);
        }
    }

    /** Near the border only some are seen. */
    private void take(int minutia, float glassX, float glassY, float skinDirection) {
        float depthPx = area.depthPx(glassX, glassY);
        if (depthPx < DEPTH_PX_MIN || !draws.chance(depthPx / SEEN_DEPTH_PX)) {
            return;
        }
        from[count] = minutia;
        x[count] = glassX;
        y[count] = glassY;
        depth[count] = depthPx;
        direction[count++] = skinDirection + turn + (float) draws.bell(DIRECTION_SD_RAD);
    }

    private Minutiae bestFirst() {
        int[] order = new int[count];
        for (int minutia = 0; minutia < count; minutia++) {
            double seen = (quality + WELL_INSIDE + draws.bell(QUALITY_SD))
                    * Math.min(1, depth[minutia] / FULL_QUALITY_DEPTH_PX);
            int steps = Math.clamp(Math.round(seen), QUALITY_MIN, Minutiae.QUALITY_MAX);
            order[minutia] = (Minutiae.QUALITY_MAX - steps) << 16 | minutia;
        }
        Arrays.sort(order);
        Minutiae.Builder minutiae = Minutiae.builder();
        for (int each : order) {
            int minutia = each & 0xffff;
            int steps = Minutiae.QUALITY_MAX - (each >> 16);
            minutiae.add(x[minutia], y[minutia], direction[minutia], typeOf(from[minutia]), steps);
        }
        return minutiae.build();
    }

    private MinutiaType typeOf(int minutia) {
        double draw = minutia < 0 ? draws.between(0, 1) : skin.bifurcatesFrom(minutia);
        return draw < bifurcations ? MinutiaType.BIFURCATION : MinutiaType.ENDING;
    }
}

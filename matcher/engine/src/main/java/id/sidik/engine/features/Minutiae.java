package id.sidik.engine.features;

import java.util.Arrays;
import java.util.Locale;

/**
 * The minutiae of one impression, best first, in flat arrays. Positions are in pixels at 500 dpi, x to the right and y
 * downwards, finer than a pixel. A direction is in radians, [0, 2π), from the x axis towards the y axis (clockwise on a screen);
 * it points from an ending into its ridge, and from a bifurcation into the valley between its two branches, that is, into the
 * ridge that ends there once ridges and valleys are exchanged. Immutable.
 */
public final class Minutiae {
    /** More are noise, and would cost every comparison. */
    public static final int COUNT_MAX = 255;

    /** Qualities are from 0, unknown or worst, to this. */
    public static final int QUALITY_MAX = 63;

    public static final Minutiae NONE = builder().build();

    private static final double FULL_TURN = 2 * Math.PI;

    private final float[] x;
    private final float[] y;
    private final float[] direction;
    private final MinutiaType[] type;
    private final byte[] quality;

    private Minutiae(Builder from) {
        this.x = Arrays.copyOf(from.x, from.count);
        this.y = Arrays.copyOf(from.y, from.count);
        this.direction = Arrays.copyOf(from.direction, from.count);
        this.type = Arrays.copyOf(from.type, from.count);
        this.quality = Arrays.copyOf(from.quality, from.count);
    }

    public static Builder builder() {
        return new Builder();
    }

    public int count() {
        return x.length;
    }

    public float x(int minutia) {
        return x[minutia];
    }

    public float y(int minutia) {
        return y[minutia];
    }

    public float direction(int minutia) {
        return direction[minutia];
    }

    public MinutiaType type(int minutia) {
        return type[minutia];
    }

    public int quality(int minutia) {
        return quality[minutia];
    }

    /** Keeps minutiae out of logs. */
    @Override
    public String toString() {
        return "Minutiae[" + x.length + "]";
    }

    /** Collects minutiae one by one. */
    public static final class Builder {
        private int count;
        private final float[] x = new float[COUNT_MAX];
        private final float[] y = new float[COUNT_MAX];
        private final float[] direction = new float[COUNT_MAX];
        private final MinutiaType[] type = new MinutiaType[COUNT_MAX];
        private final byte[] quality = new byte[COUNT_MAX];

        private Builder() {}

        /**
         * Adds one.
         *
         * @param directionRad any finite angle; kept within [0, 2π)
         * @param minutiaQuality 0 to {@link #QUALITY_MAX}
         * @throws IllegalArgumentException beyond these bounds, or after {@link #COUNT_MAX} minutiae
         */
        public Builder add(float xPx, float yPx, double directionRad, MinutiaType minutiaType, int minutiaQuality) {
            requireRoom();
            requireMinutia(xPx, yPx, directionRad, minutiaQuality);
            x[count] = xPx;
            y[count] = yPx;
            direction[count] = withinFullTurn(directionRad);
            type[count] = minutiaType;
            quality[count++] = (byte) minutiaQuality;
            return this;
        }

        public Minutiae build() {
            return new Minutiae(this);
        }

        private void requireRoom() {
            if (count == COUNT_MAX) {
                throw new IllegalArgumentException("An impression has at most " + COUNT_MAX + " minutiae");
            }
        }

        private static void requireMinutia(float xPx, float yPx, double directionRad, int quality) {
            boolean isPlace = xPx >= 0 && yPx >= 0 && Float.isFinite(xPx) && Float.isFinite(yPx);
            if (!isPlace || !Double.isFinite(directionRad) || quality < 0 || quality > QUALITY_MAX) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "Not a minutia: x %s, y %s px, direction %s rad, quality %d of %d",
                        xPx,
                        yPx,
                        directionRad,
                        quality,
                        QUALITY_MAX));
            }
        }

        /** Rounding to float may reach the full turn itself, which is no direction but zero. */
        private static float withinFullTurn(double radians) {
            float turned = (float) (radians - FULL_TURN * Math.floor(radians / FULL_TURN));
            return turned >= (float) FULL_TURN ? 0 : turned;
        }
    }
}

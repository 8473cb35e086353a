package id.sidik.engine.ridges;

/** Which pixels are ridge and which valley. */
final class RidgeMap {
    static final byte OUTSIDE = 0;
    static final byte RIDGE = 1;
    static final byte VALLEY = 2;

    private final int width;
    private final int height;
    private final byte[] side;

    private RidgeMap(int width, int height) {
        this.width = width;
        this.height = height;
        this.side = new byte[width * height];
    }

    /** Pixels of zero are outside. */
    static RidgeMap of(Plane ridges) {
        RidgeMap map = new RidgeMap(ridges.width, ridges.height);
        for (int i = 0; i < map.side.length; i++) {
            float value = ridges.values[i];
            map.side[i] = value < 0 ? RIDGE : value > 0 ? VALLEY : OUTSIDE;
        }
        return map;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    byte at(int x, int y) {
        return side[y * width + x];
    }

    /** The pixels of one side as {@link Thinning} wants them. */
    long[] packed(byte wanted, int words) {
        long[] bits = new long[words * (height + 2)];
        for (int y = 0; y < height; y++) {
            int row = (y + 1) * words;
            for (int x = 0; x < width; x++) {
                long bit = side[y * width + x] == wanted ? 1 : 0;
                bits[row + (x >> 6)] |= bit << x;
            }
        }
        return bits;
    }
}

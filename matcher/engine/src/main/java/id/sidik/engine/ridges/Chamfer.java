package id.sidik.engine.ridges;

/** Spreads distances over a grid in two sweeps, by steps to the 8 nearest neighbours (chamfer 3-4, Borgefors 1986): exact to 8 %. */
final class Chamfer {
    private static final float STRAIGHT = 1;
    private static final float DIAGONAL = 4f / 3;

    private final int width;
    private final int height;
    private final float[] distance;

    Chamfer(int width, int height, float[] distance) {
        this.width = width;
        this.height = height;
        this.distance = distance;
    }

    void sweep() {
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                relax(x, y, 1);
            }
        }
        for (int y = height - 1; y >= 0; y--) {
            for (int x = width - 1; x >= 0; x--) {
                relax(x, y, -1);
            }
        }
    }

    private void relax(int x, int y, int sense) {
        float nearest = distance[y * width + x];
        if (nearest > STRAIGHT) {
            nearest = Math.min(nearest, at(x - sense, y) + STRAIGHT);
            nearest = Math.min(nearest, at(x, y - sense) + STRAIGHT);
            nearest = Math.min(nearest, at(x - sense, y - sense) + DIAGONAL);
            nearest = Math.min(nearest, at(x + sense, y - sense) + DIAGONAL);
            distance[y * width + x] = nearest;
        }
    }

    private float at(int x, int y) {
        boolean isInside = x >= 0 && y >= 0 && x < width && y < height;
        return isInside ? distance[y * width + x] : Float.POSITIVE_INFINITY;
    }
}

package id.sidik.bridge.session;

import id.sidik.engine.image.FingerImage;

/**
 * Where on the glass a finger lay, by the squares of 16 px in which grey values differ as those of ridges do. The tip points to the top
 * of the image, so that a finger of which only the tip is seen lies at the bottom.
 *
 * @param share of the glass that the finger covers, 0 to 1
 * @param across of its middle, 0 at the left to 1 at the right
 * @param down of its middle, 0 at the top to 1 at the bottom
 */
public record Placement(double share, double across, double down) {
    private static final int SQUARE_PX = 16;

    /** In grey values: skin has 30 and more, glass and faint latent prints less than 10. */
    private static final double DEVIATION_MIN = 16;

    /** A middle that is nearer to the edge than this is beside the glass. */
    private static final double ASIDE = 0.36;

    static final Placement NOWHERE = new Placement(0, 0.5, 0.5);

    /** Where the finger of an image lay. Costs one pass over the pixels. */
    public static Placement of(FingerImage image) {
        int columns = image.widthPx() / SQUARE_PX;
        int rows = image.heightPx() / SQUARE_PX;
        int covered = 0;
        double across = 0;
        double down = 0;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                if (deviation(image, column * SQUARE_PX, row * SQUARE_PX) >= DEVIATION_MIN) {
                    covered++;
                    across += column + 0.5;
                    down += row + 0.5;
                }
            }
        }
        return covered == 0
                ? NOWHERE
                : new Placement((double) covered / (columns * rows), across / covered / columns, down / covered / rows);
    }

    private static double deviation(FingerImage image, int left, int top) {
        long sum = 0;
        long squares = 0;
        for (int y = top; y < top + SQUARE_PX; y++) {
            for (int x = left; x < left + SQUARE_PX; x++) {
                int grey = image.greyAt(x, y);
                sum += grey;
                squares += (long) grey * grey;
            }
        }
        double count = SQUARE_PX * SQUARE_PX;
        double mean = sum / count;
        return Math.sqrt(Math.max(0, squares / count - mean * mean));
    }

    /** What brings more of the finger onto the glass. */
    Guidance advice() {
        if (down > 1 - ASIDE) {
            return Guidance.MOVE_UP;
        }
        if (down < ASIDE) {
            return Guidance.MOVE_DOWN;
        }
        return across < ASIDE || across > 1 - ASIDE ? Guidance.CENTRE_FINGER : Guidance.PRESS_HARDER;
    }
}

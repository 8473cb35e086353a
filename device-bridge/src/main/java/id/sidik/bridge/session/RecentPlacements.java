package id.sidik.bridge.session;

import id.sidik.engine.image.FingerImage;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Remembers how the last fingers lay, coarsely and in memory only, to refuse a picture of one of them with some noise on it: skin never
 * lies twice as it lay, to the pixel. A check against replay and against what a finger leaves on the glass, not presentation attack
 * detection. Not for use by several threads.
 */
final class RecentPlacements {
    static final int PLACEMENTS_MAX = 16;

    /** Sides of the squares whose means are kept: noise goes, ridges stay. */
    private static final int SQUARE_PX = 3;

    /** Of the steps from square to square. Two placements of one finger in eight FVC sets differ by 0.94 or more of them. */
    static final double DIFFERENCE_MIN = 0.6;

    /** In grey values for each square. Less is an empty glass, of which all pictures are alike. */
    private static final double STEP_MIN = 2;

    private final Deque<Thumbnail> thumbnails = new ArrayDeque<>();

    /** Remembers how the finger lies; true unless one lay just so. */
    boolean isNew(FingerImage image) {
        Thumbnail thumbnail = Thumbnail.of(image);
        boolean isNew = thumbnails.stream().noneMatch(thumbnail::resembles);
        thumbnails.addLast(thumbnail);
        if (thumbnails.size() > PLACEMENTS_MAX) {
            thumbnails.removeFirst();
        }
        return isNew;
    }

    private static final class Thumbnail {
        private final int columns;
        private final int[] means;

        private Thumbnail(int columns, int[] means) {
            this.columns = columns;
            this.means = means;
        }

        static Thumbnail of(FingerImage image) {
            int columns = image.widthPx() / SQUARE_PX;
            int rows = image.heightPx() / SQUARE_PX;
            int[] means = new int[columns * rows];
            for (int i = 0; i < means.length; i++) {
                means[i] = mean(image, i % columns * SQUARE_PX, i / columns * SQUARE_PX);
            }
            return new Thumbnail(columns, means);
        }

        private static int mean(FingerImage image, int left, int top) {
            int sum = 0;
            for (int y = top; y < top + SQUARE_PX; y++) {
                for (int x = left; x < left + SQUARE_PX; x++) {
                    sum += image.greyAt(x, y);
                }
            }
            return sum / (SQUARE_PX * SQUARE_PX);
        }

        /** Compares the steps, not the grey values: what lies around a small print says nothing. */
        boolean resembles(Thumbnail other) {
            if (columns != other.columns || means.length != other.means.length) {
                return false;
            }
            long steps = 0;
            long difference = 0;
            for (int i = 1; i < means.length; i++) {
                int step = means[i] - means[i - 1];
                steps += Math.abs(step);
                difference += Math.abs(step - (other.means[i] - other.means[i - 1]));
            }
            return steps >= STEP_MIN * means.length && difference < DIFFERENCE_MIN * steps;
        }
    }
}

package id.sidik.engine.index;

import id.sidik.engine.index.Triplets.Triplet;

/**
 * A triplet of a reference in 32 bits.
 *
 * <pre>
 *  reference 16 | direction of the longest side 6, in 64ths of a turn | x 5 | y 5, of its middle, in 16 px from the print's, + 16
 * </pre>
 *
 * Places farther than 256 px from the middle of their print count as there: no finger is so large.
 */
final class Entry {
    static final int REFERENCE_SHIFT = 16;
    static final int TURN_SHIFT = 10;
    static final int X_SHIFT = 5;
    static final int TURN_STEPS = 64;
    static final int TURN_MASK = TURN_STEPS - 1;
    static final int PLACE_MASK = 31;
    static final int PLACE_PX = 16;

    private static final int PLACE_ZERO = 16;

    private Entry() {}

    static int of(int reference, Triplet triplet) {
        return reference << REFERENCE_SHIFT
                | turnStep(triplet) << TURN_SHIFT
                | placeStep(triplet.x) << X_SHIFT
                | placeStep(triplet.y);
    }

    static int turnStep(Triplet triplet) {
        return Math.round(triplet.turns * TURN_STEPS) & TURN_MASK;
    }

    private static int placeStep(float px) {
        return Math.clamp(Math.round(px / PLACE_PX) + PLACE_ZERO, 0, PLACE_MASK);
    }

    static int reference(int entry) {
        return entry >>> REFERENCE_SHIFT;
    }

    static int turn(int entry) {
        return entry >>> TURN_SHIFT & TURN_MASK;
    }

    static int xPx(int entry) {
        return ((entry >>> X_SHIFT & PLACE_MASK) - PLACE_ZERO) * PLACE_PX;
    }

    static int yPx(int entry) {
        return ((entry & PLACE_MASK) - PLACE_ZERO) * PLACE_PX;
    }

    /** Whether two triplets lie in about the same place of their prints, and are turned about alike: within 16 px and 11°. */
    static boolean isNear(int entry, int other) {
        return ((turn(entry) - turn(other) + 2) & TURN_MASK) <= 4
                && Math.abs(xPx(entry) - xPx(other)) <= PLACE_PX
                && Math.abs(yPx(entry) - yPx(other)) <= PLACE_PX;
    }
}

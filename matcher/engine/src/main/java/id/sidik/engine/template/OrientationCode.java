package id.sidik.engine.template;

import id.sidik.engine.features.RidgeField;

/**
 * Orientations in half their bits. Ridges hardly turn from one cell to the next: a cell is written as how far it differs from what the
 * cells on its left and above lead to expect, by a Rice code (Rice and Plaunt 1971), and in full where it differs much.
 *
 * <pre>
 *  left one outside: whether this one is inside, 1 bit
 *  left and upper one outside: the step, 6 bits
 *  else: the difference's magnitude and sign as one number z, the unary part z/2 in up to 4 one bits and a zero, z mod 2 |
 *        beyond: 5 one bits and the step, 6 bits, 63 = outside
 * </pre>
 */
final class OrientationCode {
    static final int OUTSIDE_CODE = 63;
    static final int STEP_BITS = 6;

    private static final int REST_BITS = 1;
    private static final int ONES_MAX = 5;

    private OrientationCode() {}

    /** Puts what a cell holds, next to what the two before it do; {@link RidgeField#OUTSIDE} beyond the rim. */
    static void put(BitSink out, int step, int left, int above) {
        if (left == RidgeField.OUTSIDE) {
            out.put(step == RidgeField.OUTSIDE ? 0 : 1, 1);
            if (step == RidgeField.OUTSIDE) {
                return;
            }
        }
        if (left == RidgeField.OUTSIDE && above == RidgeField.OUTSIDE) {
            out.put(step, STEP_BITS);
            return;
        }
        int ones = step == RidgeField.OUTSIDE ? ONES_MAX : number(step, left, above) >>> REST_BITS;
        if (ones >= ONES_MAX) {
            out.put((1 << ONES_MAX) - 1, ONES_MAX);
            out.put(step == RidgeField.OUTSIDE ? OUTSIDE_CODE : step, STEP_BITS);
        } else {
            out.put((1 << (ones + 1)) - 2, ones + 1);
            out.put(number(step, left, above), REST_BITS);
        }
    }

    /**
     * What {@link #put} has put.
     *
     * @throws IllegalArgumentException if it would have put it otherwise
     */
    static int take(BitSource in, int left, int above) {
        if (left == RidgeField.OUTSIDE && in.take(1) == 0) {
            return RidgeField.OUTSIDE;
        }
        if (left == RidgeField.OUTSIDE && above == RidgeField.OUTSIDE) {
            return inside(in.take(STEP_BITS));
        }
        int ones = 0;
        while (ones < ONES_MAX && in.take(1) == 1) {
            ones++;
        }
        if (ones == ONES_MAX) {
            return inFull(in.take(STEP_BITS), left, above);
        }
        int number = ones << REST_BITS | in.take(REST_BITS);
        int difference = (number & 1) == 0 ? number / 2 : -(number + 1) / 2;
        return Math.floorMod(expected(left, above) + difference, RidgeField.STEPS);
    }

    private static int inFull(int code, int left, int above) {
        if (code == OUTSIDE_CODE && left != RidgeField.OUTSIDE) {
            return RidgeField.OUTSIDE;
        }
        int step = inside(code);
        if (number(step, left, above) >>> REST_BITS < ONES_MAX) {
            throw new IllegalArgumentException("An orientation is written in more bits than it needs");
        }
        return step;
    }

    private static int inside(int code) {
        if (code >= RidgeField.STEPS) {
            throw new IllegalArgumentException("No orientation has the code " + code);
        }
        return code;
    }

    /** 0, 1, 2, 3 ... for a difference of 0, -1, 1, -2 ... steps. */
    private static int number(int step, int left, int above) {
        int difference = turn(expected(left, above), step);
        return difference < 0 ? -2 * difference - 1 : 2 * difference;
    }

    private static int expected(int left, int above) {
        if (left == RidgeField.OUTSIDE || above == RidgeField.OUTSIDE) {
            return Math.max(left, above);
        }
        return Math.floorMod(left + turn(left, above) / 2, RidgeField.STEPS);
    }

    /** The shorter way from one step to another, -30 to 29. */
    private static int turn(int from, int to) {
        return Math.floorMod(to - from + RidgeField.STEPS / 2, RidgeField.STEPS) - RidgeField.STEPS / 2;
    }
}

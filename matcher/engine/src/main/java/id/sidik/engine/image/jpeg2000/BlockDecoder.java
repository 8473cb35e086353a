package id.sidik.engine.image.jpeg2000;

import static id.sidik.engine.image.jpeg2000.CodestreamException.corrupt;

import java.util.Arrays;

/**
 * Decodes the bit planes of one code block (ISO/IEC 15444-1, annex D). All arrays have a border of one, so that every coefficient
 * has eight neighbours. Magnitudes are in halves: a coefficient whose lower planes are not sent lies in the middle of what they
 * could say.
 */
final class BlockDecoder {
    /** Orientation of a subband, which decides on the contexts of significance. */
    enum Band {
        /** Low-pass in both directions, or high-pass in the vertical one: the contexts are the same. */
        LL_OR_LH {
            @Override
            int context(int across, int down, int diagonal) {
                if (across >= 2) {
                    return 8;
                }
                if (across == 1) {
                    return down > 0 ? 7 : 5 + Math.min(diagonal, 1);
                }
                return down > 0 ? 2 + down : Math.min(diagonal, 2);
            }
        },
        HL {
            @Override
            int context(int across, int down, int diagonal) {
                return LL_OR_LH.context(down, across, diagonal);
            }
        },
        HH {
            @Override
            int context(int across, int down, int diagonal) {
                return switch (diagonal) {
                    case 0 -> Math.min(across + down, 2);
                    case 1 -> 3 + Math.min(across + down, 2);
                    case 2 -> 6 + Math.min(across + down, 1);
                    default -> 8;
                };
            }
        };

        /** The context of each packed count of significant neighbours. */
        byte[] contexts() {
            byte[] contexts = new byte[NEIGHBOUR_COUNTS];
            for (int counts = 0; counts < NEIGHBOUR_COUNTS; counts++) {
                contexts[counts] = (byte) context(counts & 3, counts >> 2 & 3, counts >> 4);
            }
            return contexts;
        }

        /** Table D.1. */
        abstract int context(int across, int down, int diagonal);
    }

    /** One bit for halves and one to spare below the sign. */
    static final int BIT_PLANES_MAX = 29;

    private static final int STRIPE_ROWS = 4;
    private static final int CONTEXTS = 19;
    private static final int FIRST_SIGN_CONTEXT = 9;
    private static final int FIRST_REFINEMENT_CONTEXT = 14;
    private static final int RUN_CONTEXT = 17;
    private static final int UNIFORM_CONTEXT = 18;
    private static final int SEGMENTATION_SYMBOL = 0b1010;

    private static final int ACROSS = 1;
    private static final int DOWN = 1 << 2;
    private static final int DIAGONAL = 1 << 4;
    private static final int NEIGHBOUR_COUNTS = 1 << 7;

    private final int width;
    private final int height;
    private final int stride;
    private final CodingStyle style;
    private final MqDecoder mq;
    private final int[] magnitudes;
    /** 0 insignificant, 1 positive, -1 negative. */
    private final byte[] signs;

    /** How many of the neighbours are significant: across (2 bits), down (2 bits) and diagonally (3 bits). */
    private final int[] neighbours;

    private final byte[] significanceContexts;
    private final boolean isVerticallyCausal;
    private final boolean[] isVisited;
    private final boolean[] isRefined;

    private BlockDecoder(int width, int height, Band band, CodingStyle style, byte[] data, int length) {
        this.width = width;
        this.height = height;
        this.stride = width + 2;
        this.style = style;
        this.mq = new MqDecoder(data, length, CONTEXTS);
        int cells = stride * (height + 2);
        this.magnitudes = new int[cells];
        this.signs = new byte[cells];
        this.neighbours = new int[cells];
        this.significanceContexts = band.contexts();
        this.isVerticallyCausal = style.hasBlockStyle(CodingStyle.VERTICALLY_CAUSAL);
        this.isVisited = new boolean[cells];
        this.isRefined = new boolean[cells];
    }

    /**
     * The coefficients of a block in halves of the lowest bit plane, row by row.
     *
     * @param bitPlanes of which the first is not empty; 1 to {@link #BIT_PLANES_MAX}
     * @param passes at most three for each bit plane but one for the first
     */
    static int[] decode(
            int width, int height, Band band, CodingStyle style, byte[] data, int length, int bitPlanes, int passes) {
        BlockDecoder decoder = new BlockDecoder(width, height, band, style, data, length);
        decoder.resetContexts();
        decoder.decode(bitPlanes, passes);
        return decoder.coefficients();
    }

    private void resetContexts() {
        for (int context = 0; context < CONTEXTS; context++) {
            mq.setState(context, 0);
        }
        mq.setState(0, 4);
        mq.setState(RUN_CONTEXT, 3);
        mq.setState(UNIFORM_CONTEXT, 46);
    }

    private void decode(int bitPlanes, int passes) {
        int plane = bitPlanes - 1;
        int kind = 2; // the first plane has a cleanup pass only
        for (int pass = 0; pass < passes; pass++) {
            switch (kind) {
                case 0 -> propagate(plane);
                case 1 -> refine(plane);
                default -> cleanUp(plane);
            }
            if (style.hasBlockStyle(CodingStyle.RESET_CONTEXTS)) {
                resetContexts();
            }
            kind = (kind + 1) % 3;
            plane -= kind == 0 ? 1 : 0;
        }
    }

    /** Significance propagation (D.3.1): what has significant neighbours. */
    private void propagate(int plane) {
        for (int stripe = 0; stripe < height; stripe += STRIPE_ROWS) {
            for (int x = 0; x < width; x++) {
                for (int y = stripe; y < Math.min(stripe + STRIPE_ROWS, height); y++) {
                    int cell = cell(x, y);
                    int context = signs[cell] == 0 ? significanceContexts[neighbours[cell]] : 0;
                    if (context != 0) {
                        isVisited[cell] = true;
                        if (mq.decode(context) == 1) {
                            becomeSignificant(cell, y, plane);
                        }
                    }
                }
            }
        }
    }

    /** Magnitude refinement (D.3.3): one more bit of what was significant before this plane. */
    private void refine(int plane) {
        for (int stripe = 0; stripe < height; stripe += STRIPE_ROWS) {
            for (int x = 0; x < width; x++) {
                for (int y = stripe; y < Math.min(stripe + STRIPE_ROWS, height); y++) {
                    int cell = cell(x, y);
                    if (signs[cell] != 0 && !isVisited[cell]) {
                        int half = 1 << plane;
                        magnitudes[cell] += mq.decode(refinementContext(cell)) == 1 ? half : -half;
                        isRefined[cell] = true;
                    }
                }
            }
        }
    }

    private int refinementContext(int cell) {
        if (isRefined[cell]) {
            return FIRST_REFINEMENT_CONTEXT + 2;
        }
        return significanceContexts[neighbours[cell]] == 0 ? FIRST_REFINEMENT_CONTEXT : FIRST_REFINEMENT_CONTEXT + 1;
    }

    /** Cleanup (D.3.4): the rest, four at a time where nothing is near. */
    private void cleanUp(int plane) {
        for (int stripe = 0; stripe < height; stripe += STRIPE_ROWS) {
            for (int x = 0; x < width; x++) {
                int y = stripe;
                if (isRunOfNothing(x, stripe)) {
                    if (mq.decode(RUN_CONTEXT) == 0) {
                        continue;
                    }
                    y += mq.decode(UNIFORM_CONTEXT) << 1 | mq.decode(UNIFORM_CONTEXT);
                    becomeSignificant(cell(x, y), y, plane);
                    y++;
                }
                for (; y < Math.min(stripe + STRIPE_ROWS, height); y++) {
                    int cell = cell(x, y);
                    if (signs[cell] == 0
                            && !isVisited[cell]
                            && mq.decode(significanceContexts[neighbours[cell]]) == 1) {
                        becomeSignificant(cell, y, plane);
                    }
                }
            }
        }
        Arrays.fill(isVisited, false);
        if (style.hasBlockStyle(CodingStyle.SEGMENTATION_SYMBOLS)) {
            requireSegmentationSymbol();
        }
    }

    private boolean isRunOfNothing(int x, int stripe) {
        if (stripe + STRIPE_ROWS > height) {
            return false;
        }
        for (int y = stripe; y < stripe + STRIPE_ROWS; y++) {
            int cell = cell(x, y);
            if (signs[cell] != 0 || isVisited[cell] || significanceContexts[neighbours[cell]] != 0) {
                return false;
            }
        }
        return true;
    }

    private void requireSegmentationSymbol() {
        int symbol = 0;
        for (int bit = 0; bit < 4; bit++) {
            symbol = symbol << 1 | mq.decode(UNIFORM_CONTEXT);
        }
        if (symbol != SEGMENTATION_SYMBOL) {
            throw corrupt("a code block is damaged");
        }
    }

    private void becomeSignificant(int cell, int y, int plane) {
        int across = Integer.signum(signs[cell - 1] + signs[cell + 1]);
        int below = isHiddenFromBelow(y) ? 0 : signs[cell + stride];
        int down = Integer.signum(signs[cell - stride] + below);
        // Table D.3: contexts 9 to 13, and whether the expected sign is negative.
        boolean isTurned = across < 0 || (across == 0 && down < 0);
        int context = FIRST_SIGN_CONTEXT + (across == 0 ? Math.abs(down) : 3 + (across > 0 ? down : -down));
        boolean isNegative = mq.decode(context) == 1 ^ isTurned;
        signs[cell] = (byte) (isNegative ? -1 : 1);
        magnitudes[cell] = 3 << plane; // the plane's bit and half of it, in halves
        tellNeighbours(cell, y);
    }

    private boolean isHiddenFromBelow(int y) {
        return y % STRIPE_ROWS == STRIPE_ROWS - 1 && isVerticallyCausal;
    }

    private void tellNeighbours(int cell, int y) {
        neighbours[cell - 1] += ACROSS;
        neighbours[cell + 1] += ACROSS;
        neighbours[cell + stride] += DOWN;
        neighbours[cell + stride - 1] += DIAGONAL;
        neighbours[cell + stride + 1] += DIAGONAL;
        if (y % STRIPE_ROWS != 0 || !isVerticallyCausal) {
            neighbours[cell - stride] += DOWN;
            neighbours[cell - stride - 1] += DIAGONAL;
            neighbours[cell - stride + 1] += DIAGONAL;
        }
    }

    private int cell(int x, int y) {
        return (y + 1) * stride + x + 1;
    }

    private int[] coefficients() {
        int[] coefficients = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                coefficients[y * width + x] = signs[cell(x, y)] * magnitudes[cell(x, y)];
            }
        }
        return coefficients;
    }
}

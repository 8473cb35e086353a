package id.sidik.engine.synthesis;

/**
 * The skin of a whole fingertip, as it is before any touch: ridges at 500 dpi, x to the right, y down.
 *
 * <p>Ridges grow as in Cappelli, Maio and Maltoni, "Synthetic fingerprint-image generation" (2000): Gabor filters tuned to
 * the local direction and period are applied over and over to a plane with a few random spots; ridges spread from the
 * spots, and minutiae appear where two fronts meet out of step.
 */
final class MasterPrint {
    static final int WIDTH_PX = 336;
    static final int HEIGHT_PX = 424;
    static final double DPI = 500;

    private static final int BORDER_PX = GaborBank.RADIUS_PX;
    static final double PERIOD_PX = 9;
    private static final double PERIOD_PX_SD = 0.6;
    private static final double PERIOD_PX_MIN = 8;
    private static final double PERIOD_PX_MAX = 10;

    private static final double SIZE_SD = 0.05;

    private static final int SPOTS = 1500;
    private static final int ROUNDS = 7;
    private static final float GROWTH = 4;

    /** The last round no longer grows: it gives ridges their rounded profile. */
    private static final float POLISH = 1.4f;

    /** Answers weaker than this are no ridge yet; without it the plane fills with denormal numbers, which are slow. */
    private static final float FAINTEST = 1e-6f;

    private static final GaborBank BANK = new GaborBank();

    private final PatternClass pattern;
    private final double periodPx;
    private final double size;
    private final float[] ridges;

    private MasterPrint(PatternClass pattern, double periodPx, double size, float[] ridges) {
        this.pattern = pattern;
        this.periodPx = periodPx;
        this.size = size;
        this.ridges = ridges;
    }

    static MasterPrint grow(Draws draws) {
        PatternClass pattern = PatternClass.draw(draws);
        OrientationField orientation = OrientationField.draw(draws, pattern, WIDTH_PX, HEIGHT_PX);
        double periodPx = Math.clamp(PERIOD_PX + draws.bell(PERIOD_PX_SD), PERIOD_PX_MIN, PERIOD_PX_MAX);
        PeriodMap periods = PeriodMap.draw(draws, orientation, periodPx, WIDTH_PX, HEIGHT_PX);
        double size = 1 + draws.bell(SIZE_SD);
        int[] filters = new int[WIDTH_PX * HEIGHT_PX];
        for (int y = 0; y < HEIGHT_PX; y++) {
            for (int x = 0; x < WIDTH_PX; x++) {
                filters[y * WIDTH_PX + x] = BANK.filter(orientation.at(x, y), periods.at(x, y));
            }
        }
        float[] ridges = spots(draws);
        for (int round = 1; round < ROUNDS; round++) {
            ridges = filtered(ridges, filters, GROWTH);
        }
        return new MasterPrint(pattern, periodPx, size, filtered(ridges, filters, POLISH));
    }

    PatternClass pattern() {
        return pattern;
    }

    /** Mean distance from one ridge to the next, 8 to 10 px. */
    double periodPx() {
        return periodPx;
    }

    /** How large the fingertip is, as a multiple of the usual: 0.83 to 1.17. */
    double size() {
        return size;
    }

    /** Height of the skin between -1 (bottom of a valley) and 1 (crest of a ridge); -1 beyond the fingertip. */
    double ridgeAt(double x, double y) {
        int column = (int) Math.floor(x);
        int row = (int) Math.floor(y);
        if (column < 0 || row < 0 || column >= WIDTH_PX - 1 || row >= HEIGHT_PX - 1) {
            return -1;
        }
        int place = row * WIDTH_PX + column;
        double fx = x - column;
        double fy = y - row;
        double upper = ridges[place] + fx * (ridges[place + 1] - ridges[place]);
        double lower = ridges[place + WIDTH_PX] + fx * (ridges[place + WIDTH_PX + 1] - ridges[place + WIDTH_PX]);
        return upper + fy * (lower - upper);
    }

    private static float[] spots(Draws draws) {
        float[] plane = new float[WIDTH_PX * HEIGHT_PX];
        for (int i = 0; i < SPOTS; i++) {
            int x = BORDER_PX + draws.below(WIDTH_PX - 2 * BORDER_PX);
            int y = BORDER_PX + draws.below(HEIGHT_PX - 2 * BORDER_PX);
            plane[y * WIDTH_PX + x] = 1;
        }
        return plane;
    }

    private static float[] filtered(float[] ridges, int[] filters, float gain) {
        int[] offsets = BANK.offsets(WIDTH_PX);
        float[] next = new float[ridges.length];
        for (int y = BORDER_PX; y < HEIGHT_PX - BORDER_PX; y++) {
            for (int x = BORDER_PX; x < WIDTH_PX - BORDER_PX; x++) {
                int place = y * WIDTH_PX + x;
                next[place] = saturated(gain * BANK.answer(filters[place], ridges, place, offsets));
            }
        }
        return next;
    }

    /** Near v for small v and never beyond 1, so that weak ridges grow and strong ones rest. */
    private static float saturated(float v) {
        if (Math.abs(v) < FAINTEST) {
            return 0;
        }
        float bounded = Math.clamp(v, -1.5f, 1.5f);
        return bounded - bounded * bounded * bounded * (4 / 27f);
    }
}

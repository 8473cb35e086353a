package id.sidik.engine.synthesis;

/**
 * The minutiae of a fingertip, in the order in which they are likely to be seen: a point process with few close pairs, more points
 * near cores and deltas, and polarities that follow the flow. Where ridges fan out new ones must begin, and where the period shrinks
 * along a ridge as well; both make neighbours point alike, as they do on real fingers.
 */
final class MinutiaeOfSkin {
    /** More than any touch shows. */
    static final int COUNT_MAX = 400;

    /** Of a minutia far from cores and deltas, against one at a core: {@code bench realism --statistics}, minutiae by place. */
    private static final float PLAIN_DENSITY = 0.36f;

    private static final float CORE_SPREAD_PX = 60;
    private static final float DELTA_SPREAD_PX = 30;

    /** Within these distances another minutia stands only so often: break, spur or lake. */
    private static final float TWIN_PX = 5;

    private static final float NEAR_PX = 8;
    private static final double TWIN_CHANCE = 0.3;
    private static final double NEAR_CHANCE = 0.85;

    /** Of those within {@link #NEAR_PX}: breaks make two endings, lakes two bifurcations. */
    private static final double TWIN_OF_ONE_TYPE = 0.7;

    /** Logits of polarity for one radian a pixel of fanning, and the spread of those by the finger's own gradients of period. */
    private static final float LOGIT_PER_FANNING = 260;

    private static final float OWN_LOGIT_SD = 2.5f;
    private static final double OWN_KNOT_PX = 40;

    private static final double CLUMP_KNOT_PX = 26;
    private static final double CLUMP_SD = 0.45;

    private final SkinFlow flow;
    private final SmoothField ownRight;
    private final SmoothField ownDown;
    private final SmoothField clumps;
    private final float[] x = new float[COUNT_MAX];
    private final float[] y = new float[COUNT_MAX];
    private final float[] direction = new float[COUNT_MAX];
    private final float[] bifurcates = new float[COUNT_MAX];
    private int count;

    private MinutiaeOfSkin(Draws draws, SkinFlow flow) {
        this.flow = flow;
        this.ownRight = new SmoothField(draws, MasterPrint.WIDTH_PX, MasterPrint.HEIGHT_PX, OWN_KNOT_PX, OWN_LOGIT_SD);
        this.ownDown = new SmoothField(draws, MasterPrint.WIDTH_PX, MasterPrint.HEIGHT_PX, OWN_KNOT_PX, OWN_LOGIT_SD);
        this.clumps = new SmoothField(draws, MasterPrint.WIDTH_PX, MasterPrint.HEIGHT_PX, CLUMP_KNOT_PX, CLUMP_SD);
    }

    /** Draws so many within a rectangle about a place of the fingertip. O(count²), some 10 µs for 80. */
    static MinutiaeOfSkin draw(
            Draws draws,
            SkinFlow flow,
            int count,
            float centreX,
            float centreY,
            float halfWidthPx,
            float halfHeightPx) {
        MinutiaeOfSkin minutiae = new MinutiaeOfSkin(draws, flow);
        int wanted = Math.min(count, COUNT_MAX);
        while (minutiae.count < wanted) {
            float x = centreX + halfWidthPx * draws.noise();
            float y = centreY + halfHeightPx * draws.noise();
            if (draws.chance(minutiae.density(x, y)) && draws.chance(minutiae.room(x, y))) {
                minutiae.add(draws, x, y);
            }
        }
        return minutiae;
    }

    /** Relative to the densest place. */
    private float density(float x, float y) {
        float bump = 0;
        for (int point = 0; point < flow.singularPoints(); point++) {
            float dx = x - flow.pointX(point);
            float dy = y - flow.pointY(point);
            float spreadPx = flow.isCore(point) ? CORE_SPREAD_PX : DELTA_SPREAD_PX;
            float share = 1 / (1 + (dx * dx + dy * dy) / (spreadPx * spreadPx));
            bump = Math.max(bump, share * share);
        }
        return (PLAIN_DENSITY + (1 - PLAIN_DENSITY) * bump) * 0.6f * (1 + (float) clumps.at(x, y));
    }

    private double room(float atX, float atY) {
        float nearest = Float.MAX_VALUE;
        for (int other = 0; other < count; other++) {
            float dx = x[other] - atX;
            float dy = y[other] - atY;
            nearest = Math.min(nearest, dx * dx + dy * dy);
        }
        if (nearest < TWIN_PX * TWIN_PX) {
            return TWIN_CHANCE;
        }
        return nearest < NEAR_PX * NEAR_PX ? NEAR_CHANCE : 1;
    }

    private void add(Draws draws, float atX, float atY) {
        x[count] = atX;
        y[count] = atY;
        direction[count] = direction(draws, atX, atY);
        int twin = draws.chance(TWIN_OF_ONE_TYPE) ? near(atX, atY) : -1;
        bifurcates[count++] = twin < 0 ? (float) draws.between(0, 1) : bifurcates[twin];
    }

    private int near(float atX, float atY) {
        for (int other = 0; other < count; other++) {
            float dx = x[other] - atX;
            float dy = y[other] - atY;
            if (dx * dx + dy * dy < NEAR_PX * NEAR_PX) {
                return other;
            }
        }
        return -1;
    }

    /** That of the ridges, one way or the other. */
    float direction(Draws draws, float atX, float atY) {
        float along = flow.at(atX, atY);
        float cos = (float) StrictMath.cos(along);
        float sin = (float) StrictMath.sin(along);
        double logit = LOGIT_PER_FANNING * flow.fanning(atX, atY, cos, sin)
                + cos * ownRight.at(atX, atY)
                + sin * ownDown.at(atX, atY);
        boolean begins = draws.chance(0.5 + 0.5 * logit / Math.sqrt(4 + logit * logit));
        return begins ? along : along + (float) StrictMath.PI;
    }

    int count() {
        return count;
    }

    float x(int minutia) {
        return x[minutia];
    }

    float y(int minutia) {
        return y[minutia];
    }

    float direction(int minutia) {
        return direction[minutia];
    }

    /** Is seen as a bifurcation by a touch that turns more than this share of all minutiae into such. */
    float bifurcatesFrom(int minutia) {
        return bifurcates[minutia];
    }
}

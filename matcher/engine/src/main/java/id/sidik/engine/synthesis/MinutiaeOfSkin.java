package id.sidik.engine.synthesis;

/**
 * The minutiae of a fingertip, in the order in which they are likely to be seen: a point process with few close pairs, dense
 * where ridges fan out and pointing the way of the fan, since new ridges must begin there. Where the period shrinks along a ridge new
 * ones begin as well. Both make neighbours point alike, as they do on real fingers.
 */
final class MinutiaeOfSkin {
    /** More than any touch shows. */
    static final int COUNT_MAX = 400;

    /** Relative density without fanning, what one radian a pixel adds, and the most: as {@code bench realism --statistics} has it. */
    private static final float PLAIN_DENSITY = 0.05f;

    private static final float DENSITY_PER_FANNING = 110;
    private static final float DENSITY_MAX = 3.0f;

    /** Within these distances another minutia stands only so often: break, spur or lake. */
    private static final float TWIN_PX = 5;

    private static final float NEAR_PX = 8;
    private static final double TWIN_CHANCE = 0.3;
    private static final double NEAR_CHANCE = 0.85;

    /** Of those within {@link #NEAR_PX}: breaks make two endings, lakes two bifurcations. */
    private static final double TWIN_OF_ONE_TYPE = 0.7;

    /** Logits of polarity for one radian a pixel of fanning, and the spread of those by the finger's own gradients of period. */
    private static final float LOGIT_PER_FANNING = 700;

    private static final float OWN_LOGIT_SD = 0.8f;
    private static final double OWN_KNOT_PX = 40;

    private final SkinFlow flow;
    private final SmoothField ownRight;
    private final SmoothField ownDown;
    private final float[] x = new float[COUNT_MAX];
    private final float[] y = new float[COUNT_MAX];
    private final float[] direction = new float[COUNT_MAX];
    private final float[] bifurcates = new float[COUNT_MAX];
    private int count;

    private MinutiaeOfSkin(Draws draws, SkinFlow flow) {
        this.flow = flow;
        this.ownRight = new SmoothField(draws, MasterPrint.WIDTH_PX, MasterPrint.HEIGHT_PX, OWN_KNOT_PX, OWN_LOGIT_SD);
        this.ownDown = new SmoothField(draws, MasterPrint.WIDTH_PX, MasterPrint.HEIGHT_PX, OWN_KNOT_PX, OWN_LOGIT_SD);
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
        FanningMap fanning = new FanningMap(
                flow, centreX, centreY, halfWidthPx, halfHeightPx, PLAIN_DENSITY, DENSITY_PER_FANNING, DENSITY_MAX);
        int wanted = Math.min(count, COUNT_MAX);
        while (minutiae.count < wanted) {
            int cell = fanning.drawCell(draws);
            float x = fanning.drawX(draws, cell);
            float y = fanning.drawY(draws, cell);
            if (draws.chance(minutiae.room(x, y))) {
                minutiae.add(draws, fanning, cell, x, y);
            }
        }
        return minutiae;
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

    private void add(Draws draws, FanningMap fanning, int cell, float atX, float atY) {
        x[count] = atX;
        y[count] = atY;
        direction[count] = direction(draws, fanning, cell, atX, atY);
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
    private float direction(Draws draws, FanningMap fanning, int cell, float atX, float atY) {
        float along = flow.at(atX, atY);
        float cos = (float) StrictMath.cos(along);
        float sin = (float) StrictMath.sin(along);
        double logit = LOGIT_PER_FANNING * fanning.fanning(cell, cos, sin)
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

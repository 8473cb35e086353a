package id.sidik.engine.ridges;

/**
 * Makes ridges out of what may be ridges, by a filter that is turned and stretched to the local flow (after Hong, Wan and Jain
 * 1998): first a band-pass across the ridges, then a blur along them. Both walk from pixel to pixel by the flow of their own
 * place, so the two together follow a ridge round its bends. Some 25 additions a pixel and pass.
 */
final class ContextualFilter {
    /** Pixels share a filter in squares of this side: the cells of the print's area. */
    private static final int SQUARE_PX = Walk.ROW;

    private static final int TURNS = 64;
    private static final int PERIODS = 16;
    private static final double SHORTEST_PX = 4.5;
    private static final double LONGEST_PX = 18;
    private static final double LOG_SPAN = Math.log(LONGEST_PX / SHORTEST_PX);

    /** Short across, so that a ridge's width may vary; long along, where there is nothing but the ridge. */
    private static final double ACROSS_SIGMA_PERIODS = 0.35;

    private static final double ACROSS_REACH_PERIODS = 1;
    private static final double ALONG_SIGMA_PERIODS = 0.65;

    /** No walk goes further. */
    private static final int MARGIN_PX = (int) Math.ceil(2 * ALONG_SIGMA_PERIODS * LONGEST_PX) + 1;

    private static final Walk[] ACROSS = new Walk[TURNS * PERIODS];
    private static final Walk[] ALONG = new Walk[TURNS * PERIODS];

    static {
        for (int turn = 0; turn < TURNS; turn++) {
            for (int period = 0; period < PERIODS; period++) {
                double angle = turn * Math.PI / TURNS;
                double px = SHORTEST_PX * Math.exp(LOG_SPAN * period / (PERIODS - 1));
                int filter = turn * PERIODS + period;
                ACROSS[filter] =
                        Walk.bandPass(angle + Math.PI / 2, px, ACROSS_SIGMA_PERIODS * px, ACROSS_REACH_PERIODS * px);
                ALONG[filter] = Walk.blur(angle, ALONG_SIGMA_PERIODS * px);
            }
        }
    }

    private final PrintArea area;
    private final int squaresAcross;
    private final short[] filterOfSquare;

    private ContextualFilter(RidgeFlow flow, PrintArea area) {
        this.area = area;
        this.squaresAcross = area.cells.width;
        this.filterOfSquare = new short[area.cells.holds.length];
        for (int square = 0; square < filterOfSquare.length; square++) {
            if (area.cells.holds[square]) {
                int col = square % squaresAcross;
                int row = square / squaresAcross;
                double x = (col + 0.5) * SQUARE_PX - 0.5;
                double y = (row + 0.5) * SQUARE_PX - 0.5;
                filterOfSquare[square] = filterFor(flow.orientationAt(x, y), flow.periodPxAt(x, y));
            }
        }
    }

    /** Ridges, which are dark, below zero and valleys above, both up to about one; zero outside the print. */
    static Plane apply(Plane signal, RidgeFlow flow, PrintArea area) {
        ContextualFilter filter = new ContextualFilter(flow, area);
        return filter.walked(filter.walked(signal, ACROSS), ALONG);
    }

    private static short filterFor(double orientation, double periodPx) {
        long turn = Math.floorMod(Math.round(orientation / Math.PI * TURNS), (long) TURNS);
        long period = Math.round(Math.log(periodPx / SHORTEST_PX) / LOG_SPAN * (PERIODS - 1));
        return (short) (turn * PERIODS + Math.clamp(period, 0, PERIODS - 1));
    }

    private Plane walked(Plane in, Walk[] walks) {
        int stride = in.width + 2 * MARGIN_PX;
        float[] framed = framed(in, stride);
        int[] offsets = new int[MARGIN_PX + 1];
        Plane out = new Plane(in.width, in.height);
        for (int square = 0; square < filterOfSquare.length; square++) {
            if (area.cells.holds[square]) {
                Walk walk = walks[filterOfSquare[square]];
                walk.offsets(stride, offsets);
                walkSquare(walk, offsets, square, framed, out);
            }
        }
        return out;
    }

    private void walkSquare(Walk walk, int[] offsets, int square, float[] framed, Plane out) {
        int left = square % squaresAcross * SQUARE_PX;
        int top = square / squaresAcross * SQUARE_PX;
        int right = Math.min(left + SQUARE_PX, out.width);
        float[] answers = new float[Walk.ROW];
        int bottom = Math.min(top + SQUARE_PX, out.height);
        int stride = out.width + 2 * MARGIN_PX;
        for (int y = top; y < bottom; y++) {
            int shift = (y + MARGIN_PX) * stride + MARGIN_PX;
            walk.at(framed, shift + left, offsets, answers);
            System.arraycopy(answers, 0, out.values, y * out.width + left, right - left);
        }
    }

    /** With zeros around, as far as walks reach. */
    private static float[] framed(Plane in, int stride) {
        float[] framed = new float[stride * (in.height + 2 * MARGIN_PX)];
        for (int y = 0; y < in.height; y++) {
            System.arraycopy(in.values, y * in.width, framed, (y + MARGIN_PX) * stride + MARGIN_PX, in.width);
        }
        return framed;
    }
}

package id.sidik.engine.ridges;

import java.util.ArrayList;
import java.util.List;

/**
 * All plane waves that ridges could locally be, in bins of {@link #TURNS} orientations over a half turn and {@link #PERIODS}
 * periods, evenly on a logarithmic scale. Bin {@code turn * PERIODS + period}.
 */
final class WaveBins {
    static final int TURNS = 20;
    static final int PERIODS = 12;
    static final int COUNT = TURNS * PERIODS;

    private static final double SHORTEST_PX = 4.5;
    private static final double LONGEST_PX = 20;
    private static final double LOG_STEP = Math.log(LONGEST_PX / SHORTEST_PX) / (PERIODS - 1);

    /** Bins from a period to its double. */
    static final int OCTAVE = (int) Math.round(Math.log(2) / LOG_STEP);

    private WaveBins() {}

    /** The period in pixels of the image at a (fractional) period bin. */
    static double periodPx(double bin) {
        return SHORTEST_PX * Math.exp(bin * LOG_STEP);
    }

    static double binOf(double periodPx) {
        return Math.log(periodPx / SHORTEST_PX) / LOG_STEP;
    }

    static double logPeriod(int bin) {
        return Math.log(SHORTEST_PX) + bin * LOG_STEP;
    }

    /** One frequency of a tile's transform, and how it is shared among four neighbouring bins. */
    record Share(int frequency, int mirrored, int bin, float weight) {}

    /**
     * How the power spectrum of a tile falls into bins. Power is divided by the radial frequency, since rings grow with it.
     *
     * @param pxPerSample pixels of the image per sample of the tile
     */
    static List<Share> shares(int side, int pxPerSample) {
        List<Share> shares = new ArrayList<>();
        for (int fy = -side / 2 + 1; fy < side / 2; fy++) {
            for (int fx = 0; fx < side / 2; fx++) {
                double radius = Math.hypot(fx, fy);
                double periodPx = pxPerSample * side / radius;
                boolean isHalfPlane = fx > 0 || fy > 0;
                if (isHalfPlane && periodPx >= SHORTEST_PX && periodPx <= LONGEST_PX) {
                    addShares(shares, side, fx, fy, periodPx);
                }
            }
        }
        return shares;
    }

    private static void addShares(List<Share> shares, int side, int fx, int fy, double periodPx) {
        double ridgeTurn = (Math.atan2(fy, fx) / Math.PI + 1.5) % 1 * TURNS;
        double period = binOf(periodPx);
        int firstTurn = (int) ridgeTurn;
        int firstPeriod = (int) period;
        int frequency = fx * side + Math.floorMod(fy, side);
        int mirrored = Math.floorMod(-fx, side) * side + Math.floorMod(-fy, side);
        for (int corner = 0; corner < 4; corner++) {
            int turn = firstTurn + (corner & 1);
            int periodBin = firstPeriod + (corner >> 1);
            double weight = (1 - Math.abs(ridgeTurn - turn)) * (1 - Math.abs(period - periodBin)) / Math.hypot(fx, fy);
            if (periodBin < PERIODS && weight > 0) {
                shares.add(new Share(frequency, mirrored, turn % TURNS * PERIODS + periodBin, (float) weight));
            }
        }
    }
}

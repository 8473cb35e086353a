package id.sidik.engine.quality;

import id.sidik.engine.features.RidgeField;
import id.sidik.engine.ridges.RidgeAnalysis;
import java.util.Arrays;

/**
 * How well a print shows its ridges. Each cell of its field is asked how far what the sensor saw is what the filter made of it: the
 * correlation of the two is 1 for perfect ridges, and falls with noise, breaks, blots, blur and the print's own fringe.
 *
 * @param typical correlation of the middle cell, -1 to 1
 * @param weakest correlation that nine cells of ten exceed: what is unclear somewhere is missing there
 * @param ridgeShare how much of a ridge and its valley is ridge, 0 to 1; about 0.4 for skin that is neither dry nor wet
 * @param sharpness slope of the edges, where 1 is that of a sine wave of the print's ridge period
 * @param continuity correlation of what is seen at one place and half a period further along the ridge, -1 to 1: ridges go on,
 *     while in whatever has two crossing patterns one of them turns into its opposite
 */
record RidgeClarity(double typical, double weakest, double ridgeShare, double sharpness, double continuity) {
    /** Every second pixel of every second row: a ridge still has four of them across, and it costs a quarter. */
    private static final int STRIDE_PX = 2;

    /** Reads a quarter of the print's pixels once. */
    static RidgeClarity of(RidgeAnalysis analysis) {
        RidgeField field = analysis.features().field();
        double[] correlations = new double[field.cols() * field.rows()];
        int cells = 0;
        double halfPeriodPx = analysis.features().ridgePeriodPx() / 2;
        Sums all = new Sums(0, 0);
        for (int row = 0; row < field.rows(); row++) {
            for (int col = 0; col < field.cols(); col++) {
                int step = field.stepAt(col, row);
                if (step != RidgeField.OUTSIDE) {
                    double orientation = step * Math.PI / RidgeField.STEPS;
                    Sums cell = new Sums((int) Math.round(halfPeriodPx * Math.cos(orientation)), (int)
                            Math.round(halfPeriodPx * Math.sin(orientation)));
                    cell.add(analysis, col * RidgeField.CELL_PX, row * RidgeField.CELL_PX);
                    correlations[cells++] = cell.correlation();
                    all.add(cell);
                }
            }
        }
        Arrays.sort(correlations, 0, cells);
        return new RidgeClarity(
                cells == 0 ? 0 : correlations[cells / 2],
                cells == 0 ? 0 : correlations[cells / 10],
                all.ridgeShare(),
                all.slope() * analysis.features().ridgePeriodPx() / (2 * Math.PI),
                all.continuity());
    }

    /** Sums over pixels: of powers of the signal, of its products with the filtered ridges, and of its change from place to place. */
    private static final class Sums {
        private double seen;
        private double filtered;
        private double both;
        private int pixels;
        private double first;
        private double second;
        private double third;
        private double slopes;
        private double along;
        private final int alongX;
        private final int alongY;

        Sums(int alongX, int alongY) {
            this.alongX = alongX;
            this.alongY = alongY;
        }

        void add(RidgeAnalysis analysis, int left, int top) {
            int right = Math.min(left + RidgeField.CELL_PX, analysis.features().widthPx() - 1);
            int bottom = Math.min(top + RidgeField.CELL_PX, analysis.features().heightPx() - 1);
            for (int y = top; y < bottom; y += STRIDE_PX) {
                for (int x = left; x < right; x += STRIDE_PX) {
                    float signal = analysis.signalAt(x, y);
                    float ridge = analysis.ridgeAt(x, y);
                    seen += signal * signal;
                    filtered += ridge * ridge;
                    both += signal * ridge;
                    if (ridge != 0) {
                        float across = analysis.signalAt(x + 1, y) - signal;
                        float down = analysis.signalAt(x, y + 1) - signal;
                        along += signal * analysis.signalAt(x + alongX, y + alongY);
                        addInside(signal, across * across + down * down);
                    }
                }
            }
        }

        private void addInside(float signal, float slope) {
            pixels++;
            first += signal;
            second += signal * signal;
            third += signal * signal * signal;
            slopes += slope;
        }

        void add(Sums cell) {
            pixels += cell.pixels;
            first += cell.first;
            second += cell.second;
            third += cell.third;
            slopes += cell.slopes;
            along += cell.along;
        }

        double correlation() {
            double power = Math.sqrt(seen * filtered);
            return power == 0 ? 0 : both / power;
        }

        double continuity() {
            return second == 0 ? 0 : along / second;
        }

        private double variance() {
            double mean = first / pixels;
            return second / pixels - mean * mean;
        }

        /** The share of dark pixels that an image of two greys would have whose skewness is that of this one. */
        double ridgeShare() {
            if (pixels == 0 || variance() <= 0) {
                return 0;
            }
            double mean = first / pixels;
            double moment = third / pixels - 3 * mean * variance() - mean * mean * mean;
            double skewness = moment / Math.pow(variance(), 1.5);
            return (1 + skewness / Math.sqrt(4 + skewness * skewness)) / 2;
        }

        /** Root mean square of the difference between neighbours, in spreads of the signal. */
        double slope() {
            return pixels == 0 || variance() <= 0 ? 0 : Math.sqrt(slopes / pixels / variance());
        }
    }
}

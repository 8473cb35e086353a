package id.sidik.engine.ridges;

import java.util.Arrays;

/**
 * Finds the one wave that each cell most probably holds. Ridges are continuous: a belief over all waves starts as the cell's own
 * spectrum, and is multiplied by the blurred belief of its neighbourhood a few times, so that a smudged cell takes the wave that
 * its neighbours expect and its own spectrum allows.
 */
final class FlowEstimation {
    private static final double USUAL_PERIOD_PX = 9;
    private static final double PRINT_PERIOD_SPREAD = 0.28;
    private static final double CELL_PERIOD_SPREAD = 0.5;
    private static final int PASSES = 3;
    private static final double NEIGHBOURHOOD_SIGMA_PX = 16;
    private static final float DOUBT = 0.02f;
    private static final double SMOOTHING_PX = 6.4;

    private static final int TURNS = WaveBins.TURNS;
    private static final int PERIODS = WaveBins.PERIODS;

    private final LocalSpectra spectra;
    private final int cells;
    private final float[] weight;

    private FlowEstimation(LocalSpectra spectra) {
        this.spectra = spectra;
        this.cells = spectra.cols * spectra.rows;
        this.weight = new float[cells];
        for (int cell = 0; cell < cells; cell++) {
            weight[cell] = (float) Math.sqrt(spectra.power[cell]);
        }
    }

    static RidgeFlow of(LocalSpectra spectra) {
        return new FlowEstimation(spectra).estimate();
    }

    private RidgeFlow estimate() {
        double periodPx = usualPeriodPx();
        float[][] likelihood = likelihood(periodPx);
        float[][] belief = likelihood;
        for (int pass = 0; pass < PASSES; pass++) {
            belief = updated(likelihood, neighbourhood(belief));
        }
        return read(belief, periodPx);
    }

    /** The commonest period of clear cells, under a weak expectation of what fingers have. */
    private double usualPeriodPx() {
        double[] histogram = new double[PERIODS];
        for (int cell = 0; cell < cells; cell++) {
            float[] share = withoutOvertones(spectra.shares[cell]);
            float peak = max(share);
            for (int bin = 0; bin < WaveBins.COUNT; bin++) {
                if (share[bin] > peak / 2) {
                    histogram[bin % PERIODS] += (double) spectra.power[cell] * peak * peak * share[bin];
                }
            }
        }
        for (int period = 0; period < PERIODS; period++) {
            histogram[period] *= expectation(period, USUAL_PERIOD_PX, PRINT_PERIOD_SPREAD);
        }
        return WaveBins.periodPx(peakOf(histogram));
    }

    /**
     * Ridges with sharp edges, or much wider than their valleys, put power at half their period, too. As much as the ridges
     * themselves have is given back, or a wet print would seem to have twice as many ridges.
     */
    private static float[] withoutOvertones(float[] share) {
        float[] out = share.clone();
        for (int turn = 0; turn < TURNS; turn++) {
            for (int period = PERIODS - 1; period >= WaveBins.OCTAVE; period--) {
                int ridge = turn * PERIODS + period;
                float overtone = Math.min(out[ridge - WaveBins.OCTAVE], out[ridge]);
                out[ridge - WaveBins.OCTAVE] -= overtone;
                out[ridge] += overtone;
            }
        }
        return out;
    }

    private static double expectation(int period, double periodPx, double spread) {
        double distance = (WaveBins.logPeriod(period) - Math.log(periodPx)) / spread;
        return Math.exp(-distance * distance / 2);
    }

    private static double peakOf(double[] histogram) {
        int best = 0;
        for (int i = 1; i < histogram.length; i++) {
            best = histogram[i] > histogram[best] ? i : best;
        }
        double sum = 0;
        double moment = 0;
        for (int i = Math.max(0, best - 1); i <= Math.min(histogram.length - 1, best + 1); i++) {
            sum += histogram[i];
            moment += i * histogram[i];
        }
        return sum > 0 ? moment / sum : best;
    }

    private float[][] likelihood(double periodPx) {
        float[] expected = new float[PERIODS];
        for (int period = 0; period < PERIODS; period++) {
            expected[period] = (float) expectation(period, periodPx, CELL_PERIOD_SPREAD);
        }
        float[][] out = new float[cells][WaveBins.COUNT];
        for (int cell = 0; cell < cells; cell++) {
            for (int bin = 0; bin < WaveBins.COUNT; bin++) {
                out[cell][bin] = spectra.shares[cell][bin] * expected[bin % PERIODS];
            }
        }
        return out;
    }

    /** Beliefs blurred over space, cells with much power counting more. */
    private float[][] neighbourhood(float[][] belief) {
        float[] kernel = Plane.gaussian(NEIGHBOURHOOD_SIGMA_PX / LocalSpectra.CELL_PX);
        float[][] alongRows = new float[cells][WaveBins.COUNT];
        float[][] out = new float[cells][WaveBins.COUNT];
        int radius = kernel.length - 1;
        for (int cell = 0; cell < cells; cell++) {
            int col = cell % spectra.cols;
            for (int k = -radius; k <= radius; k++) {
                int from = cell - col + Math.clamp(col + k, 0, spectra.cols - 1);
                if (weight[from] > 0) {
                    addScaled(alongRows[cell], belief[from], kernel[Math.abs(k)] * weight[from]);
                }
            }
        }
        for (int cell = 0; cell < cells; cell++) {
            int row = cell / spectra.cols;
            if (weight[cell] == 0) {
                continue;
            }
            for (int k = -radius; k <= radius; k++) {
                int from = Math.clamp(row + k, 0, spectra.rows - 1) * spectra.cols + cell % spectra.cols;
                addScaled(out[cell], alongRows[from], kernel[Math.abs(k)]);
            }
        }
        return out;
    }

    private static void addScaled(float[] to, float[] from, float scale) {
        for (int i = 0; i < to.length; i++) {
            to[i] += scale * from[i];
        }
    }

    private float[][] updated(float[][] likelihood, float[][] neighbourhood) {
        float[][] out = new float[cells][WaveBins.COUNT];
        for (int cell = 0; cell < cells; cell++) {
            if (weight[cell] == 0) {
                continue;
            }
            float scale = 1 / Math.max(max(neighbourhood[cell]), Float.MIN_NORMAL);
            float sum = 0;
            for (int bin = 0; bin < WaveBins.COUNT; bin++) {
                float prior = neighbourhood[cell][bin] * scale + DOUBT;
                float value = likelihood[cell][bin] * prior * (float) Math.sqrt(prior);
                out[cell][bin] = value;
                sum += value;
            }
            if (sum > 0) {
                for (int bin = 0; bin < WaveBins.COUNT; bin++) {
                    out[cell][bin] /= sum;
                }
            }
        }
        return out;
    }

    private RidgeFlow read(float[][] belief, double periodPx) {
        Plane cos2 = new Plane(spectra.cols, spectra.rows);
        Plane sin2 = new Plane(spectra.cols, spectra.rows);
        Plane periodBin = new Plane(spectra.cols, spectra.rows);
        Plane confidence = new Plane(spectra.cols, spectra.rows);
        Arrays.fill(periodBin.values, (float) WaveBins.binOf(periodPx));
        for (int cell = 0; cell < cells; cell++) {
            int turn = peakTurn(belief[cell]);
            double period = meanPeriod(belief[cell], turn);
            if (!Double.isNaN(period)) {
                periodBin.values[cell] = (float) period;
                float sure = powerNear(spectra.shares[cell], turn, (int) Math.round(period));
                confidence.values[cell] = sure;
                double angle = 2 * meanOrientation(belief[cell], turn);
                cos2.values[cell] = (float) (Math.cos(angle) * weight[cell] * sure);
                sin2.values[cell] = (float) (Math.sin(angle) * weight[cell] * sure);
            }
        }
        double sigma = SMOOTHING_PX / LocalSpectra.CELL_PX;
        return new RidgeFlow(
                cos2.blurred(sigma),
                sin2.blurred(sigma),
                periodBin.blurred(12.0 / LocalSpectra.CELL_PX),
                confidence.blurred(8.0 / LocalSpectra.CELL_PX),
                periodPx);
    }

    private static int peakTurn(float[] belief) {
        int best = 0;
        float most = -1;
        for (int turn = 0; turn < TURNS; turn++) {
            float sum = 0;
            for (int period = 0; period < PERIODS; period++) {
                sum += belief[turn * PERIODS + period];
            }
            if (sum > most) {
                most = sum;
                best = turn;
            }
        }
        return best;
    }

    private static double meanOrientation(float[] belief, int turn) {
        double sum = 0;
        double moment = 0;
        for (int d = -3; d <= 3; d++) {
            int start = Math.floorMod(turn + d, TURNS) * PERIODS;
            for (int period = 0; period < PERIODS; period++) {
                sum += belief[start + period];
                moment += d * belief[start + period];
            }
        }
        return (turn + moment / sum) * Math.PI / TURNS;
    }

    private static double meanPeriod(float[] belief, int turn) {
        double sum = 0;
        double moment = 0;
        for (int d = -2; d <= 2; d++) {
            int start = Math.floorMod(turn + d, TURNS) * PERIODS;
            for (int period = 0; period < PERIODS; period++) {
                sum += belief[start + period];
                moment += period * belief[start + period];
            }
        }
        return moment / sum;
    }

    /** Of the spectrum itself, not of the belief: what was only expected is not seen. */
    private static float powerNear(float[] share, int turn, int period) {
        float sum = 0;
        for (int d = -2; d <= 2; d++) {
            int start = Math.floorMod(turn + d, TURNS) * PERIODS;
            for (int p = Math.max(0, period - 2); p <= Math.min(PERIODS - 1, period + 2); p++) {
                sum += share[start + p];
            }
        }
        return sum;
    }

    private static float max(float[] values) {
        float max = 0;
        for (float value : values) {
            max = Math.max(max, value);
        }
        return max;
    }
}

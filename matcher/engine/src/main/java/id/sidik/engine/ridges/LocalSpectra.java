package id.sidik.engine.ridges;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The power spectrum around each cell of a print, in {@link WaveBins} (short-time Fourier analysis, after Chikkerur, Cartwright
 * and Govindaraju 2007). Computed at half resolution, where ridges still have more than two samples, in a Gaussian window that
 * sees about three ridges.
 */
final class LocalSpectra {
    /** Side of a cell. The window is wide enough for the spectra of neighbouring cells to overlap. */
    static final int CELL_PX = 16;

    private static final int PX_PER_SAMPLE = 2;
    private static final int SIDE = TileTransform.SIDE;
    private static final double WINDOW_SIGMA_SAMPLES = 6.5;

    private static final float[] WINDOW = new float[SIDE * SIDE];
    private static final int[] FREQUENCY;
    private static final int[] MIRRORED;
    private static final int[] BIN;
    private static final float[] WEIGHT;

    static {
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                double dx = x - (SIDE - 1) / 2.0;
                double dy = y - (SIDE - 1) / 2.0;
                WINDOW[y * SIDE + x] =
                        (float) Math.exp(-(dx * dx + dy * dy) / (2 * WINDOW_SIGMA_SAMPLES * WINDOW_SIGMA_SAMPLES));
            }
        }
        List<WaveBins.Share> shares = WaveBins.shares(SIDE, PX_PER_SAMPLE);
        FREQUENCY = shares.stream().mapToInt(WaveBins.Share::frequency).toArray();
        MIRRORED = shares.stream().mapToInt(WaveBins.Share::mirrored).toArray();
        BIN = shares.stream().mapToInt(WaveBins.Share::bin).toArray();
        WEIGHT = new float[shares.size()];
        for (int i = 0; i < WEIGHT.length; i++) {
            WEIGHT[i] = shares.get(i).weight();
        }
    }

    final int cols;
    final int rows;

    /** Per cell: the spectrum, summing to one unless the cell is flat. */
    final float[][] shares;

    /** Per cell: the power within the bins. */
    final float[] power;

    private LocalSpectra(int cols, int rows) {
        this.cols = cols;
        this.rows = rows;
        this.shares = new float[cols * rows][WaveBins.COUNT];
        this.power = new float[cols * rows];
    }

    /** Cells without contrast are left flat: there are no ridges to find. */
    static LocalSpectra of(Plane signal, ContrastMap contrast) {
        Plane half = halved(signal);
        LocalSpectra spectra = new LocalSpectra(cells(signal.width), cells(signal.height));
        float[] re = new float[SIDE * SIDE];
        float[] im = new float[SIDE * SIDE];
        int[] cells = spectra.cellsWith(contrast);
        for (int i = 0; i < cells.length; i += 2) {
            int first = cells[i];
            int second = cells[Math.min(i + 1, cells.length - 1)];
            spectra.cut(half, first, re);
            spectra.cut(half, second, im);
            TileTransform.forward(re, im);
            spectra.collect(re, im, first, second);
        }
        for (int cell : cells) {
            spectra.normalise(cell);
        }
        return spectra;
    }

    private int[] cellsWith(ContrastMap contrast) {
        return IntStream.range(0, cols * rows)
                .filter(cell -> contrast.mayHoldRidges(middlePx(cell % cols), middlePx(cell / cols)))
                .toArray();
    }

    private static int middlePx(int colOrRow) {
        return colOrRow * CELL_PX + CELL_PX / 2;
    }

    private static int cells(int sidePx) {
        return (sidePx + CELL_PX - 1) / CELL_PX;
    }

    private static Plane halved(Plane signal) {
        Plane half = new Plane(signal.width / 2, signal.height / 2);
        for (int y = 0; y < half.height; y++) {
            for (int x = 0; x < half.width; x++) {
                int i = 2 * y * signal.width + 2 * x;
                half.values[y * half.width + x] = (signal.values[i]
                                + signal.values[i + 1]
                                + signal.values[i + signal.width]
                                + signal.values[i + signal.width + 1])
                        / 4;
            }
        }
        return half;
    }

    /** Beyond the image there is nothing. */
    private void cut(Plane half, int cell, float[] tile) {
        int left = middlePx(cell % cols) / PX_PER_SAMPLE - SIDE / 2;
        int top = middlePx(cell / cols) / PX_PER_SAMPLE - SIDE / 2;
        for (int y = 0; y < SIDE; y++) {
            boolean isRow = top + y >= 0 && top + y < half.height;
            for (int x = 0; x < SIDE; x++) {
                boolean isInside = isRow && left + x >= 0 && left + x < half.width;
                int i = y * SIDE + x;
                tile[i] = isInside ? half.values[(top + y) * half.width + left + x] * WINDOW[i] : 0;
            }
        }
    }

    /** One complex transform holds the spectra of two real tiles: its parts even and odd under reflection. */
    private void collect(float[] re, float[] im, int first, int second) {
        float[] firstShares = shares[first];
        float[] secondShares = new float[WaveBins.COUNT];
        for (int i = 0; i < BIN.length; i++) {
            int f = FREQUENCY[i];
            int g = MIRRORED[i];
            float ar = re[f] + re[g];
            float ai = im[f] - im[g];
            float br = im[f] + im[g];
            float bi = re[g] - re[f];
            firstShares[BIN[i]] += WEIGHT[i] * (ar * ar + ai * ai);
            secondShares[BIN[i]] += WEIGHT[i] * (br * br + bi * bi);
        }
        if (second != first) {
            shares[second] = secondShares;
        }
    }

    private void normalise(int cell) {
        float sum = 0;
        for (float share : shares[cell]) {
            sum += share;
        }
        power[cell] = sum;
        if (sum > 0) {
            for (int bin = 0; bin < WaveBins.COUNT; bin++) {
                shares[cell][bin] /= sum;
            }
        }
    }
}

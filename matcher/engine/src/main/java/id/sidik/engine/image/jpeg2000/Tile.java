package id.sidik.engine.image.jpeg2000;

import static id.sidik.engine.image.jpeg2000.CodestreamException.unsupported;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A rectangle of the picture that is coded by itself (ISO/IEC 15444-1, annex B): resolutions of up to three subbands each, cut
 * into precincts, these into code blocks. Coefficients lie in one array of the tile's size, the subbands of the lowest resolution
 * in its upper left corner, so that each inverse wavelet level works in place.
 */
final class Tile {
    /** Bounds what a header of few bytes makes us allocate. Usual are one precinct a resolution, and blocks of 64 x 64. */
    private static final int PRECINCTS_MAX = 16 * 1024;

    private static final int BLOCKS_MAX = 256 * 1024;
    private static final int SAMPLE_BITS = 8;

    private final int x0;
    private final int y0;
    private final int x1;
    private final int y1;
    private final CodingStyle style;
    private final Quantization quantization;
    private final List<Precinct> precincts = new ArrayList<>();
    private final List<Subband> subbands = new ArrayList<>();
    private int blockCount;

    /** A subband with the code blocks of all precincts. */
    private record Subband(int index, BlockDecoder.Band contexts, int gainBits, List<CodeBlock> blocks) {}

    /** Bounds of a rectangle; x1 and y1 lie outside. */
    private record Area(int x0, int y0, int x1, int y1) {
        int width() {
            return x1 - x0;
        }

        int height() {
            return y1 - y0;
        }

        boolean isEmpty() {
            return x0 >= x1 || y0 >= y1;
        }
    }

    Tile(int x0, int y0, int x1, int y1, CodingStyle style, Quantization quantization) {
        this.x0 = x0;
        this.y0 = y0;
        this.x1 = x1;
        this.y1 = y1;
        this.style = style;
        this.quantization = quantization;
        for (int resolution = 0; resolution <= style.levels(); resolution++) {
            addResolution(resolution);
        }
    }

    int x0() {
        return x0;
    }

    int y0() {
        return y0;
    }

    int width() {
        return x1 - x0;
    }

    int height() {
        return y1 - y0;
    }

    /** The tile at a resolution, of which each is half as large as the next (B-14). */
    private Area areaOf(int resolution) {
        int shift = style.levels() - resolution;
        return new Area(halved(x0, shift, 0), halved(y0, shift, 0), halved(x1, shift, 0), halved(y1, shift, 0));
    }

    /** A bound of a subband (B-15); {@code isHigh} is 1 where the subband is high-pass in this direction. */
    private static int halved(int bound, int levels, int isHigh) {
        long offset = isHigh == 0 ? 0 : 1L << (levels - 1);
        return Math.toIntExact(Math.ceilDiv(bound - offset, 1L << levels));
    }

    private void addResolution(int resolution) {
        List<Subband> bands = new ArrayList<>();
        List<Area> areas = new ArrayList<>();
        if (resolution == 0) {
            bands.add(new Subband(0, BlockDecoder.Band.LL_OR_LH, 0, new ArrayList<>()));
            areas.add(areaOf(0));
        } else {
            int level = style.levels() - resolution + 1;
            int first = 3 * resolution - 2;
            bands.add(new Subband(first, BlockDecoder.Band.HL, 1, new ArrayList<>()));
            areas.add(areaOfBand(level, 1, 0));
            bands.add(new Subband(first + 1, BlockDecoder.Band.LL_OR_LH, 1, new ArrayList<>()));
            areas.add(areaOfBand(level, 0, 1));
            bands.add(new Subband(first + 2, BlockDecoder.Band.HH, 2, new ArrayList<>()));
            areas.add(areaOfBand(level, 1, 1));
        }
        subbands.addAll(bands);
        addPrecincts(resolution, bands, areas);
    }

    private Area areaOfBand(int level, int isHighAcross, int isHighDown) {
        return new Area(
                halved(x0, level, isHighAcross),
                halved(y0, level, isHighDown),
                halved(x1, level, isHighAcross),
                halved(y1, level, isHighDown));
    }

    /** B.6: precincts are cells of a grid that begins at the origin of the resolution, not of the tile. */
    private void addPrecincts(int resolution, List<Subband> bands, List<Area> areas) {
        Area area = areaOf(resolution);
        if (area.isEmpty()) {
            return;
        }
        int widthExponent = style.precinctWidthExponent(resolution);
        int heightExponent = style.precinctHeightExponent(resolution);
        if (resolution > 0 && (widthExponent == 0 || heightExponent == 0)) {
            throw CodestreamException.corrupt("its precincts are smaller than a coefficient");
        }
        int firstCol = area.x0 >> widthExponent;
        int firstRow = area.y0 >> heightExponent;
        int endCol = Math.ceilDiv(area.x1, 1 << widthExponent);
        int endRow = Math.ceilDiv(area.y1, 1 << heightExponent);
        if (precincts.size() + (long) (endCol - firstCol) * (endRow - firstRow) > PRECINCTS_MAX) {
            throw unsupported("it has more than " + PRECINCTS_MAX + " precincts a tile");
        }
        int shift = style.levels() - resolution;
        for (int row = firstRow; row < endRow; row++) {
            for (int col = firstCol; col < endCol; col++) {
                List<Precinct.BlockGrid> grids = new ArrayList<>();
                for (int band = 0; band < bands.size(); band++) {
                    addBlocks(resolution, col, row, bands.get(band), areas.get(band), grids);
                }
                long x = Math.max(x0, (long) col << (widthExponent + shift));
                long y = Math.max(y0, (long) row << (heightExponent + shift));
                precincts.add(new Precinct(x, y, resolution, grids));
            }
        }
    }

    /** B.7: code blocks are cells of a grid at the origin of the subband, cut by the precinct and the subband. */
    private void addBlocks(int resolution, int col, int row, Subband band, Area area, List<Precinct.BlockGrid> grids) {
        int halving = resolution == 0 ? 0 : 1;
        int widthExponent = style.precinctWidthExponent(resolution) - halving;
        int heightExponent = style.precinctHeightExponent(resolution) - halving;
        Area precinct = new Area(
                Math.max(area.x0, col << widthExponent),
                Math.max(area.y0, row << heightExponent),
                (int) Math.min(area.x1, (col + 1L) << widthExponent),
                (int) Math.min(area.y1, (row + 1L) << heightExponent));
        if (precinct.isEmpty()) {
            return;
        }
        int blockWidthExponent = Math.min(style.blockWidthExponent(), widthExponent);
        int blockHeightExponent = Math.min(style.blockHeightExponent(), heightExponent);
        int firstCol = precinct.x0 >> blockWidthExponent;
        int firstRow = precinct.y0 >> blockHeightExponent;
        int cols = Math.ceilDiv(precinct.x1, 1 << blockWidthExponent) - firstCol;
        int rows = Math.ceilDiv(precinct.y1, 1 << blockHeightExponent) - firstRow;
        blockCount += cols * rows;
        if (blockCount > BLOCKS_MAX) {
            throw unsupported("it has more than " + BLOCKS_MAX + " code blocks a tile");
        }
        List<CodeBlock> blocks = new ArrayList<>(cols * rows);
        for (int blockRow = firstRow; blockRow < firstRow + rows; blockRow++) {
            for (int blockCol = firstCol; blockCol < firstCol + cols; blockCol++) {
                int left = Math.max(precinct.x0, blockCol << blockWidthExponent);
                int top = Math.max(precinct.y0, blockRow << blockHeightExponent);
                int right = Math.min(precinct.x1, (blockCol + 1) << blockWidthExponent);
                int bottom = Math.min(precinct.y1, (blockRow + 1) << blockHeightExponent);
                int offset = offsetOf(resolution, band) + (top - area.y0) * width() + left - area.x0;
                blocks.add(new CodeBlock(offset, right - left, bottom - top));
            }
        }
        band.blocks().addAll(blocks);
        grids.add(new Precinct.BlockGrid(cols, rows, blocks));
    }

    /** Where a subband begins: behind the low-pass part in each direction in which it is high-pass. */
    private int offsetOf(int resolution, Subband band) {
        if (resolution == 0) {
            return 0;
        }
        Area lower = areaOf(resolution - 1);
        return switch (band.index() % 3) {
            case 1 -> lower.width();
            case 2 -> lower.height() * width();
            default -> lower.height() * width() + lower.width();
        };
    }

    /** Reads all packets in the order of the progression (B.12). With one component, by position means by precinct. */
    void readPackets(byte[] content) {
        ByteCursor in = new ByteCursor("a tile", content, 0, content.length);
        switch (style.progression()) {
            case CodingStyle.LAYER_RESOLUTION -> {
                for (int layer = 0; layer < style.layers(); layer++) {
                    precincts.forEach(precinct -> precinct.readPacket(in, content, style));
                }
            }
            case CodingStyle.RESOLUTION_LAYER -> readByResolutionAndLayer(in, content);
            case CodingStyle.RESOLUTION_POSITION -> precincts.forEach(precinct -> readLayers(precinct, in, content));
            default -> // by position, then by resolution
                precincts.stream()
                        .sorted(Comparator.<Precinct>comparingLong(precinct -> precinct.y)
                                .thenComparingLong(precinct -> precinct.x)
                                .thenComparingInt(precinct -> precinct.resolution))
                        .forEach(precinct -> readLayers(precinct, in, content));
        }
    }

    private void readByResolutionAndLayer(ByteCursor in, byte[] content) {
        for (int resolution = 0; resolution <= style.levels(); resolution++) {
            int current = resolution;
            List<Precinct> ofResolution = precincts.stream()
                    .filter(precinct -> precinct.resolution == current)
                    .toList();
            for (int layer = 0; layer < style.layers() && !ofResolution.isEmpty(); layer++) {
                ofResolution.forEach(precinct -> precinct.readPacket(in, content, style));
            }
        }
    }

    private void readLayers(Precinct precinct, ByteCursor in, byte[] content) {
        for (int layer = 0; layer < style.layers(); layer++) {
            precinct.readPacket(in, content, style);
        }
    }

    /** The tile's samples, row by row, still around zero. */
    float[] samples() {
        float[] samples = new float[width() * height()];
        for (Subband band : subbands) {
            for (CodeBlock block : band.blocks()) {
                if (block.isIncluded()) {
                    place(block, band, samples);
                }
            }
        }
        InverseWavelet wavelet = new InverseWavelet(style.isReversible(), Math.max(width(), height()));
        for (int resolution = 1; resolution <= style.levels(); resolution++) {
            Area area = areaOf(resolution);
            if (!area.isEmpty()) {
                wavelet.transform(samples, width(), area.x0, area.y0, area.width(), area.height());
            }
        }
        return samples;
    }

    /** Halves say only where between two integers a coefficient lies that is not sent in full. */
    private static int wholeOf(int halves) {
        return halves / 2;
    }

    private void place(CodeBlock block, Subband band, float[] samples) {
        int[] halves = block.decode(band.contexts(), style, quantization.bitPlanes(band.index()));
        float step = quantization.stepSize(band.index(), SAMPLE_BITS, band.gainBits()) / 2;
        for (int index = 0; index < halves.length; index++) {
            int at = block.offset + index / block.width * width() + index % block.width;
            samples[at] = style.isReversible() ? wholeOf(halves[index]) : halves[index] * step;
        }
    }
}

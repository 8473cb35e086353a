package id.sidik.engine.image.jpeg2000;

import static id.sidik.engine.image.jpeg2000.CodestreamException.corrupt;

import java.util.ArrayList;
import java.util.List;

/** The code blocks of one place in the subbands of one resolution, of which each packet tells one layer. */
final class Precinct {
    private static final int START_OF_PACKET = 0xFF91;
    private static final int END_OF_PACKET_HEADER = 0xFF92;
    private static final int START_OF_PACKET_BYTES = 6;

    /** More empty planes than any band has planes. */
    private static final int EMPTY_BIT_PLANES_MAX = 64;

    /** Where it lies on the image's grid; orders the packets of the progressions by position. */
    final long y;

    final long x;
    final int resolution;
    private final List<BlockGrid> grids;
    private int layersRead;

    Precinct(long x, long y, int resolution, List<BlockGrid> grids) {
        this.x = x;
        this.y = y;
        this.resolution = resolution;
        this.grids = List.copyOf(grids);
    }

    /** The code blocks of one subband in a precinct, row by row. */
    static final class BlockGrid {
        private final int cols;
        private final CodeBlock[] blocks;
        private final TagTree inclusion;
        private final TagTree emptyBitPlanes;

        BlockGrid(int cols, int rows, List<CodeBlock> blocks) {
            this.cols = cols;
            this.blocks = blocks.toArray(CodeBlock[]::new);
            this.inclusion = new TagTree(cols, rows);
            this.emptyBitPlanes = new TagTree(cols, rows);
        }

        private boolean isIncluded(int index, int layer, PacketBits bits) {
            CodeBlock block = blocks[index];
            if (block.isIncluded()) {
                return bits.bit() == 1;
            }
            int x = index % cols;
            int y = index / cols;
            if (!inclusion.isBelow(x, y, layer + 1, bits)) {
                return false;
            }
            int empty = 0;
            while (!emptyBitPlanes.isBelow(x, y, empty + 1, bits)) {
                empty++;
                if (empty > EMPTY_BIT_PLANES_MAX) {
                    throw corrupt("a code block has endless empty bit planes");
                }
            }
            block.setEmptyBitPlanes(empty);
            return true;
        }
    }

    private record Contribution(CodeBlock block, int bytes) {}

    /** Reads the packet of the next layer (B.9, B.10). */
    void readPacket(ByteCursor in, byte[] content, CodingStyle style) {
        int layer = layersRead++;
        if (in.peekU16() == START_OF_PACKET) {
            in.skip(START_OF_PACKET_BYTES);
        }
        List<Contribution> contributions = readHeader(in, layer);
        if (style.marksPacketEnds() && in.peekU16() == END_OF_PACKET_HEADER) {
            in.skip(Short.BYTES);
        }
        for (Contribution contribution : contributions) {
            int offset = in.offset();
            in.skip(contribution.bytes());
            contribution.block().append(content, offset, contribution.bytes());
        }
    }

    private List<Contribution> readHeader(ByteCursor in, int layer) {
        List<Contribution> contributions = new ArrayList<>();
        PacketBits bits = new PacketBits(in);
        if (bits.bit() == 1) {
            for (BlockGrid grid : grids) {
                for (int index = 0; index < grid.blocks.length; index++) {
                    if (grid.isIncluded(index, layer, bits)) {
                        CodeBlock block = grid.blocks[index];
                        contributions.add(new Contribution(block, block.readContribution(bits)));
                    }
                }
            }
        }
        bits.align();
        return contributions;
    }
}

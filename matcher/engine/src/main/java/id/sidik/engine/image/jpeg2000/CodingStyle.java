package id.sidik.engine.image.jpeg2000;

import static id.sidik.engine.image.jpeg2000.CodestreamException.corrupt;
import static id.sidik.engine.image.jpeg2000.CodestreamException.unsupported;

import java.util.ArrayList;
import java.util.List;

/**
 * How a tile is coded: marker COD (ISO/IEC 15444-1, A.6.1).
 *
 * @param precincts of each resolution: the exponents of width (4 bits) and height (the next 4)
 */
record CodingStyle(
        boolean marksPacketEnds,
        int progression,
        int layers,
        int levels,
        int blockWidthExponent,
        int blockHeightExponent,
        int blockStyle,
        boolean isReversible,
        List<Integer> precincts) {
    static final int LAYER_RESOLUTION = 0;
    static final int RESOLUTION_LAYER = 1;
    static final int RESOLUTION_POSITION = 2;

    static final int RESET_CONTEXTS = 2;
    static final int VERTICALLY_CAUSAL = 8;
    static final int SEGMENTATION_SYMBOLS = 32;

    /** Lazy coding and termination of each pass split a block's bytes; nobody uses them for fingers. */
    private static final int UNSUPPORTED_BLOCK_STYLES = 1 | 4;

    private static final int PROGRESSION_MAX = 4;
    private static final int LEVELS_MAX = 32;
    private static final int LARGEST_PRECINCT = 0xFF;

    CodingStyle {
        precincts = List.copyOf(precincts);
    }

    static CodingStyle read(ByteCursor in) {
        int style = in.u8();
        int progression = in.u8();
        int layers = in.u16();
        in.skip(1); // transformation across components, of which there is one
        int levels = in.u8();
        int blockWidthExponent = in.u8() + 2;
        int blockHeightExponent = in.u8() + 2;
        int blockStyle = in.u8();
        int transformation = in.u8();
        if (progression > PROGRESSION_MAX || layers == 0 || levels > LEVELS_MAX || transformation > 1) {
            throw corrupt("its coding style has a value that means nothing");
        }
        if (blockWidthExponent > 10 || blockHeightExponent > 10 || blockWidthExponent + blockHeightExponent > 12) {
            throw corrupt("its code blocks are too large");
        }
        if ((blockStyle & UNSUPPORTED_BLOCK_STYLES) != 0) {
            throw unsupported("its code blocks are split into segments");
        }
        List<Integer> precincts = new ArrayList<>();
        for (int resolution = 0; resolution <= levels; resolution++) {
            precincts.add((style & 1) == 0 ? LARGEST_PRECINCT : in.u8());
        }
        return new CodingStyle(
                (style & 4) != 0,
                progression,
                layers,
                levels,
                blockWidthExponent,
                blockHeightExponent,
                blockStyle,
                transformation == 1,
                precincts);
    }

    int precinctWidthExponent(int resolution) {
        return precincts.get(resolution) & 0xF;
    }

    int precinctHeightExponent(int resolution) {
        return precincts.get(resolution) >> 4;
    }

    boolean hasBlockStyle(int flag) {
        return (blockStyle & flag) != 0;
    }
}

package id.sidik.engine.image.jpeg2000;

import static id.sidik.engine.image.jpeg2000.CodestreamException.corrupt;
import static id.sidik.engine.image.jpeg2000.CodestreamException.truncated;
import static id.sidik.engine.image.jpeg2000.CodestreamException.unsupported;

import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A picture of one component of 8 bits, read from a codestream by itself or in a JP2 file. Written for hostile bytes: nothing is
 * allocated before it is bounded, and all of the standard that no fingerprint profile uses is refused: colours, palettes,
 * regions of interest, packed headers, changes of progression.
 *
 * <pre>
 *  JP2    boxes: length u32 (1: length u64 follows, 0: to the end), type u32, content; the codestream is the box "jp2c"
 *  codestream
 *   FF4F SOC   FF51 SIZ   FF52 COD   FF5C QCD   others with a length, passed over
 *   FF90 SOT   length u16 (10)  tile u16  bytes of the tile part u32 (0: to the end)  part u8  parts u8
 *       markers of the tile   FF93 SOD   packets
 *   FFD9 EOC
 * </pre>
 */
public final class Codestream {
    private static final int BOX_TYPE_CODESTREAM = 0x6A703263;
    private static final int BOX_HEADER_BYTES = 8;
    private static final int LARGE_BOX_HEADER_BYTES = 16;

    private static final int START_OF_CODESTREAM = 0xFF4F;
    private static final int SIZE = 0xFF51;
    private static final int CODING_STYLE = 0xFF52;
    private static final int CODING_STYLE_OF_COMPONENT = 0xFF53;
    private static final int QUANTIZATION = 0xFF5C;
    private static final int QUANTIZATION_OF_COMPONENT = 0xFF5D;
    private static final int REGION_OF_INTEREST = 0xFF5E;
    private static final int PROGRESSION_CHANGE = 0xFF5F;
    private static final int PACKED_HEADERS = 0xFF60;
    private static final int PACKED_HEADERS_OF_TILE = 0xFF61;
    private static final int START_OF_TILE_PART = 0xFF90;
    private static final int START_OF_DATA = 0xFF93;
    private static final int END_OF_CODESTREAM = 0xFFD9;

    private static final int TILE_PART_HEADER_BYTES = 12;
    private static final int TILES_MAX = 4_096;
    private static final int EIGHT_UNSIGNED_BITS = 7;
    private static final int MIDDLE_GREY = 128;
    private static final int WHITE = 255;

    private final byte[] content;
    private final ByteCursor in;
    private final int end;
    private final SortedMap<Integer, TileData> tiles = new TreeMap<>();
    private int widthPx;
    private int heightPx;
    private int tileWidth;
    private int tileHeight;
    private @Nullable CodingStyle style;
    private @Nullable Quantization quantization;

    /** What the parts of a tile have brought. */
    private static final class TileData {
        private final ByteArrayOutputStream packets = new ByteArrayOutputStream();
        private @Nullable CodingStyle style;
        private @Nullable Quantization quantization;
    }

    private Codestream(byte[] content, int offset, int length) {
        this.content = content;
        this.in = new ByteCursor("the codestream", content, offset, length);
        this.end = offset + length;
    }

    /**
     * Reads the size of a picture, and nothing else yet.
     *
     * @param content a JP2 file or a codestream
     * @throws CodestreamException if this is no picture that is read here
     */
    public static Codestream open(byte[] content) {
        Codestream codestream = content.length > 1 && content[0] == (byte) 0xFF
                ? new Codestream(content, 0, content.length)
                : inBox(content);
        codestream.readSize();
        return codestream;
    }

    /** Walks all boxes, so that a file that is cut off behind the codestream is noticed. */
    private static Codestream inBox(byte[] content) {
        ByteCursor in = new ByteCursor("the JP2 file", content, 0, content.length);
        Codestream found = null;
        while (in.remaining() > 0) {
            int boxAt = in.offset();
            long bytes = in.u32();
            long type = in.u32();
            int headerBytes = BOX_HEADER_BYTES;
            if (bytes == 1) {
                bytes = in.u32() << Integer.SIZE | in.u32();
                headerBytes = LARGE_BOX_HEADER_BYTES;
            } else if (bytes == 0) {
                bytes = (long) content.length - boxAt;
            }
            int start = in.offset();
            in.skip(bytes - headerBytes);
            if (type == BOX_TYPE_CODESTREAM) {
                if (found != null) {
                    throw unsupported("it has several pictures");
                }
                found = new Codestream(content, start, in.offset() - start);
            }
        }
        if (found == null) {
            throw truncated("a JP2 file without a codestream");
        }
        return found;
    }

    public int widthPx() {
        return widthPx;
    }

    public int heightPx() {
        return heightPx;
    }

    /** A.5.1. */
    private void readSize() {
        if (in.u16() != START_OF_CODESTREAM || in.u16() != SIZE) {
            throw corrupt("it does not begin with its size");
        }
        int bytes = in.u16();
        in.skip(2); // capabilities
        widthPx = side(in.u32());
        heightPx = side(in.u32());
        requireOrigin("its picture", in.u32(), in.u32());
        tileWidth = side(in.u32());
        tileHeight = side(in.u32());
        requireOrigin("its first tile", in.u32(), in.u32());
        int components = in.u16();
        if (components != 1 || in.u8() != EIGHT_UNSIGNED_BITS || bytes != 38 + 3 * components) {
            throw unsupported("it is not one component of 8 unsigned bits");
        }
        if (in.u16() != 0x0101) {
            throw unsupported("its component is subsampled");
        }
    }

    private static void requireOrigin(String what, long x, long y) {
        if (x != 0 || y != 0) {
            throw unsupported(what + " does not begin at the origin");
        }
    }

    private static int side(long px) {
        if (px == 0 || px > Integer.MAX_VALUE / 2) {
            throw corrupt("a side has " + px + " px");
        }
        return (int) px;
    }

    /**
     * Decodes the pixels, once. Memory: a tile four times as floats, besides the result; so whoever calls has looked at the size.
     *
     * @return 8-bit grey, row by row from the top left
     * @throws CodestreamException if anything is wrong
     */
    public byte[] decode() {
        readTileParts();
        int tileCols = Math.ceilDiv(widthPx, tileWidth);
        int tileRows = Math.ceilDiv(heightPx, tileHeight);
        if ((long) tileCols * tileRows > TILES_MAX) {
            throw unsupported("it has more than " + TILES_MAX + " tiles");
        }
        if (tiles.size() != tileCols * tileRows || tiles.lastKey() >= tileCols * tileRows) {
            throw corrupt(String.format(
                    Locale.ROOT, "it should have %d tiles and has %d", tileCols * tileRows, tiles.size()));
        }
        byte[] grey = new byte[widthPx * heightPx];
        tiles.forEach((index, data) -> decodeTile(index % tileCols, index / tileCols, data, grey));
        return grey;
    }

    private void readTileParts() {
        int marker = in.u16();
        while (marker != END_OF_CODESTREAM) {
            if (marker == START_OF_TILE_PART) {
                readTilePart();
            } else {
                readMarker(marker, null);
            }
            marker = in.u16();
        }
        if (in.remaining() > 0) {
            throw corrupt(in.remaining() + " bytes follow its end");
        }
        if (tiles.isEmpty()) {
            throw corrupt("it has no tiles");
        }
    }

    private void readTilePart() {
        int partAt = in.offset() - Short.BYTES;
        in.skip(Short.BYTES);
        int index = in.u16();
        long partBytes = in.u32();
        in.skip(2); // its number among the tile's parts, and how many there are
        long partEnd = partBytes == 0 ? end - Short.BYTES : partAt + partBytes;
        if (partEnd > end - Short.BYTES) {
            throw truncated("a tile");
        }
        if (tiles.size() == TILES_MAX && !tiles.containsKey(index)) {
            throw unsupported("it has more than " + TILES_MAX + " tiles");
        }
        TileData tile = tiles.computeIfAbsent(index, _ -> new TileData());
        int marker = in.u16();
        while (marker != START_OF_DATA) {
            readMarker(marker, tile);
            marker = in.u16();
        }
        int dataAt = in.offset();
        if (dataAt > partEnd || dataAt - partAt < TILE_PART_HEADER_BYTES) {
            throw corrupt("a tile part is shorter than its header");
        }
        in.skip(partEnd - dataAt);
        tile.packets.write(content, dataAt, (int) (partEnd - dataAt));
    }

    /** A segment of the main header, or of a tile's, which then counts for that tile. */
    private void readMarker(int marker, @Nullable TileData tile) {
        int offset = in.offset();
        int bytes = in.u16();
        if (marker < 0xFF00 || bytes < Short.BYTES) {
            throw corrupt(String.format(Locale.ROOT, "it has %04X where a marker should be", marker));
        }
        in.skip(bytes - Short.BYTES);
        ByteCursor segment = new ByteCursor("a marker segment", content, offset + Short.BYTES, bytes - Short.BYTES);
        switch (marker) {
            case CODING_STYLE, CODING_STYLE_OF_COMPONENT -> keepStyle(marker, segment, tile);
            case QUANTIZATION, QUANTIZATION_OF_COMPONENT -> keepQuantization(marker, segment, tile);
            case REGION_OF_INTEREST -> throw unsupported("it has a region of interest");
            case PROGRESSION_CHANGE -> throw unsupported("it changes its progression");
            case PACKED_HEADERS, PACKED_HEADERS_OF_TILE -> throw unsupported("it has packed packet headers");
            default -> {} // comments, lengths, and what later editions may add
        }
    }

    private void keepStyle(int marker, ByteCursor segment, @Nullable TileData tile) {
        if (marker == CODING_STYLE_OF_COMPONENT) {
            throw unsupported("it has a coding style of its only component");
        }
        CodingStyle read = CodingStyle.read(segment);
        if (tile == null) {
            style = read;
        } else {
            tile.style = read;
        }
    }

    private void keepQuantization(int marker, ByteCursor segment, @Nullable TileData tile) {
        if (marker == QUANTIZATION_OF_COMPONENT) {
            throw unsupported("it has a quantization of its only component");
        }
        Quantization read = Quantization.read(segment);
        if (tile == null) {
            quantization = read;
        } else {
            tile.quantization = read;
        }
    }

    private void decodeTile(int col, int row, TileData data, byte[] grey) {
        CodingStyle tileStyle = data.style == null ? style : data.style;
        Quantization tileQuantization = data.quantization == null ? quantization : data.quantization;
        if (tileStyle == null || tileQuantization == null) {
            throw corrupt("it does not say how it is coded");
        }
        Tile tile = new Tile(
                col * tileWidth,
                row * tileHeight,
                (int) Math.min(widthPx, (col + 1L) * tileWidth),
                (int) Math.min(heightPx, (row + 1L) * tileHeight),
                tileStyle,
                tileQuantization);
        tile.readPackets(data.packets.toByteArray());
        float[] samples = tile.samples();
        for (int y = 0; y < tile.height(); y++) {
            for (int x = 0; x < tile.width(); x++) {
                int value = Math.round(samples[y * tile.width() + x]) + MIDDLE_GREY;
                grey[(tile.y0() + y) * widthPx + tile.x0() + x] = (byte) Math.clamp(value, 0, WHITE);
            }
        }
    }
}

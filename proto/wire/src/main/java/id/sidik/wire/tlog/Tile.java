package id.sidik.wire.tlog;

import id.sidik.wire.proof.ProofRefusedException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One tile of a log: up to 256 hashes in a row of one level of its tree, or the entries themselves (C2SP tlog-tiles). The hash
 * {@code i} of a tile of level {@code l} stands for {@code 256^l} leaves.
 *
 * @param level 0 to 7 for hashes, {@link #ENTRIES} for entries; a log of 2^63 leaves has no more
 * @param index within the level, from the left
 * @param width 1 to {@link #WIDTH_MAX}; a partial tile has fewer than that
 */
public record Tile(int level, long index, int width) {
    /** Hashes or entries in a full tile. */
    public static final int WIDTH_MAX = 256;

    /** The level of bundles of entries, below the hashes. */
    public static final int ENTRIES = -1;

    /** The highest level of hashes. */
    public static final int LEVEL_MAX = 7;

    /** Binary levels of the tree that a tile spans. */
    static final int HEIGHT = 8;

    private static final Pattern PATH =
            Pattern.compile("tile/(entries|[0-7])/((?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    public Tile {
        if (level < ENTRIES || level > LEVEL_MAX || index < 0 || width < 1 || width > WIDTH_MAX) {
            throw new IllegalArgumentException("no tile of a log: " + level + ", " + index + ", " + width);
        }
    }

    /**
     * The tile that holds one hash of a level in a log of this size, as wide as it is there.
     *
     * @param position of the hash, or entry, within its level
     */
    static Tile holding(int level, long position, long size) {
        long index = position / WIDTH_MAX;
        return new Tile(level, index, (int) Math.min(WIDTH_MAX, count(level, size) - index * WIDTH_MAX));
    }

    /** How many hashes, or entries, a level has in a log of this size. */
    static long count(int level, long size) {
        return level <= 0 ? size : size >> (HEIGHT * level);
    }

    /** Whether a log of this size has all of this tile. */
    public boolean within(long size) {
        return index < Long.MAX_VALUE / WIDTH_MAX - 1 && index * WIDTH_MAX + width <= count(level, size);
    }

    public boolean full() {
        return width == WIDTH_MAX;
    }

    /** The full tile that this one is, or becomes. */
    public Tile whole() {
        return new Tile(level, index, WIDTH_MAX);
    }

    /** Below the log's prefix, as {@code tile/0/x001/234.p/5}. */
    public String path() {
        StringBuilder path = new StringBuilder(three(index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            path.insert(0, "x" + three(rest % 1000) + "/");
        }
        return "tile/" + (level == ENTRIES ? "entries" : Integer.toString(level)) + "/" + path
                + (full() ? "" : ".p/" + width);
    }

    /**
     * Reads what {@link #path} wrote.
     *
     * @throws ProofRefusedException for anything else: a tile has one path only
     */
    public static Tile parse(String path) {
        Matcher parts = PATH.matcher(path);
        if (!parts.matches()) {
            throw notATile(path);
        }
        int level = parts.group(1).equals("entries") ? ENTRIES : Integer.parseInt(parts.group(1));
        long index = Long.parseLong(parts.group(2).replaceAll("[x/]", ""));
        int width = parts.group(3) == null ? WIDTH_MAX : Integer.parseInt(parts.group(3));
        if (width > WIDTH_MAX) {
            throw notATile(path);
        }
        Tile tile = new Tile(level, index, width);
        if (!tile.path().equals(path)) {
            throw notATile(path);
        }
        return tile;
    }

    private static ProofRefusedException notATile(String path) {
        return new ProofRefusedException("not the path of a tile, as tile/0/x001/234 or tile/entries/000.p/5 is: '"
                + path.substring(0, Math.min(path.length(), 60)) + "'");
    }

    private static String three(long digits) {
        return String.format(Locale.ROOT, "%03d", digits);
    }
}

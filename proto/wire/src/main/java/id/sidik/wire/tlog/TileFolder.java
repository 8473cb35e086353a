package id.sidik.wire.tlog;

import id.sidik.wire.files.DurableFiles;
import id.sidik.wire.proof.MerkleHash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The tiles of a log as files at their C2SP paths, full ones only; a tile that still grows lies in {@code growing/} until it is full
 * and moves. So any web server can serve the folder, and no file ever has a name that it has not earned.
 *
 * <p>Leaves are appended in memory and written by {@link #sync}; what a crash takes is appended again, from whoever has the log.
 * Threads may share one: a reader sees what was synced.
 */
public final class TileFolder implements TileSource, AutoCloseable {
    private static final String GROWING = "growing";

    /** Full tiles that may wait open for the next sync: a log of millions that is written anew has more than a process may open. */
    private static final int FILLED_MAX = 256;

    private final Path folder;
    private final Map<Integer, GrowingTile> growing = new HashMap<>();
    private final List<FileChannel> filled = new ArrayList<>();
    private final Set<Path> changedFolders = new LinkedHashSet<>();
    private long appended;
    private long size;

    private TileFolder(Path folder, long size) {
        this.folder = folder;
        this.appended = size;
        this.size = size;
    }

    /**
     * Opens the tiles of a log that had this size when it was last synced. What of its right edge is missing counts as zeros, which
     * {@link TileCheck} finds; whatever goes beyond the size is written again.
     *
     * @throws UncheckedIOException if the folder cannot be written
     */
    public static TileFolder open(Path folder, long size) {
        TileFolder tiles = new TileFolder(folder, size);
        try {
            Files.createDirectories(folder.resolve(GROWING));
            for (int level = Tile.ENTRIES; level <= Tile.LEVEL_MAX; level++) {
                long count = Tile.count(level, size);
                int width = (int) (count % Tile.WIDTH_MAX);
                tiles.begin(level, count / Tile.WIDTH_MAX, width, tiles.begun(level, count / Tile.WIDTH_MAX, width));
            }
            return tiles;
        } catch (IOException e) {
            throw new UncheckedIOException("the tiles in " + folder + " cannot be written", e);
        }
    }

    /** Leaves whose tiles are on the disk. */
    public synchronized long size() {
        return size;
    }

    /** Leaves that were appended, synced or not. */
    public synchronized long appended() {
        return appended;
    }

    /** Appends one entry and all hashes that it completes. */
    public synchronized void append(byte[] entry) throws IOException {
        add(Tile.ENTRIES, EntryBundle.framed(entry));
        add(0, MerkleHash.leaf(entry));
        appended++;
    }

    /** Makes what was appended durable, and visible to readers. */
    public synchronized void sync() throws IOException {
        for (GrowingTile tile : growing.values()) {
            tile.write();
            tile.channel().force(true);
        }
        forceFilled();
        changedFolders.add(folder.resolve(GROWING));
        for (Path changed : changedFolders) {
            DurableFiles.syncFolder(changed);
        }
        changedFolders.clear();
        size = appended;
    }

    private void forceFilled() throws IOException {
        for (FileChannel channel : filled) {
            channel.force(true);
            channel.close();
        }
        filled.clear();
    }

    @Override
    public byte[] read(Tile tile) {
        synchronized (this) {
            if (!tile.within(size)) {
                throw new TileMissingException(tile, "a log of " + size + " entries does not have it");
            }
            GrowingTile last = growing(tile.level());
            if (last.index() == tile.index()) {
                return prefix(tile, last.content());
            }
        }
        return prefix(tile, readFile(tile));
    }

    /**
     * Puts the right content in place of a damaged one, durably.
     *
     * @param tile full, or as wide as it has grown
     */
    synchronized void replace(Tile tile, byte[] content) throws IOException {
        if (appended != size) {
            throw new IllegalStateException(
                    "sync before a tile is replaced: one that grows is replaced as it was synced");
        }
        if (growing(tile.level()).index() == tile.index()) {
            begin(tile.level(), tile.index(), tile.width(), content);
            sync();
            return;
        }
        Path path = folder.resolve(tile.path());
        makeFolderOf(path);
        DurableFiles.replace(path, ByteBuffer.wrap(content));
        sync();
    }

    private void add(int level, byte[] bytes) throws IOException {
        GrowingTile tile = growing(level);
        tile.add(bytes);
        if (tile.width() == Tile.WIDTH_MAX) {
            fill(level, tile);
        }
    }

    private void fill(int level, GrowingTile tile) throws IOException {
        tile.write();
        filled.add(tile.channel());
        if (filled.size() == FILLED_MAX) {
            forceFilled();
        }
        Path path = folder.resolve(new Tile(level, tile.index(), Tile.WIDTH_MAX).path());
        makeFolderOf(path);
        Files.move(tile.file(), path, StandardCopyOption.ATOMIC_MOVE);
        growing.put(level, new GrowingTile(tile.file(), tile.index() + 1, 0, new byte[0]));
        if (level != Tile.ENTRIES && level < Tile.LEVEL_MAX) {
            add(level + 1, TiledTree.fold(tile.content(), 0, Tile.WIDTH_MAX));
        }
    }

    /** A new folder's name must be synced in each folder above it as well. */
    private void makeFolderOf(Path file) throws IOException {
        for (Path above = file.getParent(); above != null && above.startsWith(folder); above = above.getParent()) {
            changedFolders.add(above);
        }
        Files.createDirectories(file.resolveSibling("."));
    }

    private void begin(int level, long index, int width, byte[] content) throws IOException {
        GrowingTile before = growing.get(level);
        if (before != null) {
            before.channel().close();
        }
        growing.put(level, new GrowingTile(growingFile(level), index, width, content));
    }

    /** What the disk has of a tile that was growing: in its own file, or in that of the full tile if it filled up just before. */
    private byte[] begun(int level, long index, int width) throws IOException {
        byte[] zeros = new byte[width * (level == Tile.ENTRIES ? Short.BYTES : MerkleHash.BYTES)];
        Path full = folder.resolve(new Tile(level, index, Tile.WIDTH_MAX).path());
        for (Path file : width == 0 ? List.<Path>of() : List.of(growingFile(level), full)) {
            if (Files.isRegularFile(file)) {
                byte[] content = Files.readAllBytes(file);
                if (holds(level, content, width)) {
                    return prefix(new Tile(level, index, width), content);
                }
            }
        }
        return zeros;
    }

    private static boolean holds(int level, byte[] content, int width) {
        return level == Tile.ENTRIES ? EntryBundle.holds(content, width) : content.length >= width * MerkleHash.BYTES;
    }

    private Path growingFile(int level) {
        return folder.resolve(GROWING).resolve(level == Tile.ENTRIES ? "entries" : Integer.toString(level));
    }

    private GrowingTile growing(int level) {
        GrowingTile tile = growing.get(level);
        if (tile == null) {
            throw new IllegalStateException("the tiles are closed");
        }
        return tile;
    }

    private byte[] readFile(Tile tile) {
        try {
            return Files.readAllBytes(folder.resolve(tile.whole().path()));
        } catch (IOException e) {
            throw new TileMissingException(tile, e);
        }
    }

    private static byte[] prefix(Tile tile, byte[] content) {
        if (!holds(tile.level(), content, tile.width())) {
            throw new TileMissingException(tile, "its file is cut short, " + content.length + " bytes");
        }
        return tile.level() == Tile.ENTRIES
                ? EntryBundle.prefix(content, tile.width())
                : Arrays.copyOf(content, tile.width() * MerkleHash.BYTES);
    }

    @Override
    public synchronized void close() throws IOException {
        for (GrowingTile tile : growing.values()) {
            tile.channel().close();
        }
        growing.clear();
        for (FileChannel channel : filled) {
            channel.close();
        }
        filled.clear();
    }
}

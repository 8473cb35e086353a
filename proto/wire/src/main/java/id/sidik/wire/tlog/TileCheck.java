package id.sidik.wire.tlog;

import id.sidik.wire.proof.MerkleHash;
import id.sidik.wire.proof.ProofRefusedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Finds damaged tiles and makes them anew from the log itself. Everything is checked against what it was made from: bundles against
 * leaf hashes, tiles against the roots of those below. Whoever checks a folder that grows meanwhile holds its lock for each step.
 */
public final class TileCheck {
    private final TileFolder tiles;
    private final Leaves leaves;

    /** The log that the tiles were made from. */
    @FunctionalInterface
    public interface Leaves {
        /** Entries in order; all that are asked for, up to 256. */
        List<byte[]> read(long from, int count);
    }

    public TileCheck(TileFolder tiles, Leaves leaves) {
        this.tiles = tiles;
        this.leaves = leaves;
    }

    /** How many bundles, with the tile of their leaf hashes, there are to check. */
    public long bundles() {
        return (tiles.size() + Tile.WIDTH_MAX - 1) / Tile.WIDTH_MAX;
    }

    /**
     * Checks one bundle and its leaf hashes, and these against the level above.
     *
     * @return what was damaged, and is whole again
     */
    public List<Tile> checkBundle(long index) throws IOException {
        Tile hashes = Tile.holding(0, index * Tile.WIDTH_MAX, tiles.size());
        Tile bundle = new Tile(Tile.ENTRIES, hashes.index(), hashes.width());
        Optional<byte[]> content = content(hashes);
        if (content.isPresent() && isMadeOf(content.get(), bundle) && isKnownAbove(hashes, content.get())) {
            return List.of();
        }
        List<byte[]> entries = leaves.read(index * Tile.WIDTH_MAX, hashes.width());
        List<Tile> damaged = new ArrayList<>();
        mend(bundle, joined(entries.stream().map(EntryBundle::framed).toList()), damaged);
        mend(hashes, joined(entries.stream().map(MerkleHash::leaf).toList()), damaged);
        return damaged;
    }

    /**
     * Checks one tile against what it was made from: a bundle or leaf hashes against the log, others against the 256 tiles below.
     *
     * @param tile of any width; what has grown of it is checked
     */
    public List<Tile> check(Tile tile) throws IOException {
        if (tile.level() <= 0) {
            return checkBundle(tile.index());
        }
        List<Tile> damaged = new ArrayList<>();
        Tile grown = Tile.holding(tile.level(), tile.index() * Tile.WIDTH_MAX, tiles.size());
        mend(grown, rootsBelow(grown), damaged);
        return damaged;
    }

    /** Checks all tiles above the leaf hashes, lowest first; each is right only if those below it are. */
    public List<Tile> checkUpperLevels() throws IOException {
        List<Tile> damaged = new ArrayList<>();
        for (int level = 1; level <= Tile.LEVEL_MAX && Tile.count(level, tiles.size()) > 0; level++) {
            for (long first = 0; first < Tile.count(level, tiles.size()); first += Tile.WIDTH_MAX) {
                Tile tile = Tile.holding(level, first, tiles.size());
                mend(tile, rootsBelow(tile), damaged);
            }
        }
        return damaged;
    }

    /** Checks everything. Reads and hashes the whole log: for tests, and for when a root is wrong. */
    public List<Tile> checkAll() throws IOException {
        List<Tile> damaged = new ArrayList<>();
        for (long index = 0; index < bundles(); index++) {
            damaged.addAll(checkBundle(index));
        }
        damaged.addAll(checkUpperLevels());
        return damaged;
    }

    private byte[] rootsBelow(Tile tile) {
        List<byte[]> roots = new ArrayList<>();
        for (int i = 0; i < tile.width(); i++) {
            long child = tile.index() * Tile.WIDTH_MAX + i;
            roots.add(TiledTree.fold(tiles.read(new Tile(tile.level() - 1, child, Tile.WIDTH_MAX)), 0, Tile.WIDTH_MAX));
        }
        return joined(roots);
    }

    private boolean isMadeOf(byte[] hashes, Tile bundle) {
        try {
            List<byte[]> made = EntryBundle.split(tiles.read(bundle), bundle.width()).stream()
                    .map(MerkleHash::leaf)
                    .toList();
            return Arrays.equals(joined(made), hashes);
        } catch (TileMissingException | ProofRefusedException damaged) {
            return false;
        }
    }

    private boolean isKnownAbove(Tile hashes, byte[] content) {
        if (!hashes.full()) {
            return true;
        }
        int offset = (int) (hashes.index() % Tile.WIDTH_MAX) * MerkleHash.BYTES;
        byte[] root = TiledTree.fold(content, 0, Tile.WIDTH_MAX);
        return content(Tile.holding(1, hashes.index(), tiles.size()))
                .filter(above -> Arrays.equals(above, offset, offset + MerkleHash.BYTES, root, 0, root.length))
                .isPresent();
    }

    private void mend(Tile tile, byte[] right, List<Tile> damaged) throws IOException {
        if (content(tile).filter(found -> Arrays.equals(found, right)).isEmpty()) {
            tiles.replace(tile, right);
            damaged.add(tile);
        }
    }

    private Optional<byte[]> content(Tile tile) {
        try {
            return Optional.of(tiles.read(tile));
        } catch (TileMissingException damaged) {
            return Optional.empty();
        }
    }

    private static byte[] joined(List<byte[]> parts) {
        int bytes = parts.stream().mapToInt(part -> part.length).sum();
        byte[] all = new byte[bytes];
        int offset = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, offset, part.length);
            offset += part.length;
        }
        return all;
    }
}

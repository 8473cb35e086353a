package id.sidik.wire.tlog;

import id.sidik.wire.proof.MerkleHash;
import id.sidik.wire.proof.ProofRefusedException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The tree of a log at one size, read from its tiles: roots and proofs of RFC 6962, 2.1. Each question reads O(log size) tiles of
 * 8 KiB, and each tile once; nothing is proved until somebody holds the answer against a signed head. For one thread.
 */
public final class TiledTree {
    private final TileSource source;
    private final long size;
    private final Map<Tile, byte[]> read = new HashMap<>();
    private final Set<Tile> asked = new HashSet<>();

    /** @param size leaves in the tree, up to 2^62 */
    public TiledTree(TileSource source, long size) {
        if (size < 0 || size > 1L << 62) {
            throw new IllegalArgumentException("not the size of a log: " + size);
        }
        this.source = source;
        this.size = size;
    }

    /** The tiles that the questions so far needed, there or not. */
    public Set<Tile> asked() {
        return Set.copyOf(asked);
    }

    /** The root over all leaves. */
    public byte[] root() {
        return size == 0 ? MerkleHash.emptyRoot() : hash(0, size);
    }

    /** The hash of one leaf. */
    public byte[] leafHash(long index) {
        requireLeaf(index);
        return hash(index, index + 1);
    }

    /** The siblings from a leaf up to the root's children (RFC 6962, 2.1.1). */
    public List<byte[]> inclusionPath(long index) {
        requireLeaf(index);
        List<byte[]> path = new ArrayList<>();
        climb(index, 0, size, path);
        return path;
    }

    /** That the tree of {@code oldSize} leaves is the beginning of this one (RFC 6962, 2.1.2); empty from 0 and from itself. */
    public List<byte[]> consistencyProof(long oldSize) {
        if (oldSize < 0 || oldSize > size) {
            throw new IllegalArgumentException("a log of " + size + " leaves never had " + oldSize);
        }
        List<byte[]> proof = new ArrayList<>();
        if (oldSize > 0) {
            compare(oldSize, 0, size, true, proof);
        }
        return proof;
    }

    private void climb(long index, long from, long to, List<byte[]> path) {
        if (to - from > 1) {
            long middle = from + leftLeaves(to - from);
            if (index < middle) {
                climb(index, from, middle, path);
                path.add(hash(middle, to));
            } else {
                climb(index, middle, to, path);
                path.add(hash(from, middle));
            }
        }
    }

    /** SUBPROOF of RFC 6962: {@code old} leaves of the range from, whose hash the asker has if it is the whole old tree. */
    private void compare(long old, long from, long to, boolean known, List<byte[]> proof) {
        if (old == to - from) {
            if (!known) {
                proof.add(hash(from, to));
            }
            return;
        }
        long left = leftLeaves(to - from);
        if (old <= left) {
            compare(old, from, from + left, known, proof);
            proof.add(hash(from + left, to));
        } else {
            compare(old - left, from + left, to, false, proof);
            proof.add(hash(from, from + left));
        }
    }

    /** The hash over leaves of a range that the splits of RFC 6962 lead to: it begins where a subtree of its size may. */
    private byte[] hash(long from, long to) {
        long leaves = to - from;
        if (Long.bitCount(leaves) == 1) {
            return subtree(Long.numberOfTrailingZeros(leaves), from);
        }
        long middle = from + leftLeaves(leaves);
        return MerkleHash.node(hash(from, middle), hash(middle, to));
    }

    /** The largest power of two below a number of leaves. */
    private static long leftLeaves(long leaves) {
        return Long.highestOneBit(leaves - 1);
    }

    /** A perfect subtree: read from the highest level of tiles below it, at most 128 hashes, and hashed together. */
    private byte[] subtree(int height, long from) {
        int level = height / Tile.HEIGHT;
        int count = 1 << (height % Tile.HEIGHT);
        long position = from >> (level * Tile.HEIGHT);
        byte[] content = content(Tile.holding(level, position, size));
        int offset = (int) (position % Tile.WIDTH_MAX) * MerkleHash.BYTES;
        return fold(content, offset, count);
    }

    /**
     * The root over {@code count} hashes in a row.
     *
     * @param count a power of two
     */
    static byte[] fold(byte[] hashes, int offset, int count) {
        if (count == 1) {
            return Arrays.copyOfRange(hashes, offset, offset + MerkleHash.BYTES);
        }
        int half = count / 2;
        return MerkleHash.node(fold(hashes, offset, half), fold(hashes, offset + half * MerkleHash.BYTES, half));
    }

    private byte[] content(Tile tile) {
        asked.add(tile);
        byte[] content = read.computeIfAbsent(tile, source::read);
        if (content.length != tile.width() * MerkleHash.BYTES) {
            throw new ProofRefusedException("tile " + tile.path() + " has " + content.length + " bytes, not 32 a hash");
        }
        return content;
    }

    private void requireLeaf(long index) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("a log of " + size + " leaves has no leaf " + index);
        }
    }
}

package id.sidik.eligibility.audit;

import java.util.ArrayList;
import java.util.List;

/**
 * The Merkle tree of RFC 6962, 2.1, grown one leaf at a time. Only its frontier is kept: the roots of the perfect subtrees that
 * the leaves so far fall into, biggest first, one for each bit that is set in the size; 64 at most. Appending costs one hash
 * on average. Not for several threads.
 */
public final class MerkleTree {
    private static final byte[] LEAF_PREFIX = {0};
    private static final byte[] NODE_PREFIX = {1};

    private final List<Hash> frontier;
    private long size;

    /** A tree without leaves. */
    public MerkleTree() {
        this.frontier = new ArrayList<>();
    }

    /**
     * A tree continued from a frontier that was kept.
     *
     * @param frontier as {@link #frontier()} gave it at that size
     */
    public MerkleTree(long size, List<Hash> frontier) {
        if (size < 0 || Long.bitCount(size) != frontier.size()) {
            throw new IllegalArgumentException(
                    "a tree of " + size + " leaves has another frontier than " + frontier.size() + " hashes");
        }
        this.size = size;
        this.frontier = new ArrayList<>(frontier);
    }

    /** The hash of a leaf: SHA-256(0x00 || content). */
    public static Hash leafHash(byte[] content) {
        return Hash.sha256(LEAF_PREFIX, content);
    }

    /** The hash of an inner node: SHA-256(0x01 || left || right). */
    static Hash nodeHash(Hash left, Hash right) {
        return Hash.sha256(NODE_PREFIX, left.bytes(), right.bytes());
    }

    /** Appends a leaf by its hash. */
    public void append(Hash leaf) {
        Hash subtree = leaf;
        // Each set bit at the low end is a perfect subtree as big as the one in hand: the two become one of twice the
        // size.
        for (long rest = size; (rest & 1) == 1; rest >>>= 1) {
            subtree = nodeHash(frontier.removeLast(), subtree);
        }
        frontier.add(subtree);
        size++;
    }

    /** Leaves so far. */
    public long size() {
        return size;
    }

    /** The subtree roots so far, biggest subtree first. */
    public List<Hash> frontier() {
        return List.copyOf(frontier);
    }

    /** The hash that stands for all leaves and their order; SHA-256 of nothing for an empty tree. */
    public Hash root() {
        if (frontier.isEmpty()) {
            return Hash.sha256();
        }
        Hash root = frontier.getLast();
        for (int i = frontier.size() - 2; i >= 0; i--) {
            root = nodeHash(frontier.get(i), root);
        }
        return root;
    }

    /** The head of the tree as it is now. */
    public TreeHead head() {
        return new TreeHead(size, root());
    }
}

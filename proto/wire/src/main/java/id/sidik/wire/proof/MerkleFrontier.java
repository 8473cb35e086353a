package id.sidik.wire.proof;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * The right edge of a growing RFC 6962 tree: enough to take the next leaf and to know the root.
 * Holds one hash per set bit of the size, so at most 63 however long the log is. Not thread-safe.
 */
public final class MerkleFrontier {
    /** Roots of the perfect subtrees, smallest (rightmost) first. */
    private final Deque<byte[]> subtrees = new ArrayDeque<>();

    private long size;

    /** A tree of the same leaves that grows on its own. */
    public MerkleFrontier copy() {
        MerkleFrontier copy = new MerkleFrontier();
        copy.subtrees.addAll(subtrees); // hashes are never changed, only replaced
        copy.size = size;
        return copy;
    }

    /** Adds one leaf by its hash, see {@link MerkleHash#leaf}. Amortised O(1). */
    public void append(byte[] leafHash) {
        byte[] merged = leafHash.clone();
        for (long full = size; (full & 1) == 1; full >>= 1) {
            merged = MerkleHash.node(subtrees.pop(), merged);
        }
        subtrees.push(merged);
        size++;
    }

    /** Leaves appended so far. */
    public long size() {
        return size;
    }

    /** The tree head over all leaves so far. O(log size). */
    public byte[] root() {
        if (subtrees.isEmpty()) {
            return MerkleHash.emptyRoot();
        }
        Iterator<byte[]> fromRight = subtrees.iterator();
        byte[] root = fromRight.next().clone();
        while (fromRight.hasNext()) {
            root = MerkleHash.node(fromRight.next(), root);
        }
        return root;
    }
}

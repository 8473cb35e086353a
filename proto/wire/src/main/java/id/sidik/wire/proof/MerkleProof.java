package id.sidik.wire.proof;

import java.security.MessageDigest;
import java.util.Iterator;
import java.util.List;

/** Checks of RFC 9162, 2.1.3.2 and 2.1.4.2: a leaf is in a tree; a tree is the beginning of another. O(log size). */
public final class MerkleProof {
    private MerkleProof() {}

    /** Says whether {@code path} proves that {@code leafHash} is leaf {@code index} of the tree of {@code size} leaves. */
    public static boolean includes(long index, long size, byte[] leafHash, List<byte[]> path, byte[] root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long node = index;
        long last = size - 1;
        byte[] hash = leafHash;
        for (byte[] sibling : path) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = MerkleHash.node(sibling, hash);
                int skipped = (node & 1) == 1 ? 0 : Long.numberOfTrailingZeros(node);
                node >>= skipped;
                last >>= skipped;
            } else {
                hash = MerkleHash.node(hash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && MessageDigest.isEqual(hash, root);
    }

    /** Says whether {@code proof} proves that the old tree is the beginning of the new one. A smaller tree never is. */
    public static boolean consistent(long oldSize, long newSize, byte[] oldRoot, byte[] newRoot, List<byte[]> proof) {
        if (oldSize < 0 || oldSize > newSize) {
            return false;
        }
        if (oldSize == 0 || oldSize == newSize) {
            return proof.isEmpty() && (oldSize == 0 || MessageDigest.isEqual(oldRoot, newRoot));
        }
        return grows(oldSize, newSize, oldRoot, newRoot, proof);
    }

    private static boolean grows(long oldSize, long newSize, byte[] oldRoot, byte[] newRoot, List<byte[]> proof) {
        int wholeLevels = Long.numberOfTrailingZeros(oldSize);
        long node = (oldSize - 1) >> wholeLevels;
        long last = (newSize - 1) >> wholeLevels;
        Iterator<byte[]> hashes = proof.iterator();
        byte[] oldHash = node == 0 ? oldRoot : hashes.hasNext() ? hashes.next() : new byte[0];
        byte[] newHash = oldHash;
        while (hashes.hasNext()) {
            if (last == 0) {
                return false;
            }
            byte[] sibling = hashes.next();
            if ((node & 1) == 1 || node == last) {
                oldHash = MerkleHash.node(sibling, oldHash);
                newHash = MerkleHash.node(sibling, newHash);
                int skipped = (node & 1) == 1 ? 0 : Long.numberOfTrailingZeros(node);
                node >>= skipped;
                last >>= skipped;
            } else {
                newHash = MerkleHash.node(newHash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && MessageDigest.isEqual(oldHash, oldRoot) && MessageDigest.isEqual(newHash, newRoot);
    }
}

package id.sidik.eligibility.audit;

import id.sidik.wire.proof.MerkleHash;

/** One entry of the log as it lies there: its place, its content, and the hash that the tree has for it. */
public final class AuditLeaf {
    private final long index;
    private final byte[] content;

    /**
     * Takes the content as it is.
     *
     * @param index from 0
     * @param content JSON, UTF-8; copied
     */
    public AuditLeaf(long index, byte[] content) {
        this.index = index;
        this.content = content.clone();
    }

    /** Its place in the log, from 0. */
    public long index() {
        return index;
    }

    /** A copy of the content. */
    public byte[] content() {
        return content.clone();
    }

    /** SHA-256(0x00 || content), RFC 6962, 2.1. */
    public byte[] hash() {
        return MerkleHash.leaf(content);
    }
}

package id.sidik.eligibility.audit;

/**
 * What a log was at one size.
 *
 * @param size leaves, from 0
 */
public record TreeHead(long size, Hash root) {
    public TreeHead {
        if (size < 0) {
            throw new IllegalArgumentException("a log has no negative size: " + size);
        }
    }
}

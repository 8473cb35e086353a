package id.sidik.engine.gallery;

import java.util.BitSet;
import java.util.Locale;

/**
 * Which partitions answered a search. One that was loading, or not done in time, does not vouch; what it would have said is
 * unknown, so an incomplete search must never be read as "nobody".
 */
public final class PartitionCoverage {
    private final int partitionCount;
    private final BitSet vouched;
    private final long searchedReferences;

    PartitionCoverage(int partitionCount, BitSet vouched, long searchedReferences) {
        this.partitionCount = partitionCount;
        this.vouched = (BitSet) vouched.clone();
        this.searchedReferences = searchedReferences;
    }

    public int partitionCount() {
        return partitionCount;
    }

    /** A copy; bit p is set when partition p vouched. {@link BitSet#toByteArray} gives the bytes of the contract. */
    public BitSet vouched() {
        return (BitSet) vouched.clone();
    }

    /** Whether every partition vouched. */
    public boolean complete() {
        return vouched.cardinality() == partitionCount;
    }

    /** References of the partitions that vouched: compared, or excluded because they are of another finger or subject. */
    public long searchedReferences() {
        return searchedReferences;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "PartitionCoverage[%d of %d, %d references]",
                vouched.cardinality(),
                partitionCount,
                searchedReferences);
    }
}

package id.sidik.matcher.register;

import java.util.List;

/**
 * The register at one moment.
 *
 * @param fault why the state is FAULT, naming the record; else empty
 * @param loadProgress 0 to 1
 * @param galleryVersion grows with each change of the gallery
 */
public record RegisterStatus(
        RegisterState state,
        String fault,
        double loadProgress,
        long subjects,
        long galleryVersion,
        List<PartitionCount> partitions) {
    /** References of one partition, at rest and in the gallery. */
    public record PartitionCount(int partition, long stored, long indexed) {}

    public RegisterStatus {
        partitions = List.copyOf(partitions);
    }

    public long stored() {
        return partitions.stream().mapToLong(PartitionCount::stored).sum();
    }

    public long indexed() {
        return partitions.stream().mapToLong(PartitionCount::indexed).sum();
    }
}

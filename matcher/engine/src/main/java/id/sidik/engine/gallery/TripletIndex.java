package id.sidik.engine.gallery;

import id.sidik.engine.index.FingerBlock;
import id.sidik.engine.template.FingerPosition;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The references of a segment by finger, each finger in blocks that can be searched. Derived from the segment's templates; kept
 * with them, since to build it again takes ten times as long as to read it.
 */
final class TripletIndex implements Shortlister.SegmentIndex {
    private final List<Block> blocks;

    /** Some references of one finger, in the order of the segment. Numbers are those of the block. */
    static final class Block {
        private final FingerPosition finger;
        private final FingerBlock triplets;
        private final int[] reference;
        private final char[] row;

        Block(FingerPosition finger, FingerBlock triplets, int[] reference, char[] row) {
            this.finger = finger;
            this.triplets = triplets;
            this.reference = reference;
            this.row = row;
        }

        FingerPosition finger() {
            return finger;
        }

        FingerBlock triplets() {
            return triplets;
        }

        /** The number in the segment. */
        int reference(int number) {
            return reference[number];
        }

        int row(int number) {
            return row[number];
        }

        long sizeBytes() {
            return triplets.image().byteSize() + row.length * (long) (Integer.BYTES + 2 * Character.BYTES);
        }
    }

    private TripletIndex(List<Block> blocks) {
        this.blocks = List.copyOf(blocks);
    }

    /**
     * Indexes all references of a segment, some tens of microseconds each.
     *
     * @param arena which the index lives in
     */
    static TripletIndex build(Segment segment, Arena arena) {
        return of(
                segment,
                references ->
                        FingerBlock.build(arena, references.length, number -> segment.payload(references[number])));
    }

    /**
     * The index whose {@linkplain #images images} were kept, one after the other.
     *
     * @param kept nothing else, at a multiple of {@link FingerBlock#ALIGNMENT}; lives as long as the index
     * @throws IllegalArgumentException if it is not an index of such a segment, as this version writes it
     */
    static TripletIndex restore(Segment segment, MemorySegment kept) {
        KeptBlocks blocks = new KeptBlocks(kept);
        TripletIndex index = of(segment, references -> blocks.next(references.length));
        blocks.requireEnd();
        return index;
    }

    private static final class KeptBlocks {
        private final MemorySegment kept;
        private long at;

        KeptBlocks(MemorySegment kept) {
            this.kept = kept;
        }

        FingerBlock next(int references) {
            FingerBlock block = FingerBlock.restore(kept.asSlice(at), references);
            at += block.image().byteSize();
            return block;
        }

        void requireEnd() {
            if (at != kept.byteSize()) {
                throw new IllegalArgumentException("Not an index: it is longer than its segment's");
            }
        }
    }

    private static TripletIndex of(Segment segment, Function<int[], FingerBlock> triplets) {
        Map<FingerPosition, References> byFinger = new EnumMap<>(FingerPosition.class);
        for (int row = 0; row < segment.rows(); row++) {
            int first = segment.firstReference(row);
            for (int reference = first; reference < first + segment.referenceCount(row); reference++) {
                byFinger.computeIfAbsent(segment.finger(reference), _ -> new References())
                        .add(reference, row);
            }
        }
        List<Block> blocks = new ArrayList<>();
        byFinger.forEach((finger, references) -> references.split(finger, triplets, blocks));
        return new TripletIndex(blocks);
    }

    private static final class References {
        private int[] reference = new int[1 << 10];
        private char[] row = new char[1 << 10];
        private int count;

        void add(int segmentReference, int segmentRow) {
            if (count == row.length) {
                reference = Arrays.copyOf(reference, 2 * count);
                row = Arrays.copyOf(row, 2 * count);
            }
            reference[count] = segmentReference;
            row[count++] = (char) segmentRow;
        }

        void split(FingerPosition finger, Function<int[], FingerBlock> triplets, List<Block> blocks) {
            for (int from = 0; from < count; from += FingerBlock.REFERENCES_MAX) {
                int to = Math.min(count, from + FingerBlock.REFERENCES_MAX);
                int[] references = Arrays.copyOfRange(reference, from, to);
                blocks.add(
                        new Block(finger, triplets.apply(references), references, Arrays.copyOfRange(row, from, to)));
            }
        }
    }

    List<Block> blocks() {
        return blocks;
    }

    @Override
    public List<MemorySegment> images() {
        return blocks.stream().map(block -> block.triplets().image()).toList();
    }

    /** Outside the heap and on it. */
    @Override
    public long sizeBytes() {
        return blocks.stream().mapToLong(Block::sizeBytes).sum();
    }
}

package id.sidik.engine.gallery;

import id.sidik.engine.index.FingerBlock;
import id.sidik.engine.template.FingerPosition;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The references of a segment by finger, each finger in blocks that can be searched. Derived from the segment's templates, and
 * never stored: to build it again takes less time than to read and check it.
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
            return triplets.sizeBytes() + row.length * (long) (Integer.BYTES + 2 * Character.BYTES);
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
        Map<FingerPosition, References> byFinger = new EnumMap<>(FingerPosition.class);
        for (int row = 0; row < segment.rows(); row++) {
            int first = segment.firstReference(row);
            for (int reference = first; reference < first + segment.referenceCount(row); reference++) {
                byFinger.computeIfAbsent(segment.finger(reference), _ -> new References())
                        .add(reference, row);
            }
        }
        List<Block> blocks = new ArrayList<>();
        byFinger.forEach((finger, references) -> references.split(segment, arena, finger, blocks));
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

        void split(Segment segment, Arena arena, FingerPosition finger, List<Block> blocks) {
            for (int from = 0; from < count; from += FingerBlock.REFERENCES_MAX) {
                int to = Math.min(count, from + FingerBlock.REFERENCES_MAX);
                int[] references = Arrays.copyOfRange(reference, from, to);
                FingerBlock triplets =
                        FingerBlock.build(arena, to - from, number -> segment.payload(references[number]));
                blocks.add(new Block(finger, triplets, references, Arrays.copyOfRange(row, from, to)));
            }
        }
    }

    List<Block> blocks() {
        return blocks;
    }

    /** Outside the heap and on it. */
    @Override
    public long sizeBytes() {
        return blocks.stream().mapToLong(Block::sizeBytes).sum();
    }
}

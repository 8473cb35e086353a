package id.sidik.engine.index;

import id.sidik.engine.kernel.TurnFilter;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntFunction;

/**
 * The triplets of up to 65,536 references of one finger position, by cell: an inverted index outside the heap. Immutable; safe for
 * many threads as long as its arena lives.
 *
 * <pre>
 *  first entry of each bucket u32 × (buckets + 1) | {@link Entry} u32 × entries
 * </pre>
 *
 * How many entries each reference has is kept on the heap, two bytes each: every search reads all of them. A bucket is the cells that
 * share the first bits of their hash. About 1.3 kB a reference of 40 minutiae.
 */
public final class FingerBlock {
    public static final int REFERENCES_MAX = 1 << 16;

    private static final int BUCKET_BITS_MIN = 4;
    private static final int BUCKET_BITS_MAX = 22;

    /** Fewer would mix cells that have nothing in common, more would take memory. */
    private static final int ENTRIES_PER_BUCKET = 8;

    private static final ValueLayout.OfInt U32 = ValueLayout.JAVA_INT;

    private final int entries;
    private final int bucketShift;
    private final MemorySegment firstOfBucket;
    private final char[] entriesOfReference;
    private final MemorySegment entry;

    private FingerBlock(Arena arena, char[] entriesOfReference, int entries, int bucketBits) {
        this.entries = entries;
        this.bucketShift = Integer.SIZE - bucketBits;
        this.firstOfBucket = arena.allocate(U32, (1L << bucketBits) + 1);
        this.entriesOfReference = entriesOfReference;
        this.entry = arena.allocate(Integer.BYTES * (entries + (long) TurnFilter.SLACK), 64);
    }

    /**
     * Indexes references.
     *
     * @param arena which the block lives in
     * @param references 0 to {@link #REFERENCES_MAX}
     * @param payloads of a reference from 0, as {@link id.sidik.engine.template.SidikPayload} writes them; asked once for each
     */
    public static FingerBlock build(Arena arena, int references, IntFunction<byte[]> payloads) {
        if (references < 0 || references > REFERENCES_MAX) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "A block has 0 to %,d references, not %,d", REFERENCES_MAX, references));
        }
        Collector collector = new Collector(references);
        for (int reference = 0; reference < references; reference++) {
            collector.add(reference, payloads.apply(reference));
        }
        return collector.build(arena);
    }

    private static final class Collector {
        private final PointSet points = new PointSet();
        private final Triplets triplets = new Triplets(points);
        private final TripletKey cells = new TripletKey();
        private final char[] ofReference;
        private int[] key = new int[1 << 16];
        private int[] entry = new int[1 << 16];
        private int count;

        Collector(int references) {
            this.ofReference = new char[references];
        }

        void add(int reference, byte[] payload) {
            points.fill(payload);
            int before = count;
            triplets.ofReference(triplet -> {
                if (count == key.length) {
                    key = Arrays.copyOf(key, 2 * count);
                    entry = Arrays.copyOf(entry, 2 * count);
                }
                key[count] = cells.of(triplet);
                entry[count++] = Entry.of(reference, triplet);
            });
            ofReference[reference] = (char) (count - before);
        }

        FingerBlock build(Arena arena) {
            int bits = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(1, count / ENTRIES_PER_BUCKET));
            FingerBlock block =
                    new FingerBlock(arena, ofReference, count, Math.clamp(bits, BUCKET_BITS_MIN, BUCKET_BITS_MAX));
            int[] next = new int[(1 << (Integer.SIZE - block.bucketShift)) + 1];
            for (int i = 0; i < count; i++) {
                next[(key[i] >>> block.bucketShift) + 1]++;
            }
            for (int bucket = 1; bucket < next.length; bucket++) {
                next[bucket] += next[bucket - 1];
            }
            MemorySegment.copy(next, 0, block.firstOfBucket, U32, 0, next.length);
            for (int i = 0; i < count; i++) {
                int place = next[key[i] >>> block.bucketShift]++;
                block.entry.setAtIndex(U32, place, entry[i]);
            }
            return block;
        }
    }

    public int references() {
        return entriesOfReference.length;
    }

    int entries() {
        return entries;
    }

    int entriesOf(int reference) {
        return entriesOfReference[reference];
    }

    int bucketOf(int key) {
        return key >>> bucketShift;
    }

    /** The number of a bucket's first entry; of the bucket after the last, that of all entries. */
    int firstOf(int bucket) {
        return firstOfBucket.getAtIndex(U32, bucket);
    }

    int entryAt(int number) {
        return entry.getAtIndex(U32, number);
    }

    /** {@link Entry Entries}, and {@link TurnFilter#SLACK} zeros; 4 bytes each, in the machine's order. */
    MemorySegment entry() {
        return entry;
    }

    /** Of memory outside the heap. */
    public long sizeBytes() {
        return firstOfBucket.byteSize() + entry.byteSize();
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "FingerBlock[%d references, %d entries]", references(), entries);
    }
}

package id.sidik.engine.index;

import id.sidik.engine.kernel.ChanceLimit;
import id.sidik.engine.kernel.TurnFilter;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntFunction;

/**
 * The triplets of up to 65,536 references of one finger position, by cell: an inverted index outside the heap. Immutable; safe for
 * many threads as long as its memory lives.
 *
 * <p>Its image is one piece of memory, which may be kept and {@linkplain #restore restored}; numbers as the machine writes them, and
 * each part begins at a multiple of {@value #ALIGNMENT}:
 *
 * <pre>
 *  magic, version, references, entries, bits of a bucket's number   u32 each
 *  entries of each reference                                        u16 × references
 *  first entry of each bucket, bit 31: the bucket is not read       u32 × (buckets + 1)
 *  {@link Entry}                                                    u32 × entries, and {@link TurnFilter#SLACK} zeros
 * </pre>
 *
 * A bucket is the cells that share the first bits of their hash. How many entries each reference has is copied to the heap: every
 * search reads all of them. About 1.3 kB a reference of 40 minutiae.
 */
public final class FingerBlock {
    public static final int REFERENCES_MAX = 1 << 16;

    /** Of images, in bytes; their size is a multiple of it. */
    public static final int ALIGNMENT = 64;

    private static final int MAGIC = 0x4B4C4254; // "TBLK", as little-endian machines write it

    /** To be raised whenever the same templates would be indexed otherwise: {@code FingerBlockTest} notices. */
    private static final int VERSION = 1;

    private static final int BUCKET_BITS_MIN = 4;
    private static final int BUCKET_BITS_MAX = 22;

    /** Fewer would mix cells that have nothing in common, more would take memory. */
    private static final int ENTRIES_PER_BUCKET = 8;

    /**
     * A bucket of more than one entry in 2 to this power is not read: two thirds of all votes are from the commonest tenth of the
     * cells, and without them more mates are found (docs/performance.md).
     */
    private static final int COMMONEST_SHIFT = 15;

    /** But of small blocks every bucket is read. */
    private static final int COMMONEST_AT_LEAST = 64;

    /** Of the first entries of a bucket that is one finger's so many are alike, as seen from one of the first few. */
    private static final int ALIKE_MIN = 6;

    private static final int PIVOTS = 4;
    private static final int LOOKED_AT = 16;

    /** On the number of a bucket's first entry: the bucket is not read. */
    private static final int UNREAD = 1 << (Integer.SIZE - 1);

    private static final ValueLayout.OfInt U32 = ValueLayout.JAVA_INT;
    private static final ValueLayout.OfShort U16 = ValueLayout.JAVA_SHORT;

    private final MemorySegment image;
    private final int references;
    private final int entries;
    private final int bucketShift;
    private final MemorySegment firstOfBucket;
    private final short[] entriesOfReference;
    private final MemorySegment entry;

    private FingerBlock(MemorySegment image, Layout layout) {
        this.image = image;
        this.references = layout.references();
        this.entries = layout.entries();
        this.bucketShift = Integer.SIZE - layout.bucketBits();
        this.entriesOfReference = new short[references + ChanceLimit.SLACK];
        MemorySegment.copy(image, U16, Layout.OF_REFERENCE_AT, entriesOfReference, 0, references);
        this.firstOfBucket = image.asSlice(layout.firstAt(), layout.firstBytes());
        this.entry = image.asSlice(layout.entryAt(), layout.entryBytes());
    }

    /** Where the parts of an image lie. */
    private record Layout(int references, int entries, int bucketBits) {
        static final int HEADER_BYTES = 5 * Integer.BYTES;
        static final int OF_REFERENCE_AT = ALIGNMENT;

        /**
         * As the header of an image says.
         *
         * @throws IllegalArgumentException if this version writes no such header
         */
        static Layout of(MemorySegment image) {
            require(image.byteSize() >= HEADER_BYTES, "it is cut off");
            require(
                    image.getAtIndex(U32, 0) == MAGIC && image.getAtIndex(U32, 1) == VERSION,
                    "it is of another version");
            Layout layout = new Layout(image.getAtIndex(U32, 2), image.getAtIndex(U32, 3), image.getAtIndex(U32, 4));
            require(
                    layout.references >= 0
                            && layout.references <= REFERENCES_MAX
                            && layout.entries >= 0
                            && layout.bucketBits >= BUCKET_BITS_MIN
                            && layout.bucketBits <= BUCKET_BITS_MAX
                            && layout.bytes() <= image.byteSize(),
                    "its header makes no sense");
            return layout;
        }

        void writeHeader(MemorySegment image) {
            int[] header = {MAGIC, VERSION, references, entries, bucketBits};
            MemorySegment.copy(header, 0, image, U32, 0, header.length);
        }

        long firstAt() {
            return aligned(OF_REFERENCE_AT + (long) references * Character.BYTES);
        }

        long firstBytes() {
            return ((1L << bucketBits) + 1) * Integer.BYTES;
        }

        long entryAt() {
            return aligned(firstAt() + firstBytes());
        }

        long entryBytes() {
            return (entries + (long) TurnFilter.SLACK) * Integer.BYTES;
        }

        long bytes() {
            return aligned(entryAt() + entryBytes());
        }

        private static long aligned(long offset) {
            return (offset + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        }
    }

    private static void require(boolean condition, String fault) {
        if (!condition) {
            throw new IllegalArgumentException("Not an index: " + fault);
        }
    }

    /**
     * The block whose {@link #image} was kept, looked through once so that no search can leave its bounds. O(entries).
     *
     * @param kept begins with the image, at a multiple of {@value #ALIGNMENT}, and lives as long as the block
     * @param references that the block must have
     * @throws IllegalArgumentException if it is no image, or one of another version, or of other references
     */
    public static FingerBlock restore(MemorySegment kept, int references) {
        Layout layout = Layout.of(kept);
        require(layout.references() == references, "it has other references");
        FingerBlock block = new FingerBlock(kept.asSlice(0, layout.bytes()), layout);
        block.requireBounds();
        return block;
    }

    private void requireBounds() {
        int before = 0;
        int buckets = 1 << (Integer.SIZE - bucketShift);
        for (int bucket = 0; bucket <= buckets; bucket++) {
            int first = firstOf(bucket);
            require(first >= before && first <= entries, "its buckets do not grow");
            before = first;
        }
        require(firstOf(0) == 0 && before == entries, "its buckets do not hold its entries");
        long sum = 0;
        for (short ofReference : entriesOfReference) {
            require(ofReference >= 0, "a reference has more entries than a print");
            sum += ofReference;
        }
        require(sum == entries, "its references do not have its entries");
        int most = 0;
        for (int number = 0; number < entries; number++) {
            most = Math.max(most, Entry.reference(entryAt(number)));
        }
        require(entries == 0 || most < references(), "an entry is of a reference that it does not have");
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
        private final short[] ofReference;
        private int[] key = new int[1 << 16];
        private int[] entry = new int[1 << 16];
        private int count;

        Collector(int references) {
            this.ofReference = new short[references];
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
            ofReference[reference] = (short) (count - before);
        }

        FingerBlock build(Arena arena) {
            int bits = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(1, count / ENTRIES_PER_BUCKET));
            Layout layout = new Layout(ofReference.length, count, Math.clamp(bits, BUCKET_BITS_MIN, BUCKET_BITS_MAX));
            MemorySegment image = arena.allocate(layout.bytes(), ALIGNMENT);
            layout.writeHeader(image);
            MemorySegment.copy(ofReference, 0, image, U16, Layout.OF_REFERENCE_AT, ofReference.length);
            FingerBlock block = new FingerBlock(image, layout);
            sort(block);
            return block;
        }

        private void sort(FingerBlock block) {
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
            block.markCommon();
        }
    }

    public int references() {
        return references;
    }

    int entries() {
        return entries;
    }

    int entriesOf(int reference) {
        return entriesOfReference[reference];
    }

    /** Of each reference, and {@link ChanceLimit#SLACK} zeros. */
    short[] entriesOfReferences() {
        return entriesOfReference;
    }

    int bucketOf(int key) {
        return key >>> bucketShift;
    }

    private void markCommon() {
        int commonest = Math.max(COMMONEST_AT_LEAST, entries >>> COMMONEST_SHIFT);
        int buckets = 1 << (Integer.SIZE - bucketShift);
        for (int bucket = 0; bucket < buckets; bucket++) {
            int first = firstOf(bucket);
            if (firstOf(bucket + 1) - first > commonest && !isOneFinger(first)) {
                firstOfBucket.setAtIndex(U32, bucket, first | UNREAD);
            }
        }
    }

    /**
     * Whether a bucket is so common because many have one finger, and not because many fingers are alike there: then the first entries
     * lie in much the same place of their prints. Just these buckets must not be left out: one finger may serve for thousands of names.
     */
    private boolean isOneFinger(int first) {
        for (int pivot = first; pivot < first + PIVOTS; pivot++) {
            int alike = 0;
            for (int at = first; at < first + LOOKED_AT; at++) {
                alike += Entry.isNear(entryAt(pivot), entryAt(at)) ? 1 : 0;
            }
            if (alike >= ALIKE_MIN) {
                return true;
            }
        }
        return false;
    }

    /** The number of a bucket's first entry; of the bucket after the last, that of all entries. */
    int firstOf(int bucket) {
        return firstOfBucket.getAtIndex(U32, bucket) & ~UNREAD;
    }

    /** The entry after the last that is to be read of a bucket; its first, if too many share it. */
    int readUntil(int bucket) {
        int first = firstOfBucket.getAtIndex(U32, bucket);
        return first < 0 ? first & ~UNREAD : firstOf(bucket + 1);
    }

    int entryAt(int number) {
        return entry.getAtIndex(U32, number);
    }

    /** {@link Entry Entries}, and {@link TurnFilter#SLACK} zeros; 4 bytes each, in the machine's order. */
    MemorySegment entry() {
        return entry;
    }

    /** All that the block is, read-only; its size is a multiple of {@value #ALIGNMENT}. */
    public MemorySegment image() {
        return image.asReadOnly();
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "FingerBlock[%d references, %d entries]", references(), entries);
    }
}

package id.sidik.engine.gallery;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * The bytes of a segment, in memory as in a file; all numbers little-endian:
 *
 * <pre>
 *  offset  size  field
 *  0       4     magic "SSEG"
 *  4       4     version of this layout
 *  8       8     number of the segment
 *  16      4     rows n
 *  20      4     references m
 *  24      8·14  where each section ends, from the beginning; each begins at the next multiple of 8
 *
 *  section          an item              items
 *  ID_END           u32, in IDS          n
 *  IDS              UTF-8
 *  ID_TABLE         u32, row + 1 or 0    a power of two from 2n; see {@link SegmentIds}
 *  PARTITION        u16                  n
 *  SEX              u8, ISO/IEC 5218     n
 *  BIRTH_YEAR       u16, 0 unknown       n
 *  REGION           u16, place in REGION_NAMES + 1, 0 unknown   n
 *  REFERENCE_END    u32                  n
 *  FINGER           u8, ISO/IEC 19794-2  m
 *  TEMPLATE_END     u32, in TEMPLATES    m
 *  TEMPLATES        payloads of the algorithm
 *  REGION_NAMES     u8 length, ASCII
 *  GALLERY_NAMES    u8 length, ASCII, u32 where its rows end in GALLERY_ROWS
 *  GALLERY_ROWS     u16, rows of one named gallery after the other
 * </pre>
 *
 * The whole is filled up to a multiple of {@link Segment#PART_ALIGNMENT}. Where a segment is kept, the images of its index follow.
 */
final class SegmentLayout {
    static final int MAGIC = 0x47455353; // "SSEG", as it lies in memory
    static final int VERSION = 1;

    static final int VERSION_AT = 4;
    static final int NUMBER_AT = 8;
    static final int ROWS_AT = 16;
    static final int REFERENCES_AT = 20;
    static final int SECTION_ENDS_AT = 24;

    static final ValueLayout.OfShort U16 = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    static final ValueLayout.OfInt U32 = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    static final ValueLayout.OfLong U64 = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private static final int ALIGNMENT = 8;

    private SegmentLayout() {}

    /** In the order in which they lie. */
    enum Section {
        ID_END(0),
        IDS(1),
        ID_TABLE(2),
        PARTITION(3),
        SEX(4),
        BIRTH_YEAR(5),
        REGION(6),
        REFERENCE_END(7),
        FINGER(8),
        TEMPLATE_END(9),
        TEMPLATES(10),
        REGION_NAMES(11),
        GALLERY_NAMES(12),
        GALLERY_ROWS(13);

        private static final int COUNT = values().length;

        private final int place;

        Section(int place) {
            this.place = place;
        }

        /** Among the sections, from 0. */
        int place() {
            return place;
        }

        static int count() {
            return COUNT;
        }
    }

    static long headerBytes() {
        return SECTION_ENDS_AT + (long) Section.count() * Long.BYTES;
    }

    /**
     * The bytes of the segment that an image begins with, up to where its index begins.
     *
     * @throws IllegalArgumentException if the image is cut off
     */
    static long segmentBytes(MemorySegment image) {
        if (image.byteSize() < headerBytes()) {
            throw new IllegalArgumentException("Not a segment: it is cut off");
        }
        long end = roundedUp(image.get(U64, headerBytes() - Long.BYTES), Segment.PART_ALIGNMENT);
        if (end < headerBytes() || end > image.byteSize()) {
            throw new IllegalArgumentException("Not a segment: its last section lies outside");
        }
        return end;
    }

    static long aligned(long offset) {
        return roundedUp(offset, ALIGNMENT);
    }

    static long roundedUp(long offset, int alignment) {
        return (offset + alignment - 1) / alignment * alignment;
    }
}

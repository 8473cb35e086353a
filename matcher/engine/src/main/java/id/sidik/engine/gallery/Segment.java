package id.sidik.engine.gallery;

import static java.nio.charset.StandardCharsets.US_ASCII;

import id.sidik.engine.gallery.SegmentLayout.Section;
import id.sidik.engine.gallery.Shortlister.SegmentIndex;
import id.sidik.engine.index.FingerBlock;
import id.sidik.engine.template.FingerPosition;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Up to 65,535 subjects with all their references, outside the heap and unchangeable; {@link SegmentLayout} has the picture. Who is
 * withdrawn or moved is told by a {@link SegmentView}.
 *
 * <p>Held by whoever reads it, and by the gallery as long as it is part of it. When the last one lets go, the memory is overwritten
 * and given back at once: templates of people who withdrew shall not wait for a garbage collector.
 */
final class Segment {
    /** So that a row, and a region of each row, fit 16 bits. */
    static final int ROWS_MAX = 65_535;

    /** Of what is kept of a segment, in bytes: its parts lie one after the other, and each may be read where it lies. */
    static final int PART_ALIGNMENT = FingerBlock.ALIGNMENT;

    private static final int CACHE_LINE_BYTES = 64;

    /** Offsets within a section are 32 bits. */
    static final long SECTION_BYTES_MAX = Integer.MAX_VALUE;

    private final ErasingArena arena;
    private final MemorySegment image;
    private final boolean isKept;
    private final long number;
    private final int rows;
    private final int references;
    private final long[] begins = new long[Section.count()];
    private final int slots;
    private final List<String> regions;
    private final Map<String, RowRange> galleries;
    private final AtomicInteger holders = new AtomicInteger(1);
    private volatile @Nullable SegmentIndex index;

    /** Where the rows of a named gallery lie in their section. */
    private record RowRange(int from, int to) {}

    /**
     * A segment around its bytes, held once.
     *
     * @param arena which the segment closes
     * @param image allocated in it
     * @param isKept whether the bytes come from a copy that is kept
     * @throws IllegalArgumentException if they are not a segment of this version
     */
    Segment(ErasingArena arena, MemorySegment image, boolean isKept) {
        this.arena = arena;
        this.isKept = isKept;
        this.image = image;
        require(image.byteSize() >= SegmentLayout.headerBytes(), "it is cut off");
        require(image.get(SegmentLayout.U32, 0) == SegmentLayout.MAGIC, "it begins otherwise");
        require(image.get(SegmentLayout.U32, SegmentLayout.VERSION_AT) == SegmentLayout.VERSION, "another version");
        this.number = image.get(SegmentLayout.U64, SegmentLayout.NUMBER_AT);
        this.rows = image.get(SegmentLayout.U32, SegmentLayout.ROWS_AT);
        this.references = image.get(SegmentLayout.U32, SegmentLayout.REFERENCES_AT);
        require(rows >= 1 && rows <= ROWS_MAX && references >= rows, "it has no sensible number of rows");
        readSections();
        this.slots = (int) (sectionBytes(Section.ID_TABLE) / Integer.BYTES);
        require(Integer.bitCount(slots) == 1 && slots > rows, "its table of ids has no sensible size");
        requireEnds(Section.ID_END, rows, sectionBytes(Section.IDS));
        requireEnds(Section.REFERENCE_END, rows, references);
        requireEnds(Section.TEMPLATE_END, references, sectionBytes(Section.TEMPLATES));
        this.regions = readRegions();
        this.galleries = readGalleries();
    }

    private static void require(boolean condition, String fault) {
        if (!condition) {
            throw new IllegalArgumentException("Not a segment: " + fault);
        }
    }

    private void readSections() {
        long end = SegmentLayout.headerBytes();
        for (Section section : Section.values()) {
            long begin = SegmentLayout.aligned(end);
            end = end(section);
            begins[section.place()] = begin;
            require(
                    begin <= end && end <= image.byteSize() && end - begin <= SECTION_BYTES_MAX,
                    "section " + section + " lies outside");
        }
        require(sectionBytes(Section.PARTITION) == 2L * rows, "partitions and rows differ");
        require(sectionBytes(Section.SEX) == rows, "sexes and rows differ");
        require(sectionBytes(Section.BIRTH_YEAR) == 2L * rows, "birth years and rows differ");
        require(sectionBytes(Section.REGION) == 2L * rows, "regions and rows differ");
        require(sectionBytes(Section.FINGER) == references, "fingers and references differ");
    }

    private void requireEnds(Section section, int items, long last) {
        require(sectionBytes(section) == 4L * items, "section " + section + " has another length");
        int before = 0;
        for (int item = 0; item < items; item++) {
            int end = u32(section, item);
            require(end >= before, "section " + section + " does not grow");
            before = end;
        }
        require(before == last, "section " + section + " does not reach the end");
    }

    private long end(Section section) {
        return image.get(SegmentLayout.U64, SegmentLayout.SECTION_ENDS_AT + (long) section.place() * Long.BYTES);
    }

    private long begin(Section section) {
        return begins[section.place()];
    }

    private long sectionBytes(Section section) {
        return end(section) - begin(section);
    }

    private int u32(Section section, long item) {
        return image.get(SegmentLayout.U32, begin(section) + item * Integer.BYTES);
    }

    private int u16(Section section, long item) {
        return Short.toUnsignedInt(image.get(SegmentLayout.U16, begin(section) + item * Short.BYTES));
    }

    private int u8(Section section, long item) {
        return Byte.toUnsignedInt(image.get(ValueLayout.JAVA_BYTE, begin(section) + item));
    }

    private byte[] bytes(Section section, long from, long to) {
        byte[] copy = new byte[Math.toIntExact(to - from)];
        MemorySegment.copy(image, ValueLayout.JAVA_BYTE, begin(section) + from, copy, 0, copy.length);
        return copy;
    }

    private List<String> readRegions() {
        List<String> names = new ArrayList<>();
        long at = 0;
        while (at < sectionBytes(Section.REGION_NAMES)) {
            int length = u8(Section.REGION_NAMES, at);
            names.add(new String(bytes(Section.REGION_NAMES, at + 1, at + 1 + length), US_ASCII));
            at += 1 + length;
        }
        return List.copyOf(names);
    }

    private Map<String, RowRange> readGalleries() {
        Map<String, RowRange> ranges = new HashMap<>();
        long at = 0;
        int from = 0;
        while (at < sectionBytes(Section.GALLERY_NAMES)) {
            int length = u8(Section.GALLERY_NAMES, at);
            String name = new String(bytes(Section.GALLERY_NAMES, at + 1, at + 1 + length), US_ASCII);
            int to = image.get(SegmentLayout.U32, begin(Section.GALLERY_NAMES) + at + 1 + length);
            require(from <= to && 2L * to <= sectionBytes(Section.GALLERY_ROWS), "a gallery's rows lie outside");
            ranges.put(name, new RowRange(from, to));
            from = to;
            at += 1 + length + Integer.BYTES;
        }
        return Map.copyOf(ranges);
    }

    /** Of this segment alone; grows with time. */
    long number() {
        return number;
    }

    /** Whether there was a copy of it from the beginning. */
    boolean isKept() {
        return isKept;
    }

    int rows() {
        return rows;
    }

    int references() {
        return references;
    }

    /** Of memory outside the heap. */
    long sizeBytes() {
        return image.byteSize() + index().sizeBytes();
    }

    /** Gives the segment its index, once, before anybody searches it. */
    void indexBy(Shortlister shortlister) {
        index = shortlister.index(this, arena);
    }

    /**
     * Gives the segment the index that was kept with it.
     *
     * @throws IllegalArgumentException if that is not its index, as this version makes it
     */
    void restoreIndex(Shortlister shortlister, MemorySegment kept) {
        index = shortlister.restore(this, kept);
    }

    SegmentIndex index() {
        return Objects.requireNonNull(index, "the segment was not indexed");
    }

    /**
     * All that the segment is and its index, read-only, to be read only while the segment is held. Each part is a multiple of
     * {@link #PART_ALIGNMENT} long.
     */
    List<MemorySegment> parts() {
        List<MemorySegment> parts = new ArrayList<>();
        parts.add(image.asReadOnly());
        parts.addAll(index().images());
        return parts;
    }

    /** The row of a subject, or -1; whether it still counts is for a view to say. */
    int find(byte[] id) {
        int slot = SegmentIds.firstSlot(id, slots);
        int found = u32(Section.ID_TABLE, slot);
        while (found != 0) {
            if (isIdOf(found - 1, id)) {
                return found - 1;
            }
            slot = slot + 1 & slots - 1;
            found = u32(Section.ID_TABLE, slot);
        }
        return -1;
    }

    private boolean isIdOf(int row, byte[] id) {
        long from = begin(Section.IDS) + idBegin(row);
        long to = begin(Section.IDS) + u32(Section.ID_END, row);
        return MemorySegment.mismatch(image, from, to, MemorySegment.ofArray(id), 0, id.length) == -1;
    }

    private int idBegin(int row) {
        return row == 0 ? 0 : u32(Section.ID_END, row - 1);
    }

    String id(int row) {
        return SegmentIds.textOf(bytes(Section.IDS, idBegin(row), u32(Section.ID_END, row)));
    }

    int partition(int row) {
        return u16(Section.PARTITION, row);
    }

    int firstReference(int row) {
        return row == 0 ? 0 : u32(Section.REFERENCE_END, row - 1);
    }

    int referenceCount(int row) {
        return u32(Section.REFERENCE_END, row) - firstReference(row);
    }

    /** Of the reference with a number from 0 to {@link #references}. */
    FingerPosition finger(int reference) {
        return FingerPosition.ofIsoNumber(u8(Section.FINGER, reference));
    }

    byte[] payload(int reference) {
        return bytes(Section.TEMPLATES, templateBegin(reference), u32(Section.TEMPLATE_END, reference));
    }

    private int templateBegin(int reference) {
        return reference == 0 ? 0 : u32(Section.TEMPLATE_END, reference - 1);
    }

    /**
     * Reads a little of each cache line of a template, so that those of many are on their way at once before the first is needed.
     *
     * @return what means nothing, and must be used
     */
    int touch(int reference) {
        long from = begin(Section.TEMPLATES) + templateBegin(reference);
        long to = begin(Section.TEMPLATES) + u32(Section.TEMPLATE_END, reference);
        int sum = 0;
        for (long at = from; at < to; at += CACHE_LINE_BYTES) {
            sum += image.get(ValueLayout.JAVA_BYTE, at);
        }
        return sum;
    }

    SubjectTraits traits(int row) {
        int year = u16(Section.BIRTH_YEAR, row);
        int region = u16(Section.REGION, row);
        return new SubjectTraits(
                Sex.ofIsoNumber(u8(Section.SEX, row)),
                year == 0 ? OptionalInt.empty() : OptionalInt.of(year),
                region == 0 ? Optional.empty() : Optional.of(regions.get(region - 1)),
                galleriesOf(row));
    }

    private Set<String> galleriesOf(int row) {
        if (galleries.isEmpty()) {
            return Set.of();
        }
        Set<String> names = new HashSet<>();
        galleries.forEach((name, range) -> {
            if (isAmong(range, row)) {
                names.add(name);
            }
        });
        return names;
    }

    /** Rows of a gallery ascend. */
    private boolean isAmong(RowRange range, int row) {
        int low = range.from();
        int high = range.to() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int at = u16(Section.GALLERY_ROWS, middle);
            if (at == row) {
                return true;
            }
            if (at < row) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return false;
    }

    /** Takes out of a set of rows those that do not pass. */
    void retain(RowSet candidates, SubjectFilter filter) {
        filter.gallery().ifPresent(name -> candidates.retainAll(rowsOf(name)));
        filter.sex().ifPresent(asked -> {
            int other = (asked == Sex.MALE ? Sex.FEMALE : Sex.MALE).isoNumber();
            candidates.retainIf(row -> u8(Section.SEX, row) != other);
        });
        filter.birthYears()
                .ifPresent(years -> candidates.retainIf(row -> {
                    int year = u16(Section.BIRTH_YEAR, row);
                    return year == 0 || years.contains(year);
                }));
        if (!filter.regions().isEmpty()) {
            boolean[] passes = passing(filter.regions());
            candidates.retainIf(row -> passes[u16(Section.REGION, row)]);
        }
    }

    private RowSet rowsOf(String gallery) {
        RowSet members = RowSet.none(rows);
        RowRange range = galleries.getOrDefault(gallery, new RowRange(0, 0));
        for (int at = range.from(); at < range.to(); at++) {
            members.add(u16(Section.GALLERY_ROWS, at));
        }
        return members;
    }

    /** By region as rows name it; 0 is unknown, and passes. */
    private boolean[] passing(Set<String> asked) {
        boolean[] passes = new boolean[regions.size() + 1];
        Arrays.fill(passes, false);
        passes[0] = true;
        for (int region = 0; region < regions.size(); region++) {
            passes[region + 1] = asked.contains(regions.get(region));
        }
        return passes;
    }

    /** Holds the segment, unless it is gone already. */
    boolean hold() {
        int now = holders.get();
        while (now > 0) {
            if (holders.compareAndSet(now, now + 1)) {
                return true;
            }
            now = holders.get();
        }
        return false;
    }

    /** Lets go of the segment; whoever is the last ends it. */
    void release() {
        int left = holders.decrementAndGet();
        if (left == 0) {
            arena.close();
        } else if (left < 0) {
            throw new IllegalStateException("Segment " + number + " was released more often than it was held");
        }
    }

    boolean isGone() {
        return holders.get() <= 0;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "Segment[%d, %d rows]", number, rows);
    }
}

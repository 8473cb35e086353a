package id.sidik.engine.gallery;

import static java.nio.charset.StandardCharsets.US_ASCII;

import id.sidik.engine.gallery.SegmentLayout.Section;
import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;

/** Lays rows out as a {@link Segment}, and indexes them. Reads each row twice: to measure, and to write. */
final class SegmentBuilder {
    private final List<? extends SubjectRow> rows;
    private final long[] sizes = new long[Section.count()];
    private final long[] begins = new long[Section.count()];
    private final Map<String, Integer> regions = new LinkedHashMap<>();
    private final Map<String, List<Integer>> galleries = new TreeMap<>();
    private int references;

    private SegmentBuilder(List<? extends SubjectRow> rows) {
        this.rows = rows;
    }

    /**
     * Makes a segment, held once.
     *
     * @param rows 1 to {@link Segment#ROWS_MAX}, of different subjects
     * @throws CancellationException if the thread was interrupted
     */
    static Segment build(long number, List<? extends SubjectRow> rows, SegmentForm form) {
        if (rows.isEmpty() || rows.size() > Segment.ROWS_MAX) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "A segment has 1 to %,d rows, not %,d", Segment.ROWS_MAX, rows.size()));
        }
        SegmentBuilder builder = new SegmentBuilder(rows);
        builder.measure();
        return builder.write(number, form);
    }

    private void measure() {
        int n = rows.size();
        for (int row = 0; row < n; row++) {
            measure(row);
        }
        set(Section.ID_END, 4L * n);
        set(Section.ID_TABLE, 4L * SegmentIds.slots(n));
        set(Section.PARTITION, 2L * n);
        set(Section.SEX, n);
        set(Section.BIRTH_YEAR, 2L * n);
        set(Section.REGION, 2L * n);
        set(Section.REFERENCE_END, 4L * n);
        set(Section.FINGER, references);
        set(Section.TEMPLATE_END, 4L * references);
        set(Section.REGION_NAMES, regionNames().length);
        set(Section.GALLERY_NAMES, galleryNames().length);
        set(
                Section.GALLERY_ROWS,
                2L * galleries.values().stream().mapToInt(List::size).sum());
    }

    private void measure(int row) {
        stopIfInterrupted();
        SubjectRow subject = rows.get(row);
        grow(Section.IDS, SegmentIds.bytesOf(subject.id()).length);
        SubjectTraits traits = subject.traits();
        traits.region().ifPresent(region -> regions.putIfAbsent(region, regions.size() + 1));
        traits.galleries()
                .forEach(name ->
                        galleries.computeIfAbsent(name, _ -> new ArrayList<>()).add(row));
        references += subject.referenceCount();
        for (int reference = 0; reference < subject.referenceCount(); reference++) {
            grow(Section.TEMPLATES, subject.payload(reference).length);
        }
    }

    private static void stopIfInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("The gallery is being closed");
        }
    }

    private void set(Section section, long bytes) {
        sizes[section.place()] = bytes;
    }

    private void grow(Section section, long bytes) {
        sizes[section.place()] += bytes;
    }

    private byte[] regionNames() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        regions.keySet().forEach(name -> writeName(out, name));
        return out.toByteArray();
    }

    private byte[] galleryNames() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int end = 0;
        for (Map.Entry<String, List<Integer>> gallery : galleries.entrySet()) {
            end += gallery.getValue().size();
            writeName(out, gallery.getKey());
            out.writeBytes(ByteBuffer.allocate(Integer.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(end)
                    .array());
        }
        return out.toByteArray();
    }

    private static void writeName(ByteArrayOutputStream out, String name) {
        byte[] letters = name.getBytes(US_ASCII);
        out.write(letters.length);
        out.writeBytes(letters);
    }

    private Segment write(long number, SegmentForm form) {
        long end = SegmentLayout.headerBytes();
        for (int section = 0; section < sizes.length; section++) {
            begins[section] = SegmentLayout.aligned(end);
            end = begins[section] + sizes[section];
            if (sizes[section] > Segment.SECTION_BYTES_MAX) {
                throw new IllegalArgumentException("A segment would need more than 2 GiB for its templates");
            }
        }
        ErasingArena arena = new ErasingArena(form.pages());
        try {
            MemorySegment image =
                    arena.allocate(SegmentLayout.roundedUp(end, Segment.PART_ALIGNMENT), Segment.PART_ALIGNMENT);
            writeHeader(image, number);
            writeRows(image);
            write(image, Section.REGION_NAMES, 0, regionNames());
            write(image, Section.GALLERY_NAMES, 0, galleryNames());
            writeGalleryRows(image);
            Segment segment = new Segment(arena, image, false);
            segment.indexBy(form.shortlister());
            return segment;
        } catch (RuntimeException | Error e) {
            arena.close();
            throw e;
        }
    }

    private void writeHeader(MemorySegment image, long number) {
        image.set(SegmentLayout.U32, 0, SegmentLayout.MAGIC);
        image.set(SegmentLayout.U32, SegmentLayout.VERSION_AT, SegmentLayout.VERSION);
        image.set(SegmentLayout.U64, SegmentLayout.NUMBER_AT, number);
        image.set(SegmentLayout.U32, SegmentLayout.ROWS_AT, rows.size());
        image.set(SegmentLayout.U32, SegmentLayout.REFERENCES_AT, references);
        for (int section = 0; section < sizes.length; section++) {
            image.set(
                    SegmentLayout.U64,
                    SegmentLayout.SECTION_ENDS_AT + (long) section * Long.BYTES,
                    begins[section] + sizes[section]);
        }
    }

    private void writeRows(MemorySegment image) {
        int idEnd = 0;
        int reference = 0;
        int templateEnd = 0;
        for (int row = 0; row < rows.size(); row++) {
            stopIfInterrupted();
            SubjectRow subject = rows.get(row);
            byte[] id = SegmentIds.bytesOf(subject.id());
            write(image, Section.IDS, idEnd, id);
            idEnd += id.length;
            u32(image, Section.ID_END, row, idEnd);
            enter(image, id, row);
            u16(image, Section.PARTITION, row, subject.partition());
            writeTraits(image, row, subject.traits());
            for (int i = 0; i < subject.referenceCount(); i++) {
                byte[] payload = subject.payload(i);
                write(image, Section.TEMPLATES, templateEnd, payload);
                templateEnd += payload.length;
                u32(image, Section.TEMPLATE_END, reference, templateEnd);
                u8(image, Section.FINGER, reference, subject.finger(i).isoNumber());
                reference++;
            }
            u32(image, Section.REFERENCE_END, row, reference);
        }
    }

    private void writeTraits(MemorySegment image, int row, SubjectTraits traits) {
        u8(image, Section.SEX, row, traits.sex().isoNumber());
        u16(image, Section.BIRTH_YEAR, row, traits.birthYear().orElse(0));
        u16(image, Section.REGION, row, traits.region().map(regions::get).orElse(0));
    }

    private void writeGalleryRows(MemorySegment image) {
        int at = 0;
        for (List<Integer> members : galleries.values()) {
            for (int row : members) {
                u16(image, Section.GALLERY_ROWS, at, row);
                at++;
            }
        }
    }

    private void enter(MemorySegment image, byte[] id, int row) {
        int slots = (int) (sizes[Section.ID_TABLE.place()] / Integer.BYTES);
        int slot = SegmentIds.firstSlot(id, slots);
        while (image.get(SegmentLayout.U32, begins[Section.ID_TABLE.place()] + (long) slot * Integer.BYTES) != 0) {
            slot = slot + 1 & slots - 1;
        }
        u32(image, Section.ID_TABLE, slot, row + 1);
    }

    private void write(MemorySegment image, Section section, long at, byte[] bytes) {
        MemorySegment.copy(bytes, 0, image, ValueLayout.JAVA_BYTE, begins[section.place()] + at, bytes.length);
    }

    private void u32(MemorySegment image, Section section, long item, int value) {
        image.set(SegmentLayout.U32, begins[section.place()] + item * Integer.BYTES, value);
    }

    private void u16(MemorySegment image, Section section, long item, int value) {
        image.set(SegmentLayout.U16, begins[section.place()] + item * Short.BYTES, (short) value);
    }

    private void u8(MemorySegment image, Section section, long item, int value) {
        image.set(ValueLayout.JAVA_BYTE, begins[section.place()] + item, (byte) value);
    }
}

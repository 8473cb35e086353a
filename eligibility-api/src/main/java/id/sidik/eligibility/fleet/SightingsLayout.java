package id.sidik.eligibility.fleet;

import id.sidik.eligibility.records.BodyReader;
import id.sidik.eligibility.records.BodyWriter;
import id.sidik.eligibility.records.CorruptRecordException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/**
 * The file of what bridges last said. Nothing of a person is in it, so it is not sealed. Big-endian:
 *
 * <pre>
 * 8 bytes "SIDIKSEE" | int version 1 | body | int CRC-32C of all before
 *
 * body: int count | that many: text device id | moment seen | optional moment started | text version
 *       | int count | that many: text model | text state | counts captures | counts faults | long replugs | long impressions
 *                                | long attempts | int recent quality, -1 for none
 *       | long running | long held | long refused | text refusal
 * counts: int count | that many: text name, long number
 * </pre>
 */
public final class SightingsLayout {
    private static final byte[] MAGIC = "SIDIKSEE".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;
    private static final int HEAD_BYTES = MAGIC.length + Integer.BYTES;
    private static final int BRIDGES_MAX = 1_000_000;
    private static final int LIST_MAX = 1_000;
    private static final int NO_QUALITY = -1;
    private static final String NAME = "what bridges last said";

    private SightingsLayout() {}

    /** All of the file. */
    public static ByteBuffer write(Map<String, Sighting> sightings) {
        BodyWriter body = new BodyWriter();
        body.list(sightings.entrySet(), seen -> write(body.text(seen.getKey()), seen.getValue()));
        byte[] fields = body.body();
        ByteBuffer file = ByteBuffer.allocate(HEAD_BYTES + fields.length + Integer.BYTES)
                .put(MAGIC)
                .putInt(VERSION)
                .put(fields);
        return file.putInt(checksum(file.array(), file.position())).flip();
    }

    private static void write(BodyWriter body, Sighting seen) {
        body.moment(seen.at())
                .optional(seen.startedAt(), body::moment)
                .text(seen.softwareVersion())
                .list(seen.scanners(), scanner -> write(body, scanner))
                .number(seen.profile().running())
                .number(seen.profile().held())
                .number(seen.profile().refused())
                .text(seen.profile().refusal());
    }

    private static void write(BodyWriter body, Sighting.ScannerHealth scanner) {
        Sighting.Figures figures = scanner.figures();
        body.text(scanner.model()).text(scanner.state());
        counts(body, figures.captures());
        counts(body, figures.faults());
        body.number(figures.replugs())
                .number(figures.impressions())
                .number(figures.attempts())
                .number(figures.recentQuality().orElse(NO_QUALITY));
    }

    private static void counts(BodyWriter body, Map<String, Long> counts) {
        body.list(
                new TreeMap<>(counts).entrySet(),
                count -> body.text(count.getKey()).number(count.getValue().longValue()));
    }

    /**
     * What a file says.
     *
     * @throws CorruptRecordException when the bytes are no such file, or a damaged one
     */
    public static Map<String, Sighting> read(byte[] file) {
        int end = file.length - Integer.BYTES;
        if (end < HEAD_BYTES || !Arrays.equals(file, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new CorruptRecordException(NAME, "the file does not begin as one");
        }
        ByteBuffer fields = ByteBuffer.wrap(file);
        if (fields.getInt(MAGIC.length) != VERSION || fields.getInt(end) != checksum(file, end)) {
            throw new CorruptRecordException(NAME, "its version is another, or its checksum does not fit");
        }
        BodyReader body = new BodyReader(NAME, Arrays.copyOfRange(file, HEAD_BYTES, end));
        try {
            Map<String, Sighting> sightings = new LinkedHashMap<>();
            body.list(BRIDGES_MAX, () -> Map.entry(body.text(), sighting(body)))
                    .forEach(seen -> sightings.put(seen.getKey(), seen.getValue()));
            return sightings;
        } catch (DateTimeException e) {
            throw new CorruptRecordException(NAME, "a moment that cannot be", e);
        }
    }

    private static Sighting sighting(BodyReader body) {
        return new Sighting(
                body.moment(),
                body.optional(body::moment),
                body.text(),
                body.list(LIST_MAX, () -> scanner(body)),
                new Sighting.ProfileState(body.longNumber(), body.longNumber(), body.longNumber(), body.text()));
    }

    private static Sighting.ScannerHealth scanner(BodyReader body) {
        return new Sighting.ScannerHealth(
                body.text(),
                body.text(),
                new Sighting.Figures(
                        counts(body),
                        counts(body),
                        body.longNumber(),
                        body.longNumber(),
                        body.longNumber(),
                        quality(body.number())));
    }

    private static OptionalInt quality(int kept) {
        return kept == NO_QUALITY ? OptionalInt.empty() : OptionalInt.of(kept);
    }

    private static Map<String, Long> counts(BodyReader body) {
        Map<String, Long> counts = new TreeMap<>();
        List<Map.Entry<String, Long>> read = body.list(LIST_MAX, () -> Map.entry(body.text(), body.longNumber()));
        read.forEach(count -> counts.put(count.getKey(), count.getValue()));
        return counts;
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, 0, length);
        return (int) checksum.getValue();
    }
}

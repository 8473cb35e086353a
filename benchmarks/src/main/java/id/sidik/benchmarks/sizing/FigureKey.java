package id.sidik.benchmarks.sizing;

import java.util.Arrays;
import java.util.Optional;

/**
 * What is known of a box of some kind: its key in files and what it counts. Profiles assume them, {@code profile measure} finds
 * some of them out.
 */
public enum FigureKey {
    EXTRACTION_MILLIS("size.extraction-millis", "ms of a core to extract a print"),
    PREPARATION_MICROS("size.preparation-micros", "us of a core to prepare a probe"),
    GENUINE_COMPARISON_MICROS("size.genuine-comparison-micros", "us of a core to compare two prints of one finger"),
    IMPOSTOR_COMPARISON_MICROS(
            "size.impostor-comparison-micros", "us of a core to prepare and compare a finalist's finger"),
    REQUEST_MILLIS("size.request-millis", "ms of a core for the rest of a gate decision"),
    SEARCH_MILLIS_PER_MILLION(
            "size.search-millis-per-million", "ms of a core to search a million subjects with two fingers each"),
    SYNCED_APPENDS_PER_SECOND("size.synced-appends-per-second", "synced appends a second, of 64 writers"),
    GALLERY_BYTES_PER_REFERENCE("size.gallery-bytes-per-reference", "bytes of memory a reference"),
    DISK_BYTES_PER_REFERENCE("size.disk-bytes-per-reference", "bytes of disk a reference"),
    DISK_BYTES_PER_DECISION("size.disk-bytes-per-decision", "bytes of disk a decision"),
    BUSY_PERCENT_MAX("size.busy-percent-max", "% of a resource used at the busiest hour, at most"),
    MEAN_PERCENT_OF_PEAK("size.mean-percent-of-peak", "% of the busiest hour's rate, over a year"),
    /** Not part of the arithmetic; says what bounds a search. */
    MEMORY_GIB_PER_SECOND("size.memory-gib-per-second", "GiB a second that one core reads in order");

    private final String key;
    private final String meaning;

    FigureKey(String key, String meaning) {
        this.key = key;
        this.meaning = meaning;
    }

    public String key() {
        return key;
    }

    /** Its unit and what it counts. */
    public String meaning() {
        return meaning;
    }

    static Optional<FigureKey> named(String key) {
        return Arrays.stream(values()).filter(figure -> figure.key.equals(key)).findFirst();
    }
}

package id.sidik.eligibility.nid;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Every region code seen in the official lists of 2016 to 2025, retired ones included: a number keeps the code of the place
 * that issued it. One line per code in {@code regions.tsv}: code, latest name, and the last year seen if it is not 2025.
 * Codes of 2, 4 and 6 digits are provinces, regencies and cities, and districts. About 8,500 entries, read once.
 */
public final class RegionTable {
    private static final String RESOURCE = "regions.tsv";
    private static final int REGENCY_DIGITS = 4;

    private final Map<String, Region> regions;

    private RegionTable(Map<String, Region> regions) {
        this.regions = Map.copyOf(regions);
    }

    /** One code of the table. */
    record Region(String name, boolean retired) {}

    /** Reads the table that comes with this class. */
    public static RegionTable bundled() {
        InputStream content = RegionTable.class.getResourceAsStream(RESOURCE);
        if (content == null) {
            throw new IllegalStateException("the build left out " + RESOURCE);
        }
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(content, StandardCharsets.UTF_8))) {
            Map<String, Region> regions = new HashMap<>();
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                String[] columns = line.split("\t", -1);
                regions.put(columns[0], new Region(columns[1], columns.length > 2));
            });
            return new RegionTable(regions);
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " cannot be read", e);
        }
    }

    /**
     * Regencies and cities of a province, those of earlier years included.
     *
     * @param code of a province, 2 digits, or of a regency or city, 4 digits, which is its own only one
     * @return codes of 4 digits; none if the code is of neither
     */
    public Set<String> regenciesIn(String code) {
        if (!regions.containsKey(code) || code.length() > REGENCY_DIGITS) {
            return Set.of();
        }
        return regions.keySet().stream()
                .filter(known -> known.length() == REGENCY_DIGITS && known.startsWith(code))
                .collect(Collectors.toUnmodifiableSet());
    }

    Optional<Region> find(String code) {
        return Optional.ofNullable(regions.get(code));
    }
}

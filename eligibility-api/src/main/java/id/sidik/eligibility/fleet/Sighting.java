package id.sidik.eligibility.fleet;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a bridge last said of itself.
 *
 * @param startedAt when the bridge started, if it says so
 * @param softwareVersion of the bridge, as it calls itself
 * @param scanners its scanners
 * @param profile which settings of the institution it has
 */
public record Sighting(
        Instant at,
        Optional<Instant> startedAt,
        String softwareVersion,
        List<ScannerHealth> scanners,
        ProfileState profile) {
    public Sighting {
        scanners = List.copyOf(scanners);
    }

    /**
     * Which profile a bridge has.
     *
     * @param running number of the one that it was started with; 0 for none
     * @param held number of the one that its next start takes; 0 for none
     * @param refused number of the newest that it refused; 0 for none
     * @param refusal why
     */
    public record ProfileState(long running, long held, long refused, String refusal) {}

    /**
     * How one scanner is.
     *
     * @param model as the scanner's profile calls it; empty while none was found
     * @param state a word: READY, or what is wrong
     */
    public record ScannerHealth(String model, String state, Figures figures) {}

    /**
     * What a scanner did since its bridge started.
     *
     * @param captures by what they came to
     * @param faults that somebody met, by kind
     * @param replugs how often it came back
     * @param impressions that were accepted
     * @param attempts that these took
     * @param recentQuality median of the latest frames, 0 to 100
     */
    public record Figures(
            Map<String, Long> captures,
            Map<String, Long> faults,
            long replugs,
            long impressions,
            long attempts,
            OptionalInt recentQuality) {
        public Figures {
            captures = Map.copyOf(captures);
            faults = Map.copyOf(faults);
        }
    }
}

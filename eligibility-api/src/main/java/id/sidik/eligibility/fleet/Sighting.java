package id.sidik.eligibility.fleet;

import java.time.Instant;
import java.util.List;

/**
 * What a bridge last said of itself.
 *
 * @param softwareVersion of the bridge, as it calls itself
 * @param scanners its scanners
 * @param profile which settings of the institution it has
 */
public record Sighting(Instant at, String softwareVersion, List<ScannerHealth> scanners, ProfileState profile) {
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
     * @param model as the scanner's profile calls it; empty while none answers
     * @param state a word: READY, or what is wrong
     */
    public record ScannerHealth(String model, String state) {}
}

package id.sidik.bridge.watch;

import id.sidik.bridge.scanner.DeviceFault;
import id.sidik.bridge.scanner.DeviceFault.Kind;
import id.sidik.engine.quality.QualityCause;
import id.sidik.wire.metrics.Distribution;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one scanner did since the bridge started.
 *
 * @param model as its profile names it; empty when none was found
 * @param fault what is wrong now; empty while it can be used
 * @param lastSeen when it last answered
 * @param replugs how often it came back after it was missed; one that was away for less than a look is not noticed
 * @param captures by what they came to: {@link #COMPLETED}, {@link #CANCELLED}, or the name of a fault of captures
 * @param faults by kind, each time somebody met one
 * @param causes why frames were not better, by cause, good ones included
 * @param recentQuality of the latest frames, 0 to 100 each, the oldest first
 * @param attempts of each accepted impression
 * @param quality of all frames
 * @param seconds from the first prompt of a capture that was completed to its end
 */
public record ScannerRecord(
        String model,
        Optional<DeviceFault> fault,
        Optional<Instant> lastSeen,
        long replugs,
        Map<String, Long> captures,
        Map<Kind, Long> faults,
        Optional<PastFault> lastFault,
        Map<QualityCause, Long> causes,
        List<Integer> recentQuality,
        Distribution.Counts attempts,
        Distribution.Counts quality,
        Distribution.Counts seconds) {
    public static final String COMPLETED = "COMPLETED";
    public static final String CANCELLED = "CANCELLED";

    public ScannerRecord {
        captures = Map.copyOf(captures);
        faults = Map.copyOf(faults);
        causes = Map.copyOf(causes);
        recentQuality = List.copyOf(recentQuality);
    }

    /** Whether it is plugged in, as far as anybody knows. */
    public boolean isAttached() {
        return fault.filter(DeviceFault::isUnplugged).isEmpty();
    }
}

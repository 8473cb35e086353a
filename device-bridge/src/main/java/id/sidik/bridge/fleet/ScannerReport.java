package id.sidik.bridge.fleet;

import id.sidik.bridge.scanner.DeviceFault;
import id.sidik.bridge.scanner.Readiness;
import id.sidik.bridge.watch.HealthWording;
import id.sidik.bridge.watch.ScannerRecord;
import id.sidik.eligibility.v1.ScannerHealth;
import java.util.ArrayList;
import java.util.List;

/** How scanners are, in the words of the gate's contract. */
final class ScannerReport {
    /** As many as the gate takes. */
    static final int SCANNERS_MAX = 16;

    private static final String READY = "READY";

    private ScannerReport() {}

    /**
     * All that were there since the start.
     *
     * @param now how the one that is there is
     * @param known what they did, the latest first
     */
    static List<ScannerHealth> of(Readiness now, List<ScannerRecord> known) {
        List<ScannerHealth> told = new ArrayList<>(
                known.stream().limit(SCANNERS_MAX).map(ScannerReport::told).toList());
        if (told.isEmpty()) {
            told.add(ScannerHealth.getDefaultInstance());
        }
        told.set(0, told.getFirst().toBuilder().setState(stateOf(now)).build());
        return told;
    }

    private static ScannerHealth told(ScannerRecord scanner) {
        ScannerHealth.Builder told = ScannerHealth.newBuilder()
                .setModel(scanner.model())
                .setState(scanner.fault().map(fault -> fault.kind().name()).orElse(READY))
                .putAllCaptures(scanner.captures())
                .putAllFaults(HealthWording.named(scanner.faults()))
                .setReplugs(scanner.replugs())
                .setImpressions(scanner.attempts().count())
                .setAttempts(Math.round(scanner.attempts().sum()));
        if (!scanner.recentQuality().isEmpty()) {
            told.setRecentQuality(medianOf(scanner.recentQuality()));
        }
        return told.build();
    }

    /** Of an even number the lower of the two in the middle. */
    private static int medianOf(List<Integer> values) {
        return values.stream().sorted().toList().get((values.size() - 1) / 2);
    }

    private static String stateOf(Readiness readiness) {
        return switch (readiness) {
            case Readiness.Ready _ -> READY;
            case Readiness.Busy _ -> "BUSY";
            case DeviceFault fault -> fault.kind().name();
        };
    }
}

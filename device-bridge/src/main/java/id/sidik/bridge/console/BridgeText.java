package id.sidik.bridge.console;

import com.google.protobuf.util.Timestamps;
import id.sidik.bridge.watch.ScannerRecord;
import id.sidik.eligibility.v1.BridgeRecord;
import id.sidik.eligibility.v1.GetBridgeResponse;
import id.sidik.eligibility.v1.ScannerHealth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One bridge of the fleet, in lines for a console. */
final class BridgeText {
    private BridgeText() {}

    static String of(GetBridgeResponse found) {
        BridgeRecord bridge = found.getBridge();
        List<String> lines = new ArrayList<>();
        lines.add(bridge.getDeviceId() + " at " + bridge.getFacilityId()
                + (bridge.getRevoked() ? ", revoked: turned away for good" : ""));
        lines.add(row("joined", Timestamps.toString(bridge.getJoinedAt())));
        lines.add(row(
                "certificate",
                "until " + Timestamps.toString(bridge.getCertificateExpiresAt()) + ", x5t#S256 "
                        + bridge.getCertificateThumbprint()
                        + (bridge.getFormerCertificateHolds() ? "; the one before holds until this one is seen" : "")));
        if (bridge.hasLastSeen()) {
            lines.add(row("last seen", Timestamps.toString(bridge.getLastSeen())));
            lines.add(row(
                    "version",
                    bridge.getSoftwareVersion()
                            + (bridge.hasStartedAt()
                                    ? ", started " + Timestamps.toString(bridge.getStartedAt())
                                    : "")));
            bridge.getScannersList().forEach(scanner -> lines.addAll(scanner(scanner)));
        } else {
            lines.add(row("last seen", "never"));
        }
        lines.add(row("profile", profile(bridge, found.getProfilePublished())));
        return String.join("\n", lines);
    }

    private static String row(String name, String value) {
        return String.format(Locale.ROOT, "  %-12s %s", name, value);
    }

    /** Such as {@code ZFM-20 READY}; of a scanner that never was there only how it is. */
    static String modelAndState(ScannerHealth scanner) {
        return (scanner.getModel() + " " + scanner.getState()).strip();
    }

    private static List<String> scanner(ScannerHealth scanner) {
        List<String> lines = new ArrayList<>();
        lines.add(row("scanner", modelAndState(scanner)));
        lines.add(row(
                "",
                String.format(
                        Locale.ROOT,
                        "%d captures completed%s; %s; quality %s; came back %d times",
                        scanner.getCapturesOrDefault(ScannerRecord.COMPLETED, 0),
                        others(scanner),
                        tries(scanner),
                        scanner.hasRecentQuality() ? Integer.toString(scanner.getRecentQuality()) : "unknown",
                        scanner.getReplugs())));
        if (!scanner.getFaultsMap().isEmpty()) {
            lines.add(row("", "faults: " + counts(scanner.getFaultsMap())));
        }
        return lines;
    }

    private static String others(ScannerHealth scanner) {
        Map<String, Long> others = new TreeMap<>(scanner.getCapturesMap());
        others.remove(ScannerRecord.COMPLETED);
        return others.isEmpty() ? "" : " (and " + counts(others) + ")";
    }

    private static String counts(Map<String, Long> counts) {
        return new TreeMap<>(counts)
                .entrySet().stream()
                        .map(count -> count.getKey() + " " + count.getValue())
                        .collect(Collectors.joining(", "));
    }

    private static String tries(ScannerHealth scanner) {
        return scanner.getImpressions() == 0
                ? "no impression yet"
                : String.format(
                        Locale.ROOT,
                        "%.1f tries an impression",
                        (double) scanner.getAttempts() / scanner.getImpressions());
    }

    private static String profile(BridgeRecord bridge, long published) {
        List<String> parts = new ArrayList<>();
        parts.add(bridge.getProfileRunning() == 0 ? "none holds" : bridge.getProfileRunning() + " holds");
        if (bridge.getProfileHeld() != bridge.getProfileRunning()) {
            parts.add(bridge.getProfileHeld() + " waits for its next start");
        }
        if (published > Math.max(bridge.getProfileHeld(), bridge.getProfileRefused())) {
            parts.add(published + " is published, and not fetched yet");
        }
        if (bridge.getProfileRefused() != 0) {
            parts.add(bridge.getProfileRefused() + " was refused: " + bridge.getProfileRefusal());
        }
        return String.join("; ", parts);
    }
}

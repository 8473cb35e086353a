package id.sidik.bridge.console;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import id.sidik.bridge.v1.BridgeHealth;
import id.sidik.bridge.v1.ScannerFault;
import id.sidik.bridge.v1.ScannerHealth;
import id.sidik.bridge.watch.ScannerRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the bridge's health page shows, in three lines for a console. */
final class HealthLines {
    private HealthLines() {}

    static List<String> of(BridgeHealth health) {
        List<String> lines = new ArrayList<>();
        health.getScannersList().forEach(scanner -> lines.add(lineOf(scanner)));
        lines.add(String.format(
                Locale.ROOT,
                "gate %s; %d answers wait for it; %s; certificate until %s",
                health.getGateServes() ? "answers" : "does not answer",
                health.getJournalWaiting(),
                health.hasNewestPack()
                        ? "site pack " + hoursBetween(health.getNewestPack().getIssuedAt(), health.getAt()) + " h old"
                        : "no site pack",
                Timestamps.toString(health.getCertificateExpiresAt())));
        if (health.hasTurnedAwayAt()) {
            lines.add(
                    "turned away for good by the institution, heard at " + Timestamps.toString(health.getTurnedAwayAt())
                            + ": nobody is served here, and its site packs are destroyed");
        }
        if (!health.getOfflineFault().isEmpty()) {
            lines.add("nothing can be answered without a network: " + health.getOfflineFault());
        }
        return lines;
    }

    private static String lineOf(ScannerHealth scanner) {
        long all = scanner.getCapturesMap().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        return String.format(
                Locale.ROOT,
                "%s: %d captures, %d completed; quality %s; came back %d times; %s",
                scanner.getModel().isEmpty() ? "no scanner yet" : scanner.getModel(),
                all,
                scanner.getCapturesOrDefault(ScannerRecord.COMPLETED, 0),
                scanner.getRecentQualityList().stream().mapToInt(Integer::intValue).average().stream()
                        .mapToObj(mean -> Long.toString(Math.round(mean)))
                        .findFirst()
                        .orElse("unknown"),
                scanner.getReplugs(),
                scanner.hasLastFault() ? lastFault(scanner.getLastFault()) : "no fault");
    }

    private static String lastFault(ScannerFault fault) {
        return "last fault " + fault.getKind() + " at " + Timestamps.toString(fault.getAt());
    }

    private static long hoursBetween(Timestamp from, Timestamp to) {
        return Duration.ofMillis(Timestamps.toMillis(to) - Timestamps.toMillis(from))
                .toHours();
    }
}

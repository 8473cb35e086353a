package id.sidik.bridge.watch;

import id.sidik.bridge.scanner.DeviceFault;
import id.sidik.bridge.scanner.FaultText;
import id.sidik.bridge.v1.BridgeHealth;
import id.sidik.bridge.v1.HeldPack;
import id.sidik.bridge.v1.ScannerFault;
import id.sidik.bridge.v1.ScannerHealth;
import id.sidik.wire.rpc.ProtoTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How a bridge is, in the words of the contract. */
public final class HealthWording {
    private HealthWording() {}

    /** All of a state that a technician reads. */
    public static BridgeHealth of(BridgeState state) {
        BridgeHealth.Builder health = BridgeHealth.newBuilder()
                .setAt(ProtoTime.of(state.at()))
                .setStartedAt(ProtoTime.of(state.startedAt()))
                .setGateServes(state.gateServes())
                .setJournalWaiting(state.offline().getWaiting())
                .setOfflineFault(state.offline().getFault())
                .setCertificateExpiresAt(ProtoTime.of(state.certificateExpiresAt()))
                .addAllScanners(state.scanners().stream().map(HealthWording::of).toList());
        if (state.offline().hasTurnedAwayAt()) {
            health.setTurnedAwayAt(state.offline().getTurnedAwayAt());
        }
        List<HeldPack> packs = state.offline().getPacksList();
        if (!packs.isEmpty()) {
            health.setNewestPack(packs.getFirst());
        }
        return health.build();
    }

    private static ScannerHealth of(ScannerRecord scanner) {
        ScannerHealth.Builder health = ScannerHealth.newBuilder()
                .setModel(scanner.model())
                .setReplugs(scanner.replugs())
                .putAllCaptures(scanner.captures())
                .putAllFaults(named(scanner.faults()))
                .putAllQualityCauses(named(scanner.causes()))
                .addAllRecentQuality(scanner.recentQuality())
                .setImpressions(scanner.attempts().count())
                .setAttempts(Math.round(scanner.attempts().sum()));
        scanner.fault().ifPresent(fault -> health.setFault(worded(fault)));
        scanner.lastSeen().ifPresent(at -> health.setLastSeenAt(ProtoTime.of(at)));
        scanner.lastFault()
                .ifPresent(past ->
                        health.setLastFault(worded(past.fault()).toBuilder().setAt(ProtoTime.of(past.at()))));
        return health.build();
    }

    private static ScannerFault worded(DeviceFault fault) {
        return ScannerFault.newBuilder()
                .setKind(fault.kind().name())
                .setDetail(fault.detail())
                .putAllAdvice(FaultText.inEveryLanguage(fault.kind()))
                .build();
    }

    /** Counts under the names of what they count. */
    public static Map<String, Long> named(Map<? extends Enum<?>, Long> counts) {
        return counts.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(entry -> entry.getKey().name(), Map.Entry::getValue));
    }
}

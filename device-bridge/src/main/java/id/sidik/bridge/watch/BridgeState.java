package id.sidik.bridge.watch;

import id.sidik.bridge.v1.GetOfflineStatusResponse;
import java.time.Instant;
import java.util.List;

/**
 * How a bridge is at a moment.
 *
 * @param scanners all that were there since the start, the latest first
 * @param gateServes whether the gate answers
 * @param offline what could be answered without it
 */
public record BridgeState(
        Instant at,
        Instant startedAt,
        List<ScannerRecord> scanners,
        boolean gateServes,
        GetOfflineStatusResponse offline,
        Instant certificateExpiresAt) {
    public BridgeState {
        scanners = List.copyOf(scanners);
    }
}

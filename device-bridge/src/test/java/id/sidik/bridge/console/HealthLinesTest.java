package id.sidik.bridge.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import id.sidik.bridge.v1.BridgeHealth;
import id.sidik.bridge.v1.HeldPack;
import id.sidik.bridge.v1.ScannerFault;
import id.sidik.bridge.v1.ScannerHealth;
import org.junit.jupiter.api.Test;

class HealthLinesTest {
    private static final Timestamp NOON =
            Timestamp.newBuilder().setSeconds(1_767_268_800).build(); // 2026-01-01T12:00:00Z

    @Test
    void saysInThreeLinesHowABridgeDoes() {
        BridgeHealth health = BridgeHealth.newBuilder()
                .setAt(NOON)
                .setGateServes(true)
                .setJournalWaiting(2)
                .setCertificateExpiresAt(NOON)
                .setNewestPack(
                        HeldPack.newBuilder().setIssuedAt(NOON.toBuilder().setSeconds(NOON.getSeconds() - 3 * 3_600)))
                .addScanners(ScannerHealth.newBuilder()
                        .setModel("ZFM-20")
                        .putCaptures("COMPLETED", 3)
                        .putCaptures("FINGER_TIMEOUT", 1)
                        .addRecentQuality(60)
                        .addRecentQuality(71)
                        .setReplugs(1)
                        .setLastFault(
                                ScannerFault.newBuilder().setKind("GARBLED").setAt(NOON)))
                .build();

        assertThat(HealthLines.of(health))
                .containsExactly(
                        "ZFM-20: 4 captures, 3 completed; quality 66; came back 1 times;"
                                + " last fault GARBLED at 2026-01-01T12:00:00Z",
                        "gate answers; 2 answers wait for it; site pack 3 h old; certificate until 2026-01-01T12:00:00Z");
    }

    @Test
    void saysWhatIsMissing() {
        BridgeHealth health = BridgeHealth.newBuilder()
                .setAt(NOON)
                .setCertificateExpiresAt(NOON)
                .setOfflineFault("the journal is full")
                .addScanners(ScannerHealth.getDefaultInstance())
                .build();

        assertThat(HealthLines.of(health))
                .containsExactly(
                        "no scanner yet: 0 captures, 0 completed; quality unknown; came back 0 times; no fault",
                        "gate does not answer; 0 answers wait for it; no site pack; certificate until 2026-01-01T12:00:00Z",
                        "nothing can be answered without a network: the journal is full");
    }
}

package id.sidik.bridge.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import id.sidik.eligibility.v1.BridgeRecord;
import id.sidik.eligibility.v1.GetBridgeResponse;
import id.sidik.eligibility.v1.ScannerHealth;
import org.junit.jupiter.api.Test;

class BridgeTextTest {
    private static final BridgeRecord BARE = BridgeRecord.newBuilder()
            .setDeviceId("bridge-one")
            .setFacilityId("RSUD-01")
            .setJoinedAt(at(0))
            .setCertificateExpiresAt(at(7_776_000))
            .setCertificateThumbprint("dGh1bWI")
            .build();

    @Test
    void showsABridgeWhole() {
        BridgeRecord bridge = BARE.toBuilder()
                .setFormerCertificateHolds(true)
                .setLastSeen(at(3_600))
                .setStartedAt(at(60))
                .setSoftwareVersion("1.0")
                .addScanners(ScannerHealth.newBuilder()
                        .setModel("ZFM-20")
                        .setState("READY")
                        .putCaptures("COMPLETED", 31)
                        .putCaptures("FINGER_TIMEOUT", 2)
                        .putFaults("ABSENT", 1)
                        .setReplugs(1)
                        .setImpressions(30)
                        .setAttempts(33)
                        .setRecentQuality(62))
                .setProfileRunning(1)
                .setProfileHeld(2)
                .build();

        assertThat(text(bridge, 3)).isEqualTo("""
                bridge-one at RSUD-01
                  joined       1970-01-01T00:00:00Z
                  certificate  until 1970-04-01T00:00:00Z, x5t#S256 dGh1bWI; the one before holds until this one is seen
                  last seen    1970-01-01T01:00:00Z
                  version      1.0, started 1970-01-01T00:01:00Z
                  scanner      ZFM-20 READY
                               31 captures completed (and FINGER_TIMEOUT 2); 1.1 tries an impression; quality 62; came back 1 times
                               faults: ABSENT 1
                  profile      1 holds; 2 waits for its next start; 3 is published, and not fetched yet""");
    }

    @Test
    void saysWhatItDoesNotKnow() {
        assertThat(text(BARE.toBuilder().setRevoked(true).build(), 0))
                .contains("revoked")
                .contains("last seen    never")
                .contains("profile      none holds")
                .doesNotContain("version");
        assertThat(text(
                        BARE.toBuilder()
                                .setProfileRefused(4)
                                .setProfileRefusal("it is old")
                                .build(),
                        4))
                .endsWith("none holds; 4 was refused: it is old");
    }

    private static String text(BridgeRecord bridge, long published) {
        return BridgeText.of(GetBridgeResponse.newBuilder()
                .setBridge(bridge)
                .setProfilePublished(published)
                .build());
    }

    private static Timestamp at(long seconds) {
        return Timestamp.newBuilder().setSeconds(seconds).build();
    }
}

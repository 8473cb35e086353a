package id.sidik.bridge.emulator;

import id.sidik.bridge.scanner.ScannerProfile;
import id.sidik.bridge.scanner.ScannerProtocol;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** A module of each protocol, as its profile describes it. */
public final class ProtocolProfiles {
    private static final ScannerProfile GT_511 = new ScannerProfile(
            "GT-511C3",
            ScannerProtocol.GT511,
            258,
            202,
            450,
            8,
            List.of(115_200, 9_600, 57_600, 38_400, 19_200),
            1,
            0,
            128,
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Set.of());
    private static final ScannerProfile F5 = new ScannerProfile(
            "Waveshare-F5",
            ScannerProtocol.F5,
            140,
            140,
            250,
            4,
            List.of(19_200, 9_600, 38_400, 57_600, 115_200),
            0,
            0,
            128,
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            Set.of());

    private ProtocolProfiles() {}

    public static ScannerProfile of(ScannerProtocol protocol) {
        return switch (protocol) {
            case EF01 -> ScannerProfile.ZFM_20;
            case GT511 -> GT_511;
            case F5 -> F5;
        };
    }
}

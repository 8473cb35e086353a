package id.sidik.bridge.emulator;

import id.sidik.bridge.scanner.ScannerProfile;
import id.sidik.bridge.scanner.ScannerProtocol;

/** A module of each protocol. */
public final class ProtocolProfiles {
    private ProtocolProfiles() {}

    public static ScannerProfile of(ScannerProtocol protocol) {
        return switch (protocol) {
            case EF01 -> ScannerProfile.ZFM_20;
            case GT511 -> ScannerProfile.GT_511C3;
            case F5 -> ScannerProfile.WAVESHARE_F5;
        };
    }
}

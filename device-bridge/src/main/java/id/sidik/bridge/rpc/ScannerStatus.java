package id.sidik.bridge.rpc;

import id.sidik.bridge.scanner.DeviceFault;
import id.sidik.bridge.scanner.FaultText;
import id.sidik.bridge.scanner.Readiness;
import id.sidik.bridge.v1.GetScannerStatusResponse;
import id.sidik.bridge.v1.ScannerState;

/** How a scanner is, in the words of the contract. */
final class ScannerStatus {
    private ScannerStatus() {}

    static GetScannerStatusResponse of(Readiness readiness, String port) {
        GetScannerStatusResponse.Builder status =
                GetScannerStatusResponse.newBuilder().setPort(port);
        return switch (readiness) {
            case Readiness.Ready ready ->
                status.setState(ScannerState.READY)
                        .setModel(ready.model())
                        .setDpi(ready.dpi())
                        .build();
            case Readiness.Busy _ -> status.setState(ScannerState.BUSY).build();
            case DeviceFault fault ->
                status.setState(stateOf(fault.kind()))
                        .setDetail(fault.detail())
                        .putAllAdvice(FaultText.inEveryLanguage(fault.kind()))
                        .build();
        };
    }

    private static ScannerState stateOf(DeviceFault.Kind kind) {
        return switch (kind) {
            case ABSENT, UNPLUGGED -> ScannerState.ABSENT;
            case NO_PERMISSION -> ScannerState.NO_PERMISSION;
            case IN_USE -> ScannerState.IN_USE;
            case NOT_ANSWERING,
                    GARBLED,
                    WRONG_ADDRESS,
                    WRONG_PASSWORD,
                    REFUSED,
                    SENSOR_BROKEN,
                    DRIVER_MISSING,
                    DRIVER_FAILED,
                    IMAGE_DAMAGED,
                    IMAGE_SIZE_WRONG,
                    CANCELLED -> ScannerState.NOT_ANSWERING;
        };
    }
}

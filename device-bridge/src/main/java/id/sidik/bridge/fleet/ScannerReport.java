package id.sidik.bridge.fleet;

import id.sidik.bridge.scanner.DeviceFault;
import id.sidik.bridge.scanner.Readiness;
import id.sidik.eligibility.v1.ScannerHealth;

/** How a scanner is, in the words of the gate's contract. */
final class ScannerReport {
    private ScannerReport() {}

    static ScannerHealth of(Readiness readiness) {
        ScannerHealth.Builder health = ScannerHealth.newBuilder();
        return switch (readiness) {
            case Readiness.Ready ready ->
                health.setModel(ready.model()).setState("READY").build();
            case Readiness.Busy _ -> health.setState("BUSY").build();
            case DeviceFault fault -> health.setState(fault.kind().name()).build();
        };
    }
}

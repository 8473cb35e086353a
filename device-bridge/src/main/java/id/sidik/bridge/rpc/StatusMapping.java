package id.sidik.bridge.rpc;

import id.sidik.bridge.counter.JourneyRefusedException;
import id.sidik.bridge.device.DeviceKeyChangedException;
import id.sidik.bridge.session.ScannerBusyException;
import id.sidik.bridge.uplink.GateRefusedException;
import id.sidik.wire.rpc.RpcError;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which status a failure gets. What is not listed is our own fault: its text stays here, in the log. */
final class StatusMapping {
    private static final Logger LOG = LoggerFactory.getLogger(StatusMapping.class);

    private StatusMapping() {}

    static StatusRuntimeException of(RuntimeException failure) {
        return switch (failure) {
            case StatusRuntimeException status -> status;
            case JourneyRefusedException refused ->
                RpcError.of(Status.Code.INVALID_ARGUMENT, refused.reason(), String.valueOf(refused.getMessage()));
            case ScannerBusyException busy ->
                RpcError.of(Status.Code.FAILED_PRECONDITION, "SCANNER_BUSY", String.valueOf(busy.getMessage()));
            case DeviceKeyChangedException changed ->
                RpcError.of(
                        Status.Code.FAILED_PRECONDITION, "DEVICE_KEY_CHANGED", String.valueOf(changed.getMessage()));
            case GateRefusedException refused -> refused.status();
            case CancellationException _ ->
                Status.CANCELLED.withDescription("the caller went away").asRuntimeException();
            default -> {
                LOG.error("a journey broke", failure);
                yield Status.INTERNAL
                        .withDescription("the bridge failed; its log says why")
                        .asRuntimeException();
            }
        };
    }
}

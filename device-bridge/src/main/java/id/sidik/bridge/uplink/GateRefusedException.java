package id.sidik.bridge.uplink;

import id.sidik.wire.rpc.RpcError;
import io.grpc.StatusRuntimeException;

/** The gate would not take the question as it was put: an NID that cannot be, a key used for something else. */
public final class GateRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final StatusRuntimeException status;

    GateRefusedException(StatusRuntimeException status) {
        super(status.getStatus().getDescription(), status);
        this.status = status;
    }

    /** The stable reason of the contract, such as NID_INVALID; the name of the status when it gave none. */
    public String reason() {
        return RpcError.reasonOf(status).orElse(status.getStatus().getCode().name());
    }

    /** The refusal as it came, for a caller who speaks the same contract. */
    public StatusRuntimeException status() {
        return status;
    }
}

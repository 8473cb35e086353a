package id.sidik.eligibility.rpc;

import id.sidik.eligibility.journey.Refusals;
import id.sidik.eligibility.journey.RequestRefusedException;
import id.sidik.wire.rpc.RpcError;
import io.grpc.Status;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place that knows gRPC's codes. */
final class StatusMapping {
    private static final Logger LOG = LoggerFactory.getLogger(StatusMapping.class);

    private StatusMapping() {}

    /** The error that a caller sees. What we did not foresee stays in the log; the caller gets its number to quote. */
    static StatusRuntimeException errorOf(RuntimeException failure) {
        if (failure instanceof StatusRuntimeException already) {
            return already;
        }
        return Refusals.of(failure).map(StatusMapping::errorOf).orElseGet(() -> unforeseen(failure));
    }

    private static StatusRuntimeException errorOf(RequestRefusedException refused) {
        String message = String.valueOf(refused.getMessage());
        return refused.kind() == RequestRefusedException.Kind.OVERLOADED
                ? RpcError.retryable(
                        codeOf(refused.kind()), refused.reason(), message, refused.details(), refused.retryAfter())
                : RpcError.of(codeOf(refused.kind()), refused.reason(), message, refused.details());
    }

    private static Code codeOf(RequestRefusedException.Kind kind) {
        return switch (kind) {
            case INVALID -> Code.INVALID_ARGUMENT;
            case UNKNOWN -> Code.NOT_FOUND;
            case EXISTS -> Code.ALREADY_EXISTS;
            case KEY_REUSED, CONFLICT, NOT_NOW -> Code.FAILED_PRECONDITION;
            case UNAUTHENTICATED -> Code.UNAUTHENTICATED;
            case FORBIDDEN -> Code.PERMISSION_DENIED;
            case UNAVAILABLE -> Code.UNAVAILABLE;
            case OVERLOADED -> Code.RESOURCE_EXHAUSTED;
            case DATA_LOST -> Code.DATA_LOSS;
        };
    }

    private static StatusRuntimeException unforeseen(RuntimeException failure) {
        String incident = UUID.randomUUID().toString();
        LOG.error("Incident {}", incident, failure);
        return Status.INTERNAL
                .withDescription("Something broke on our side; incident " + incident)
                .asRuntimeException();
    }
}

package id.sidik.wire.rpc;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.Map;
import java.util.Optional;

/**
 * Errors as our contracts promise them: a {@code google.rpc.Status} with a {@code google.rpc.ErrorInfo} whose reason is stable. The
 * message is for people and may change; programs read the reason.
 */
public final class RpcError {
    public static final String DOMAIN = "sidik.id";

    private RpcError() {}

    /**
     * Makes an error to throw from a handler.
     *
     * @param reason one of those that the .proto file of the service lists, UPPER_SNAKE_CASE
     */
    public static StatusRuntimeException of(Code code, String reason, String message, Map<String, String> metadata) {
        ErrorInfo info = ErrorInfo.newBuilder()
                .setDomain(DOMAIN)
                .setReason(reason)
                .putAllMetadata(metadata)
                .build();
        return StatusProto.toStatusRuntimeException(Status.newBuilder()
                .setCode(code.value())
                .setMessage(message)
                .addDetails(Any.pack(info))
                .build());
    }

    public static StatusRuntimeException of(Code code, String reason, String message) {
        return of(code, reason, message, Map.of());
    }

    /** The stable reason of a failed call, when the failure is one of ours. */
    public static Optional<String> reasonOf(Throwable failure) {
        return infoOf(failure).map(ErrorInfo::getReason);
    }

    /** What the failed call said about its reason; empty when it said nothing. */
    public static Map<String, String> metadataOf(Throwable failure) {
        return infoOf(failure).map(ErrorInfo::getMetadataMap).orElse(Map.of());
    }

    private static Optional<ErrorInfo> infoOf(Throwable failure) {
        Status status = StatusProto.fromThrowable(failure);
        if (status == null) {
            return Optional.empty();
        }
        return status.getDetailsList().stream()
                .filter(detail -> detail.is(ErrorInfo.class))
                .map(RpcError::unpack)
                .filter(info -> info.getDomain().equals(DOMAIN))
                .findFirst();
    }

    private static ErrorInfo unpack(Any detail) {
        try {
            return detail.unpack(ErrorInfo.class);
        } catch (InvalidProtocolBufferException malformed) {
            return ErrorInfo.getDefaultInstance(); // of no domain: not one of ours
        }
    }
}

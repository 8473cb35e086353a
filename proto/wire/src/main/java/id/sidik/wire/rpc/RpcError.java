package id.sidik.wire.rpc;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import com.google.rpc.Status;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.time.Duration;
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
        return error(code, message, info(reason, metadata));
    }

    public static StatusRuntimeException of(Code code, String reason, String message) {
        return of(code, reason, message, Map.of());
    }

    /**
     * An error that passes: the caller is told when to try again, by a {@code google.rpc.RetryInfo}.
     *
     * @param retryAfter how long to wait before
     */
    public static StatusRuntimeException retryable(
            Code code, String reason, String message, Map<String, String> metadata, Duration retryAfter) {
        RetryInfo retry = RetryInfo.newBuilder()
                .setRetryDelay(com.google.protobuf.Duration.newBuilder()
                        .setSeconds(retryAfter.getSeconds())
                        .setNanos(retryAfter.getNano()))
                .build();
        return error(code, message, info(reason, metadata), retry);
    }

    private static ErrorInfo info(String reason, Map<String, String> metadata) {
        return ErrorInfo.newBuilder()
                .setDomain(DOMAIN)
                .setReason(reason)
                .putAllMetadata(metadata)
                .build();
    }

    private static StatusRuntimeException error(Code code, String message, Message... details) {
        Status.Builder status = Status.newBuilder().setCode(code.value()).setMessage(message);
        for (Message detail : details) {
            status.addDetails(Any.pack(detail));
        }
        return StatusProto.toStatusRuntimeException(status.build());
    }

    /** The stable reason of a failed call, when the failure is one of ours. */
    public static Optional<String> reasonOf(Throwable failure) {
        return infoOf(failure).map(ErrorInfo::getReason);
    }

    /** What the failed call said about its reason; empty when it said nothing. */
    public static Map<String, String> metadataOf(Throwable failure) {
        return infoOf(failure).map(ErrorInfo::getMetadataMap).orElse(Map.of());
    }

    /** How long the failed call asked to wait before it is tried again; empty when it did not. */
    public static Optional<Duration> retryAfter(Throwable failure) {
        return detailOf(failure, RetryInfo.class, RetryInfo.getDefaultInstance())
                .map(RetryInfo::getRetryDelay)
                .map(delay -> Duration.ofSeconds(delay.getSeconds(), delay.getNanos()));
    }

    private static Optional<ErrorInfo> infoOf(Throwable failure) {
        return detailOf(failure, ErrorInfo.class, ErrorInfo.getDefaultInstance()) // of no domain: not one of ours
                .filter(info -> info.getDomain().equals(DOMAIN));
    }

    private static <T extends Message> Optional<T> detailOf(Throwable failure, Class<T> type, T whenMalformed) {
        Status status = StatusProto.fromThrowable(failure);
        if (status == null) {
            return Optional.empty();
        }
        return status.getDetailsList().stream()
                .filter(detail -> detail.is(type))
                .map(detail -> unpack(detail, type, whenMalformed))
                .findFirst();
    }

    private static <T extends Message> T unpack(Any detail, Class<T> type, T whenMalformed) {
        try {
            return detail.unpack(type);
        } catch (InvalidProtocolBufferException malformed) {
            return whenMalformed;
        }
    }
}

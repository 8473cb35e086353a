package id.sidik.matcher.rpc;

import id.sidik.engine.gallery.GalleryOverloadedException;
import id.sidik.engine.image.InvalidSampleException;
import id.sidik.matcher.deduplication.JobTermsDifferException;
import id.sidik.matcher.deduplication.PairsOutOfRangeException;
import id.sidik.matcher.deduplication.TooManyPairsException;
import id.sidik.matcher.limits.OutOfTimeException;
import id.sidik.matcher.limits.OverloadedException;
import id.sidik.matcher.register.GalleryFullException;
import id.sidik.matcher.register.GalleryIncompleteException;
import id.sidik.matcher.register.GalleryLoadingException;
import id.sidik.matcher.register.IdempotencyKeyReusedException;
import id.sidik.matcher.register.TooManyReferencesException;
import id.sidik.matcher.store.CopyFailedException;
import id.sidik.matcher.store.CorruptStoreException;
import id.sidik.matcher.store.DiskFullException;
import id.sidik.matcher.store.StoreFailedException;
import id.sidik.matcher.store.StoreOverloadedException;
import id.sidik.wire.limit.CallLimit;
import id.sidik.wire.rpc.RpcError;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What each exception is called on the wire. The only class that knows. */
final class StatusMapping {
    /** The reason when the fault is ours. */
    static final String INTERNAL = "INTERNAL";

    private static final Logger LOG = LoggerFactory.getLogger(StatusMapping.class);

    private StatusMapping() {}

    static StatusRuntimeException of(Throwable failure) {
        return switch (failure) {
            case StatusRuntimeException status -> status;
            case InvalidRequestException e -> error(Code.INVALID_ARGUMENT, e.reason(), e);
            case InvalidSampleException e ->
                error(Code.INVALID_ARGUMENT, e.fault().name(), e);
            case TooManyReferencesException e -> error(Code.INVALID_ARGUMENT, "SAMPLES_TOO_MANY", e);
            case IdempotencyKeyReusedException e -> error(Code.FAILED_PRECONDITION, "IDEMPOTENCY_KEY_REUSED", e);
            case OverloadedException e -> overloaded(e);
            case StoreOverloadedException e -> overloaded(e);
            case GalleryOverloadedException e -> overloaded(e);
            case JobTermsDifferException e -> error(Code.FAILED_PRECONDITION, "JOB_SETTINGS_DIFFER", e);
            case PairsOutOfRangeException e -> error(Code.INVALID_ARGUMENT, "PAIRS_RECEIVED_OUT_OF_RANGE", e);
            case TooManyPairsException e -> error(Code.RESOURCE_EXHAUSTED, "PAIRS_TOO_MANY", e);
            case DiskFullException e -> error(Code.RESOURCE_EXHAUSTED, "DISK_FULL", e);
            case GalleryFullException e -> error(Code.RESOURCE_EXHAUSTED, "GALLERY_FULL", e);
            case GalleryLoadingException e -> error(Code.UNAVAILABLE, "GALLERY_LOADING", e);
            case GalleryIncompleteException e -> error(Code.UNAVAILABLE, "GALLERY_INCOMPLETE", e);
            case CopyFailedException e -> error(Code.UNAVAILABLE, "COPY_FAILED", e);
            case StoreFailedException e -> error(Code.UNAVAILABLE, "STORE_FAILED", e);
            case CorruptStoreException e ->
                RpcError.of(Code.DATA_LOSS, "RECORD_CORRUPT", messageOf(e), Map.of("record", e.record()));
            case OutOfTimeException e -> error(Code.DEADLINE_EXCEEDED, "DEADLINE_EXCEEDED", e);
            case InterruptedException e -> error(Code.CANCELLED, "CANCELLED", e);
            default -> {
                LOG.error("A call failed for a reason that is not the caller's", failure);
                yield RpcError.of(
                        Code.INTERNAL, INTERNAL, "the matcher could not answer; its log says why, with this time");
            }
        };
    }

    private static StatusRuntimeException overloaded(Exception e) {
        return RpcError.retryable(Code.RESOURCE_EXHAUSTED, "OVERLOADED", messageOf(e), Map.of(), CallLimit.RETRY_AFTER);
    }

    private static StatusRuntimeException error(Code code, String reason, Exception e) {
        return RpcError.of(code, reason, messageOf(e));
    }

    private static String messageOf(Exception e) {
        return String.valueOf(e.getMessage());
    }
}

package id.sidik.eligibility.rpc;

import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Ends every call with exactly one status, as grpc-java's own servers do and Helidon's (4.5) does not. There, without this:
 *
 * <ul>
 *   <li>an exception out of a handler, a request over the size limit and one that is not Protocol Buffers are logged, and the
 *       caller waits for its deadline;
 *   <li>an answer to a call that was cancelled, or that comes before the request is read, makes the client reset a stream that the
 *       server has forgotten, for which the server ends the connection with all other calls on it;
 *   <li>a status message goes out as it is, without the percent-encoding of the gRPC protocol.
 * </ul>
 *
 * It must be the outermost interceptor.
 */
final class CallCompletion implements ServerInterceptor {

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        SingleStatusCall<Q, A> guarded = new SingleStatusCall<>(call);
        try {
            return new CompletingListener<>(guarded, next.startCall(guarded, headers));
        } catch (RuntimeException failure) {
            guarded.fail(failure);
            return new CompletingListener<>(guarded, new ServerCall.Listener<>() {});
        }
    }

    /**
     * Closes once: after the request is read, never after a cancellation. Handlers may answer from another thread than the one that
     * reads, and writing may wait for the caller, so no lock is held while it does.
     */
    private static final class SingleStatusCall<Q, A> extends SimpleForwardingServerCall<Q, A> {
        private record Ending(Status status, Metadata trailers) {}

        private final AtomicBoolean ended = new AtomicBoolean();
        private final AtomicReference<@Nullable Ending> early = new AtomicReference<>();
        private volatile boolean requestRead;

        SingleStatusCall(ServerCall<Q, A> call) {
            super(call);
            requestRead = !call.getMethodDescriptor().getType().clientSendsOneMessage();
        }

        @Override
        public void sendHeaders(Metadata headers) {
            if (!ended()) {
                super.sendHeaders(headers);
            }
        }

        @Override
        public void sendMessage(A message) {
            if (!ended()) {
                super.sendMessage(message);
            }
        }

        @Override
        public void close(Status status, Metadata trailers) {
            if (!ended.compareAndSet(false, true)) {
                return;
            }
            early.set(new Ending(status, trailers));
            if (requestRead) {
                closeNow();
            } else {
                request(1); // what is still on its way is read and thrown away
            }
        }

        void fail(RuntimeException failure) {
            StatusRuntimeException error = StatusMapping.errorOf(failure);
            Metadata trailers = error.getTrailers();
            close(error.getStatus(), trailers == null ? new Metadata() : trailers);
        }

        boolean ended() {
            return ended.get();
        }

        void requestRead() {
            requestRead = true;
            closeNow();
        }

        void cancelled() {
            ended.set(true);
            early.set(null);
        }

        private void closeNow() {
            Ending ending = early.getAndSet(null);
            if (ending != null) {
                super.close(encoded(ending.status()), ending.trailers());
            }
        }

        private static Status encoded(Status status) {
            String message = status.getDescription();
            return message == null ? status : status.withDescription(StatusMessage.encode(message));
        }
    }

    private static final class CompletingListener<Q, A> extends SimpleForwardingServerCallListener<Q> {
        private final SingleStatusCall<Q, A> call;

        CompletingListener(SingleStatusCall<Q, A> call, ServerCall.Listener<Q> listener) {
            super(listener);
            this.call = call;
        }

        @Override
        public void onMessage(Q message) {
            orFail(() -> super.onMessage(message));
        }

        @Override
        public void onHalfClose() {
            call.requestRead();
            orFail(super::onHalfClose);
        }

        /** Helidon calls this for a caller that gave up, and for a request that it could not read; only the first is cancelled. */
        @Override
        public void onCancel() {
            boolean unreadable = !call.isCancelled() && !call.ended();
            super.onCancel();
            if (unreadable) {
                call.requestRead();
                call.fail(StatusMapping.unreadableRequest());
            } else {
                call.cancelled();
            }
        }

        private void orFail(Runnable step) {
            if (call.ended()) {
                return;
            }
            try {
                step.run();
            } catch (RuntimeException failure) {
                call.fail(failure);
            }
        }
    }
}

package id.sidik.eligibility.rpc;

import io.grpc.stub.ServerCallStreamObserver;
import java.util.Iterator;

/** A long answer, sent as fast as its caller takes it: what she has not taken yet does not pile up here. */
final class PacedStream<A> {
    private final Iterator<A> answers;
    private final ServerCallStreamObserver<A> caller;
    private boolean ended;

    private PacedStream(Iterator<A> answers, ServerCallStreamObserver<A> caller) {
        this.answers = answers;
        this.caller = caller;
    }

    /** Returns at once; gRPC asks for more when there is room. To be called by the handler of the call, before it returns. */
    static <A> void send(Iterator<A> answers, ServerCallStreamObserver<A> caller) {
        caller.setOnReadyHandler(new PacedStream<>(answers, caller)::sendWhileThereIsRoom);
    }

    /** gRPC runs this again each time that there is room, never twice at once, and also after the end. */
    private void sendWhileThereIsRoom() {
        if (ended) {
            return;
        }
        try {
            while (caller.isReady() && answers.hasNext()) {
                caller.onNext(answers.next());
            }
            ended = !answers.hasNext();
        } catch (RuntimeException failure) {
            ended = true;
            caller.onError(StatusMapping.errorOf(failure));
            return;
        }
        if (ended) {
            caller.onCompleted();
        }
    }
}

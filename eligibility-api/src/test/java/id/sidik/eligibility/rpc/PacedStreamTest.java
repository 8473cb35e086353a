package id.sidik.eligibility.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import io.grpc.Status.Code;
import io.grpc.stub.ServerCallStreamObserver;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PacedStreamTest {
    private final SlowCaller caller = new SlowCaller();

    @Test
    void sendsNoMoreThanItsCallerHasRoomFor() {
        List<Integer> taken = new ArrayList<>();
        Iterator<Integer> answers = IntStream.range(0, 5).peek(taken::add).iterator();
        PacedStream.send(answers, caller);

        caller.roomFor(2);
        assertThat(caller.got).containsExactly(0, 1);
        assertThat(taken).as("not even looked for").hasSizeLessThanOrEqualTo(3);

        caller.roomFor(2);
        caller.roomFor(2);
        assertThat(caller.got).containsExactly(0, 1, 2, 3, 4);
        assertThat(caller.ends).containsExactly(Code.OK);
    }

    @Test
    void endsOnceHoweverOftenThereIsRoom() {
        PacedStream.send(List.<Integer>of().iterator(), caller);

        caller.roomFor(1);
        caller.roomFor(1);

        assertThat(caller.got).isEmpty();
        assertThat(caller.ends).containsExactly(Code.OK);
    }

    @Test
    void endsWithTheReasonWhenTheRestCannotBeRead() {
        Iterator<Integer> answers = IntStream.of(0, 1)
                .map(number -> {
                    if (number == 1) {
                        throw new IllegalStateException("a page is gone");
                    }
                    return number;
                })
                .iterator();
        PacedStream.send(answers, caller);

        caller.roomFor(5);
        caller.roomFor(5);

        assertThat(caller.got).containsExactly(0);
        assertThat(caller.ends).containsExactly(Code.INTERNAL);
    }

    /** Has room for so many answers as it was told. */
    private static final class SlowCaller extends ServerCallStreamObserver<Integer> {
        private final List<Integer> got = new ArrayList<>();
        private final List<Code> ends = new ArrayList<>();
        private @Nullable Runnable onReady;
        private int room;

        void roomFor(int more) {
            room += more;
            Objects.requireNonNull(onReady).run();
        }

        @Override
        public boolean isReady() {
            return room > 0;
        }

        @Override
        public void setOnReadyHandler(Runnable handler) {
            onReady = handler;
        }

        @Override
        public void onNext(Integer answer) {
            room--;
            got.add(answer);
        }

        @Override
        public void onError(Throwable failure) {
            ends.add(Status.fromThrowable(failure).getCode());
        }

        @Override
        public void onCompleted() {
            ends.add(Code.OK);
        }

        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public void setOnCancelHandler(Runnable handler) {}

        @Override
        public void setCompression(String compression) {}

        @Override
        public void disableAutoInboundFlowControl() {}

        @Override
        public void request(int count) {}

        @Override
        public void setMessageCompression(boolean enable) {}
    }
}

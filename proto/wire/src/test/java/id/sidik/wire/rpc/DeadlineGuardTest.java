package id.sidik.wire.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import id.sidik.matcher.v1.GalleryStatusRequest;
import id.sidik.matcher.v1.GalleryStatusResponse;
import id.sidik.matcher.v1.MatcherServiceGrpc;
import io.grpc.Context;
import io.grpc.Deadline;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that leaves {@code grpc-timeout} to us, as Helidon's does. */
class DeadlineGuardTest {
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final DeadlineGuard guard = new DeadlineGuard(timer);
    private final List<Optional<Deadline>> seen = new ArrayList<>();
    private final List<Status.Code> closed = new ArrayList<>();

    @AfterEach
    void stopTimer() {
        timer.shutdownNow();
    }

    @ParameterizedTest
    @CsvSource({"1H, 3600", "2M, 120", "90S, 90", "90000m, 90", "90000000u, 90", "99999999n, 0"})
    void turnsTheHeaderIntoTheDeadlineOfTheContext(String header, long seconds) {
        intercept(header);

        assertThat(closed).isEmpty();
        assertThat(seen.getFirst().orElseThrow().timeRemaining(TimeUnit.SECONDS))
                .isBetween(seconds - 30, seconds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "S", "10", "-1S", "123456789S", "1.5S", "10s"})
    void refusesAHeaderThatIsNoTimeout(String header) {
        intercept(header);

        assertThat(closed).containsExactly(Status.Code.INVALID_ARGUMENT);
        assertThat(seen).isEmpty();
    }

    @Test
    void keepsADeadlineThatTheServerHasSet() {
        Deadline own = Deadline.after(7, TimeUnit.SECONDS);

        Context.current().withDeadline(own, timer).run(() -> intercept("1H"));

        assertThat(seen).containsExactly(Optional.of(own));
    }

    private void intercept(String timeout) {
        Metadata headers = new Metadata();
        headers.put(Metadata.Key.of("grpc-timeout", Metadata.ASCII_STRING_MARSHALLER), timeout);
        guard.interceptCall(new RecordedCall(), headers, (call, metadata) -> {
            seen.add(Optional.ofNullable(Context.current().getDeadline()));
            return new ServerCall.Listener<>() {};
        });
    }

    private final class RecordedCall extends ServerCall<GalleryStatusRequest, GalleryStatusResponse> {
        @Override
        public void request(int messageCount) {}

        @Override
        public void sendHeaders(Metadata headers) {}

        @Override
        public void sendMessage(GalleryStatusResponse message) {}

        @Override
        public void close(Status status, Metadata trailers) {
            closed.add(status.getCode());
        }

        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public MethodDescriptor<GalleryStatusRequest, GalleryStatusResponse> getMethodDescriptor() {
            return MatcherServiceGrpc.getGalleryStatusMethod();
        }
    }
}

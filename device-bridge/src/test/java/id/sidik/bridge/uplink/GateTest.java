package id.sidik.bridge.uplink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sidik.bridge.FakeGate;
import id.sidik.eligibility.v1.CheckEligibilityRequest;
import id.sidik.eligibility.v1.EligibilityServiceGrpc;
import id.sidik.wire.rpc.RpcError;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GateTest {
    private static final CheckEligibilityRequest QUESTION =
            CheckEligibilityRequest.newBuilder().setIdempotencyKey("capture-1").build();

    @TempDir
    Path data;

    private FakeGate fake;
    private Gate gate;

    @BeforeEach
    void open() throws IOException {
        fake = FakeGate.start(data);
        ManagedChannel channel = fake.channel();
        gate = new Gate(() -> channel, Duration.ofMinutes(1));
    }

    @AfterEach
    void close() {
        fake.close();
    }

    @Test
    void asksOnceMoreWithTheSameKeyWhenTheLineBreaks() {
        fake.failures.add(Status.UNAVAILABLE.asRuntimeException());

        assertThat(gate.check(QUESTION)).isInstanceOf(GateAnswer.Answered.class);

        assertThat(fake.checks)
                .extracting(CheckEligibilityRequest::getIdempotencyKey)
                .containsExactly("capture-1", "capture-1");
    }

    @Test
    void asksNoThirdTime() {
        fake.failures.add(Status.UNAVAILABLE.asRuntimeException());
        fake.failures.add(Status.UNAVAILABLE.asRuntimeException());

        assertThat(gate.check(QUESTION)).isInstanceOf(GateAnswer.Unreachable.class);

        assertThat(fake.checks).hasSize(2);
    }

    @Test
    void comesBackWhenTheGateSaysThatItWasTooBusy() {
        fake.failures.add(overloaded(Duration.ofMillis(1)));

        assertThat(gate.check(QUESTION)).isInstanceOf(GateAnswer.Answered.class);

        assertThat(fake.checks).hasSize(2);
    }

    @Test
    void doesNotComeBackToABusyGateWhenNobodyWaitsThatLong() {
        fake.failures.add(overloaded(Duration.ofHours(1)));

        assertThat(gate.check(QUESTION)).isInstanceOf(GateAnswer.Unreachable.class);

        assertThat(fake.checks).hasSize(1);
    }

    private static StatusRuntimeException overloaded(Duration retryAfter) {
        return RpcError.retryable(Status.Code.RESOURCE_EXHAUSTED, "OVERLOADED", "too much to do", Map.of(), retryAfter);
    }

    @Test
    void passesARefusalOnAndDoesNotRepeatTheQuestion() {
        fake.failures.add(RpcError.of(Status.Code.INVALID_ARGUMENT, "NID_INVALID", "serial 0000"));

        assertThatThrownBy(() -> gate.check(QUESTION))
                .asInstanceOf(InstanceOfAssertFactories.type(GateRefusedException.class))
                .extracting(GateRefusedException::reason)
                .isEqualTo("NID_INVALID");

        assertThat(fake.checks).hasSize(1);
    }

    @Test
    void aFailureInsideTheGateIsNoAnswer() {
        fake.failures.add(Status.INTERNAL.asRuntimeException());

        assertThat(gate.check(QUESTION)).isInstanceOf(GateAnswer.Unreachable.class);
    }

    @Test
    void waitsNoLongerThanItsPatience(@TempDir Path other) throws IOException {
        try (FakeGate silent = FakeGate.start(other, new SilentGate())) {
            ManagedChannel channel = silent.channel();
            Gate impatient = new Gate(() -> channel, Duration.ofMillis(300));

            assertThat(impatient.check(QUESTION)).isInstanceOf(GateAnswer.Unreachable.class);
        }
    }

    @Test
    void saysSoWhenNobodyListens() {
        ManagedChannel channel = fake.channel();
        fake.close();
        Gate alone = new Gate(() -> channel, Duration.ofMillis(500));

        assertThat(alone.check(QUESTION)).isInstanceOf(GateAnswer.Unreachable.class);
        assertThat(alone.serves()).isFalse();
    }

    @Test
    void knowsThatTheGateServes() {
        gate.check(QUESTION); // opens the connection, which may take a busy machine longer than health has

        assertThat(gate.serves()).isTrue();
    }

    /** Takes every question and answers none. */
    private static final class SilentGate extends EligibilityServiceGrpc.EligibilityServiceImplBase {
        @Override
        public void checkEligibility(
                CheckEligibilityRequest request,
                io.grpc.stub.StreamObserver<id.sidik.eligibility.v1.CheckEligibilityResponse> response) {}
    }
}

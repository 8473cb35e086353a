package id.sidik.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import id.sidik.eligibility.v1.CheckEligibilityRequest;
import id.sidik.eligibility.v1.CheckEligibilityResponse;
import id.sidik.eligibility.v1.EligibilityServiceGrpc;
import id.sidik.wire.rpc.RpcError;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenLoopTest {
    private static final int QUESTIONS = 50;

    private final StubbornGate gate = new StubbornGate();
    private final Acknowledged acknowledged = new Acknowledged();
    private Server server;
    private ManagedChannel channel;

    /** Answers nothing before the last question has come; then answers, turns away and fails in turn. */
    private static final class StubbornGate extends EligibilityServiceGrpc.EligibilityServiceImplBase {
        private final CountDownLatch allHaveCome = new CountDownLatch(QUESTIONS);
        private final AtomicInteger number = new AtomicInteger();

        @Override
        public void checkEligibility(CheckEligibilityRequest request, StreamObserver<CheckEligibilityResponse> caller) {
            allHaveCome.countDown();
            Thread.ofVirtual().start(() -> answer(caller));
        }

        private void answer(StreamObserver<CheckEligibilityResponse> caller) {
            try {
                allHaveCome.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            int mine = number.getAndIncrement();
            switch (mine % 5) {
                case 0 ->
                    caller.onError(RpcError.retryable(
                            Status.Code.RESOURCE_EXHAUSTED,
                            "OVERLOADED",
                            "too much to do",
                            Map.of(),
                            Duration.ofSeconds(1)));
                case 1 -> caller.onError(Status.INTERNAL.asRuntimeException());
                default -> {
                    caller.onNext(CheckEligibilityResponse.newBuilder()
                            .setAuditIndex(mine)
                            .setDecisionId("decision-" + mine)
                            .build());
                    caller.onCompleted();
                }
            }
        }
    }

    @BeforeEach
    void start() throws Exception {
        server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .addService(gate)
                .build()
                .start();
        channel = NettyChannelBuilder.forAddress("127.0.0.1", server.getPort())
                .usePlaintext()
                .build();
    }

    @AfterEach
    void stop() {
        channel.shutdownNow();
        server.shutdownNow();
    }

    @Test
    void keepsAskingWhenNobodyAnswersAndCountsFromTheIntendedTime() throws Exception {
        OpenLoop loop = new OpenLoop(List.of(channel), acknowledged, InstantSource.system());
        SendTimes times = SendTimes.poisson(500, QUESTIONS, 3);
        Step step = loop.ask(500, times, questions());

        assertThat(step.answers().count()).isEqualTo(30);
        assertThat(step.refusals().count()).isEqualTo(10);
        assertThat(step.failed()).isEqualTo(10);
        assertThat(step.held()).isFalse();
        assertThat(acknowledged.decisionIds()).hasSize(30).containsEntry(2L, "decision-2");
        assertThat(step.answers().millis(1))
                .as("somebody asked early and was answered after the last question")
                .isGreaterThan((times.nanos(QUESTIONS - 1) - times.nanos(QUESTIONS / 2)) / 1e6);
    }

    private static List<CheckEligibilityRequest> questions() {
        return Stream.generate(() ->
                        CheckEligibilityRequest.newBuilder().setNidAlone(true).build())
                .limit(QUESTIONS)
                .toList();
    }
}

package id.sidik.benchmarks.load;

import id.sidik.eligibility.v1.CheckEligibilityRequest;
import id.sidik.eligibility.v1.CheckEligibilityResponse;
import id.sidik.eligibility.v1.EligibilityServiceGrpc;
import id.sidik.eligibility.v1.EligibilityServiceGrpc.EligibilityServiceStub;
import id.sidik.wire.rpc.ProtoTime;
import id.sidik.wire.rpc.RpcError;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends questions when it is their time, whatever became of those before them, and notes what came back and when. */
final class OpenLoop {
    private static final Logger LOG = LoggerFactory.getLogger(OpenLoop.class);

    /** As long as a bridge waits for the gate. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private static final double NANOS_A_SECOND = 1e9;

    private final List<ManagedChannel> counters;
    private final Acknowledged acknowledged;
    private final InstantSource clock;

    /** @param counters connections, used in turn */
    OpenLoop(List<ManagedChannel> counters, Acknowledged acknowledged, InstantSource clock) {
        this.counters = List.copyOf(counters);
        this.acknowledged = acknowledged;
        this.clock = clock;
    }

    private enum Outcome {
        ANSWERED,
        SHED,
        FAILED
    }

    /**
     * Asks, and waits until every question has its end.
     *
     * @param questions one for each time; the moment of capture is set when it is sent
     */
    Step ask(double perSecond, SendTimes times, List<CheckEligibilityRequest> questions) throws InterruptedException {
        Run run = new Run(times, System.nanoTime());
        for (int i = 0; i < times.count(); i++) {
            run.awaitTimeOf(i);
            run.send(i, questions.get(i));
        }
        run.ended.await();
        return run.step(perSecond);
    }

    /** One run under way; arrays are written once for each question, by the thread on which its end comes. */
    private final class Run {
        private final SendTimes times;
        private final long startNanos;
        private final CountDownLatch ended;
        private final long[] tookNanos;
        private final Outcome[] outcomes;

        Run(SendTimes times, long startNanos) {
            this.times = times;
            this.startNanos = startNanos;
            this.ended = new CountDownLatch(times.count());
            this.tookNanos = new long[times.count()];
            this.outcomes = new Outcome[times.count()];
        }

        void awaitTimeOf(int question) {
            for (long left = leftUntil(question); left > 0; left = leftUntil(question)) {
                LockSupport.parkNanos(left);
            }
        }

        private long leftUntil(int question) {
            return startNanos + times.nanos(question) - System.nanoTime();
        }

        void send(int question, CheckEligibilityRequest asked) {
            EligibilityServiceStub gate = EligibilityServiceGrpc.newStub(counters.get(question % counters.size()))
                    .withExecutor(Runnable::run)
                    .withDeadlineAfter(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
            gate.checkEligibility(captured(asked), new StreamObserver<>() {
                @Override
                public void onNext(CheckEligibilityResponse answer) {
                    acknowledged.note(answer);
                    end(question, Outcome.ANSWERED);
                }

                @Override
                public void onError(Throwable failure) {
                    end(question, outcomeOf(failure));
                }

                @Override
                public void onCompleted() {
                    ended.countDown();
                }
            });
        }

        private void end(int question, Outcome outcome) {
            outcomes[question] = outcome;
            tookNanos[question] = System.nanoTime() - startNanos - times.nanos(question);
            if (outcome != Outcome.ANSWERED) {
                ended.countDown(); // an answer is followed by its completion
            }
        }

        Step step(double perSecond) {
            long lastNanos = IntStream.range(0, times.count())
                    .mapToLong(i -> times.nanos(i) + tookNanos[i])
                    .max()
                    .orElse(0);
            Latencies answers = latencies(Outcome.ANSWERED);
            Latencies refusals = latencies(Outcome.SHED);
            return new Step(
                    perSecond,
                    lastNanos / NANOS_A_SECOND,
                    answers,
                    refusals,
                    times.count() - answers.count() - refusals.count());
        }

        private Latencies latencies(Outcome outcome) {
            return new Latencies(IntStream.range(0, times.count())
                    .filter(i -> outcomes[i] == outcome)
                    .mapToLong(i -> tookNanos[i])
                    .toArray());
        }
    }

    private CheckEligibilityRequest captured(CheckEligibilityRequest asked) {
        if (asked.getNidAlone()) {
            return asked;
        }
        return asked.toBuilder().setCapturedAt(ProtoTime.of(clock.instant())).build();
    }

    private static Outcome outcomeOf(Throwable failure) {
        Status status = Status.fromThrowable(failure);
        if (status.getCode() == Status.Code.RESOURCE_EXHAUSTED
                && RpcError.reasonOf(failure).filter("OVERLOADED"::equals).isPresent()) {
            return Outcome.SHED;
        }
        LOG.warn("no answer: {}", status);
        return Outcome.FAILED;
    }
}

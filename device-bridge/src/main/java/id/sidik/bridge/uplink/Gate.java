package id.sidik.bridge.uplink;

import id.sidik.eligibility.v1.CheckEligibilityRequest;
import id.sidik.eligibility.v1.CheckEligibilityResponse;
import id.sidik.eligibility.v1.EligibilityServiceGrpc;
import id.sidik.eligibility.v1.EligibilityServiceGrpc.EligibilityServiceBlockingStub;
import id.sidik.eligibility.v1.RegisterMemberRequest;
import id.sidik.eligibility.v1.RegisterMemberResponse;
import id.sidik.wire.rpc.RpcError;
import io.grpc.Channel;
import io.grpc.Deadline;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the eligibility service. Each question has one deadline; when the line breaks, or the gate has too much to do, it is put a second
 * time, with the same idempotency key, so that the gate decides once however often it hears.
 */
public final class Gate {
    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);

    /** A registration searches everybody for the same person first; nobody stands at a counter meanwhile. */
    private static final Duration REGISTRATION_PATIENCE = Duration.ofSeconds(30);

    private static final Duration HEALTH_PATIENCE = Duration.ofSeconds(1);

    private final Supplier<Channel> line;
    private final Duration checkPatience;

    /**
     * A gate at the other end of a line.
     *
     * @param line gives the channel to the eligibility service as it is now, with the certificate of a bridge
     * @param checkPatience for a check and its answer, the second attempt included
     */
    public Gate(Supplier<Channel> line, Duration checkPatience) {
        this.line = line;
        this.checkPatience = checkPatience;
    }

    /** May this person be served? The request carries its key. */
    public GateAnswer<CheckEligibilityResponse> check(CheckEligibilityRequest request) {
        return ask("check", checkPatience, gate -> gate.checkEligibility(request));
    }

    /** Registers a member with the fingers that were captured. The request carries its key. */
    public GateAnswer<RegisterMemberResponse> register(RegisterMemberRequest request) {
        return ask("registration", REGISTRATION_PATIENCE, gate -> gate.registerMember(request));
    }

    /** Whether the gate would answer now. */
    public boolean serves() {
        try {
            return HealthGrpc.newBlockingStub(line.get())
                            .withDeadlineAfter(HEALTH_PATIENCE.toNanos(), TimeUnit.NANOSECONDS)
                            .check(HealthCheckRequest.getDefaultInstance())
                            .getStatus()
                    == ServingStatus.SERVING;
        } catch (StatusRuntimeException unreachable) {
            LOG.debug("the gate does not serve: {}", summary(unreachable.getStatus()));
            return false;
        }
    }

    private <T> GateAnswer<T> ask(
            String what, Duration patience, Function<EligibilityServiceBlockingStub, T> question) {
        Deadline deadline = Deadline.after(patience.toNanos(), TimeUnit.NANOSECONDS);
        try {
            return new GateAnswer.Answered<>(question.apply(gate(deadline)));
        } catch (StatusRuntimeException first) {
            if (!waited(pauseAfter(first), deadline)) {
                return unanswered(first);
            }
            LOG.warn("the gate did not take a {}, asking once more: {}", what, summary(first.getStatus()));
        }
        try {
            return new GateAnswer.Answered<>(question.apply(gate(deadline).withWaitForReady()));
        } catch (StatusRuntimeException second) {
            return unanswered(second);
        }
    }

    /** How long to wait before a question is put again; empty where that would not help. */
    private static Optional<Duration> pauseAfter(StatusRuntimeException failure) {
        if (isOverload(failure)) {
            return RpcError.retryAfter(failure);
        }
        return failure.getStatus().getCode() == Status.Code.UNAVAILABLE ? Optional.of(Duration.ZERO) : Optional.empty();
    }

    private static boolean isOverload(StatusRuntimeException failure) {
        return RpcError.reasonOf(failure).filter("OVERLOADED"::equals).isPresent();
    }

    /** False when there is no pause, or it would take what is left for the answer. */
    private static boolean waited(Optional<Duration> pause, Deadline deadline) {
        if (pause.isEmpty() || pause.get().toNanos() > deadline.timeRemaining(TimeUnit.NANOSECONDS)) {
            return false;
        }
        try {
            TimeUnit.NANOSECONDS.sleep(pause.get().toNanos());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private EligibilityServiceBlockingStub gate(Deadline deadline) {
        return EligibilityServiceGrpc.newBlockingStub(line.get()).withDeadline(deadline);
    }

    /** gRPC writes whole stack traces into descriptions; the first line says what happened. */
    private static String summary(Status status) {
        String description = status.getDescription();
        return description == null
                ? status.getCode().name()
                : status.getCode() + ": " + description.lines().findFirst().orElse("");
    }

    private static <T> GateAnswer<T> unanswered(StatusRuntimeException failure) {
        if (isOverload(failure)) {
            return new GateAnswer.Unreachable<>(summary(failure.getStatus()));
        }
        return switch (failure.getStatus().getCode()) {
            case UNAVAILABLE, DEADLINE_EXCEEDED, INTERNAL, UNKNOWN, UNIMPLEMENTED, DATA_LOSS, ABORTED, CANCELLED ->
                new GateAnswer.Unreachable<>(summary(failure.getStatus()));
            case INVALID_ARGUMENT,
                    NOT_FOUND,
                    ALREADY_EXISTS,
                    PERMISSION_DENIED,
                    RESOURCE_EXHAUSTED,
                    FAILED_PRECONDITION,
                    OUT_OF_RANGE,
                    UNAUTHENTICATED -> throw new GateRefusedException(failure);
            case OK -> throw new IllegalStateException("OK is no failure", failure);
        };
    }
}

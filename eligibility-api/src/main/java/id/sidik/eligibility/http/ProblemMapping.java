package id.sidik.eligibility.http;

import id.sidik.eligibility.fhir.Issue;
import id.sidik.eligibility.fhir.UnfitResourceException;
import id.sidik.eligibility.journey.Refusals;
import id.sidik.eligibility.journey.RequestRefusedException;
import io.helidon.http.HttpException;
import io.helidon.http.Status;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place that knows HTTP's status codes. A decision is never a problem: it is always 200. */
final class ProblemMapping {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemMapping.class);
    private static final int RETRY_WHEN_UNAVAILABLE_SECONDS = 5;

    private ProblemMapping() {}

    /** What a caller sees. What we did not foresee stays in the log; the caller gets its number to quote. */
    static Problem problemOf(Throwable failure) {
        return switch (failure) {
            case ProblemException problem -> problem.problem();
            case UnfitResourceException unfit -> unfit(unfit.issues());
            case HttpException broken
            when broken.status().code() < Status.INTERNAL_SERVER_ERROR_500.code() -> transport(broken.status());
            case RuntimeException runtime ->
                Refusals.of(runtime).map(ProblemMapping::refusal).orElseGet(() -> unforeseen(failure));
            default -> unforeseen(failure);
        };
    }

    /** A body that is no resource is 400; one whose content is wrong is 422 (R4, 3.1.0.8). */
    private static Problem unfit(List<Issue> issues) {
        boolean unreadable = issues.stream().anyMatch(issue -> issue.kind() == Issue.Kind.STRUCTURE);
        Issue first = issues.getFirst();
        return Problem.of(
                unreadable ? Status.BAD_REQUEST_400 : Status.UNPROCESSABLE_CONTENT_422,
                first.reason(),
                first.diagnostics());
    }

    /** Helidon's own refusals; their messages may quote the request, and are not passed on. */
    static Problem transport(Status status) {
        if (status.code() == Status.REQUEST_ENTITY_TOO_LARGE_413.code()) {
            return Body.tooLarge(HttpEdge.BODY_BYTES_MAX).problem();
        }
        return Problem.of(status, "REQUEST_REFUSED", "This is not a request that HTTP or this service can understand");
    }

    private static Problem refusal(RequestRefusedException refused) {
        return new Problem(
                statusOf(refused.kind()),
                refused.reason(),
                String.valueOf(refused.getMessage()),
                refused.details(),
                retryAfterSeconds(refused));
    }

    private static Status statusOf(RequestRefusedException.Kind kind) {
        return switch (kind) {
            // draft-ietf-httpapi-idempotency-key-header, 2.7: a key with another payload is 422
            case INVALID, KEY_REUSED -> Status.UNPROCESSABLE_CONTENT_422;
            case NOT_NOW -> Status.CONFLICT_409;
            case UNAUTHENTICATED -> Status.UNAUTHORIZED_401;
            case FORBIDDEN -> Status.FORBIDDEN_403;
            case UNKNOWN -> Status.NOT_FOUND_404;
            case EXISTS, CONFLICT -> Status.CONFLICT_409;
            case UNAVAILABLE -> Status.SERVICE_UNAVAILABLE_503;
            case OVERLOADED -> Status.TOO_MANY_REQUESTS_429;
            case DATA_LOST -> Status.INTERNAL_SERVER_ERROR_500;
        };
    }

    private static Optional<Integer> retryAfterSeconds(RequestRefusedException refused) {
        return switch (refused.kind()) {
            case UNAVAILABLE -> Optional.of(RETRY_WHEN_UNAVAILABLE_SECONDS);
            case OVERLOADED -> Optional.of(Math.toIntExact(refused.retryAfter().toSeconds()));
            case INVALID, KEY_REUSED, NOT_NOW, UNAUTHENTICATED, FORBIDDEN, UNKNOWN, EXISTS, CONFLICT, DATA_LOST ->
                Optional.empty();
        };
    }

    private static Problem unforeseen(Throwable failure) {
        String incident = UUID.randomUUID().toString();
        LOG.error("Incident {}", incident, failure);
        return Problem.of(
                Status.INTERNAL_SERVER_ERROR_500, "INTERNAL", "Something broke on our side; incident " + incident);
    }
}

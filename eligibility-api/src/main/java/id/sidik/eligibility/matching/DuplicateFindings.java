package id.sidik.eligibility.matching;

import id.sidik.eligibility.member.SubjectId;
import id.sidik.matcher.v1.DeduplicateProgress;
import id.sidik.matcher.v1.DeduplicateResponse;
import id.sidik.matcher.v1.DuplicatePair;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Function;

/** The matcher's messages about a job, in our words; what fails on the way fails in our words, too. */
final class DuplicateFindings implements Iterator<DuplicateFinding> {
    private static final double NANOS_A_SECOND = 1e9;

    private final Iterator<DeduplicateResponse> responses;
    private final Function<StatusRuntimeException, RuntimeException> failure;

    DuplicateFindings(
            Iterator<DeduplicateResponse> responses, Function<StatusRuntimeException, RuntimeException> failure) {
        this.responses = responses;
        this.failure = failure;
    }

    @Override
    public boolean hasNext() {
        try {
            return responses.hasNext();
        } catch (StatusRuntimeException e) {
            throw failure.apply(e);
        }
    }

    @Override
    public DuplicateFinding next() {
        DeduplicateResponse response;
        try {
            response = responses.next();
        } catch (StatusRuntimeException e) {
            throw failure.apply(e);
        }
        return switch (response.getEventCase()) {
            case PROGRESS -> progress(response.getProgress());
            case PAIR -> pair(response.getPair());
            case EVENT_NOT_SET -> throw new IllegalStateException("The matcher says what this gate does not know");
        };
    }

    private static DuplicateFinding progress(DeduplicateProgress progress) {
        Optional<Duration> remaining = progress.hasRemainingSeconds()
                ? Optional.of(Duration.ofNanos((long) (progress.getRemainingSeconds() * NANOS_A_SECOND)))
                : Optional.empty();
        return new DuplicateFinding.Progress(
                progress.getSubjectsDone(),
                progress.getSubjectsTotal(),
                progress.getPairs(),
                remaining,
                progress.getFinished());
    }

    private static DuplicateFinding pair(DuplicatePair pair) {
        return new DuplicateFinding.Pair(
                pair.getNumber(),
                new SubjectId(pair.getSubjectId()),
                new SubjectId(pair.getOtherSubjectId()),
                pair.getFmr(),
                pair.getFpir());
    }
}

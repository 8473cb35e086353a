package id.sidik.engine.gallery;

import id.sidik.engine.image.InvalidSampleException;
import java.util.concurrent.Future;

/** What became of the tasks of a {@link ComparisonPool}. */
final class TaskAnswers {
    private TaskAnswers() {}

    /** Whether a task answered, rather than being cut off by the time limit. A comparator that fails fails the request. */
    static boolean isDone(Future<?> task) {
        return switch (task.state()) {
            case SUCCESS -> true;
            case CANCELLED -> false;
            case FAILED -> throw failure(task.exceptionNow());
            case RUNNING -> throw new IllegalStateException("A task runs on beyond its time limit");
        };
    }

    private static RuntimeException failure(Throwable cause) {
        return cause instanceof InvalidSampleException invalid
                ? invalid
                : new IllegalStateException("A comparison failed", cause);
    }
}

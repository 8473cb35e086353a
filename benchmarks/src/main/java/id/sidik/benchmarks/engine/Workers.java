package id.sidik.benchmarks.engine;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** A fixed number of platform threads: comparators keep scratch memory for each thread that compares. */
public final class Workers implements AutoCloseable {
    public static final int THREADS_MAX = 256;

    private final ExecutorService threads;

    /** @param threadCount 1 to {@link #THREADS_MAX} */
    public Workers(int threadCount) {
        threads = Executors.newFixedThreadPool(threadCount);
    }

    /** Runs a task for 0 to {@code count - 1}, and gives the results in that order. */
    public <T> List<T> all(int count, IntFunction<T> task) {
        List<Callable<T>> tasks = IntStream.range(0, count)
                .<Callable<T>>mapToObj(index -> () -> task.apply(index))
                .toList();
        try {
            return threads.invokeAll(tasks).stream().map(Workers::result).toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while measuring", e);
        }
    }

    @Override
    public void close() {
        threads.close();
    }

    private static <T> T result(Future<T> done) {
        try {
            return done.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while measuring", e);
        }
    }
}

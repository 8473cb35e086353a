package id.sidik.engine.gallery;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The fixed set of platform threads that compare. Fixed, because comparisons are pure CPU; platform threads, because SourceAFIS
 * keeps scratch memory for every thread that ever compared.
 */
public final class ComparisonPool implements AutoCloseable {
    private final ThreadPoolExecutor threads;

    /**
     * @param name of the threads, for stack dumps
     * @param threadCount at least 1; more than cores only adds latency
     * @param tasksWaitingMax at least 1. A search is one task a partition, a verification one task
     */
    public ComparisonPool(String name, int threadCount, int tasksWaitingMax) {
        this.threads = new ThreadPoolExecutor(
                threadCount,
                threadCount,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(tasksWaitingMax),
                Thread.ofPlatform().name(name + "-", 1).daemon().factory());
    }

    /**
     * Runs all tasks, in their order, and waits until the last is done or the limit has passed on the monotonic clock. A task
     * that is not done by then is cancelled, and interrupted if it runs.
     *
     * @return one future a task, in the order of the tasks, each done or cancelled
     * @throws GalleryOverloadedException if too much is waiting already: none of the tasks will run on
     */
    <T> List<Future<T>> runAll(List<? extends Callable<T>> tasks, Duration limit) throws InterruptedException {
        try {
            List<Future<T>> futures = threads.invokeAll(tasks, limit.toNanos(), TimeUnit.NANOSECONDS);
            if (futures.stream().anyMatch(Future::isCancelled)) {
                threads.purge();
            }
            return futures;
        } catch (RejectedExecutionException e) {
            threads.purge();
            throw new GalleryOverloadedException(
                    String.format(
                            Locale.ROOT,
                            "%d comparison tasks wait already; try again later",
                            threads.getQueue().size()),
                    e);
        }
    }

    /** Interrupts what runs and forgets what waits. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}

package id.sidik.matcher.sample;

import id.sidik.engine.extraction.ExtractionResult;
import id.sidik.engine.extraction.Extractor;
import id.sidik.engine.image.InvalidSampleException;
import id.sidik.engine.image.SampleFault;
import id.sidik.engine.interchange.FingerView;
import id.sidik.engine.template.FingerPosition;
import id.sidik.engine.template.Template;
import id.sidik.matcher.limits.OutOfTimeException;
import id.sidik.matcher.limits.OverloadedException;
import id.sidik.matcher.limits.Patience;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The fixed set of platform threads that decode images and extract templates. */
public final class ExtractionPool implements AutoCloseable {
    private static final String STEP = "the samples were extracted";

    private final Extractor extractor;
    private final ThreadPoolExecutor threads;

    /**
     * @param threadCount at least 1; also how many decoded images are in memory at once
     * @param samplesWaitingMax beyond which callers are turned away
     */
    public ExtractionPool(Extractor extractor, int threadCount, int samplesWaitingMax) {
        this.extractor = extractor;
        this.threads = new ThreadPoolExecutor(
                threadCount,
                threadCount,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(samplesWaitingMax),
                Thread.ofPlatform().name("extraction-", 1).daemon().factory());
    }

    /**
     * What came of the samples, in their order.
     *
     * @throws InvalidSampleException for the first sample that can not be used at all
     * @throws OverloadedException when too many samples wait
     * @throws OutOfTimeException when the caller's time is up first
     */
    public List<Impression> extract(List<Sample> samples, Patience patience) throws InterruptedException {
        List<Callable<Impression>> tasks = samples.stream()
                .<Callable<Impression>>map(sample -> () -> extract(sample))
                .toList();
        List<Future<Impression>> futures = runAll(tasks, patience);
        List<Impression> impressions = new ArrayList<>();
        for (int i = 0; i < futures.size(); i++) {
            impressions.add(outcome(futures.get(i), i, futures.size()));
        }
        return impressions;
    }

    private List<Future<Impression>> runAll(List<Callable<Impression>> tasks, Patience patience)
            throws InterruptedException {
        try {
            return threads.invokeAll(tasks, patience.leftFor(STEP).toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            throw new OverloadedException(
                    threads.getQueue().size() + " samples wait to be extracted already; try again later");
        } finally {
            threads.purge();
        }
    }

    private Impression extract(Sample sample) {
        return switch (sample) {
            case Sample.OfImage(var finger, var decoding) -> new Impression(finger, extractor.extract(decoding.get()));
            case Sample.OfTemplate(var finger, var parsing) -> impression(finger, parsing.get());
            case Sample.OfMinutiae(var finger, var reading) -> {
                FingerView view = reading.get();
                yield impression(finger == FingerPosition.UNKNOWN ? view.position() : finger, view.template());
            }
        };
    }

    /** A template counts only for the algorithm that this matcher runs: another's can not be compared with its references. */
    private Impression impression(FingerPosition finger, Template template) {
        if (!template.algorithm().equals(extractor.algorithm())) {
            throw new InvalidSampleException(
                    SampleFault.TEMPLATE_VERSION_UNSUPPORTED,
                    String.format(
                            Locale.ROOT,
                            "This matcher compares templates of %s, not of %s. Send the image.",
                            extractor.algorithm(),
                            template.algorithm()));
        }
        return new Impression(finger, new ExtractionResult.Extracted(template, Impression.NOT_MEASURED));
    }

    private static Impression outcome(Future<Impression> future, int index, int count) {
        return switch (future.state()) {
            case SUCCESS -> future.resultNow();
            case CANCELLED -> throw new OutOfTimeException(STEP);
            case FAILED -> throw failure(future.exceptionNow(), index, count);
            case RUNNING -> throw new IllegalStateException("a sample is extracted beyond its time");
        };
    }

    /** With several samples the caller must learn which one; counted from 1, as people do. */
    private static RuntimeException failure(Throwable cause, int index, int count) {
        if (!(cause instanceof InvalidSampleException invalid)) {
            return new IllegalStateException("extraction failed", cause);
        }
        return count == 1
                ? invalid
                : new InvalidSampleException(
                        invalid.fault(),
                        String.format(Locale.ROOT, "Sample %d of %d: %s", index + 1, count, invalid.getMessage()),
                        cause);
    }

    /** Interrupts what runs and forgets what waits. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}

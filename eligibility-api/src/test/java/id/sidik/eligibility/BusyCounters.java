package id.sidik.eligibility;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;

/** Counters that go on while something else is done. */
final class BusyCounters {
    private BusyCounters() {}

    /**
     * Has each of the counters take step after step, numbered from 0, before, during and after.
     *
     * @param stepsBefore so many steps for each, on the whole, are taken before it is done
     * @param meanwhile what is done
     * @return what that gave
     * @throws java.util.concurrent.ExecutionException if a step failed
     */
    static <T> T during(List<IntConsumer> counters, int stepsBefore, Callable<T> meanwhile) throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        CountDownLatch busy = new CountDownLatch(counters.size() * stepsBefore);
        try (ExecutorService threads = Executors.newFixedThreadPool(counters.size())) {
            List<Future<?>> going = new ArrayList<>();
            for (IntConsumer counter : counters) {
                going.add(threads.submit(() -> {
                    try {
                        for (int step = 0; !enough.get(); step++) {
                            counter.accept(step);
                            busy.countDown();
                        }
                    } finally {
                        for (int i = 0; i < stepsBefore; i++) {
                            busy.countDown(); // also when it fails, so that nobody waits for it
                        }
                    }
                }));
            }
            busy.await();
            T done = meanwhile.call();
            enough.set(true);
            for (Future<?> one : going) {
                one.get();
            }
            return done;
        }
    }
}

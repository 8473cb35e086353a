package id.sidik.matcher.register;

import id.sidik.matcher.store.CorruptStoreException;
import id.sidik.matcher.store.ReferenceStore;
import id.sidik.matcher.store.StoreFailedException;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Once an hour: forgets old answers, and erases what a withdrawal could not erase because the disk was full. */
public final class Upkeep implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

    private final ReferenceStore store;
    private final Register register;
    private final InstantSource clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("upkeep").daemon().factory());

    public Upkeep(ReferenceStore store, Register register, InstantSource clock) {
        this.store = store;
        this.register = register;
        this.clock = clock;
    }

    public void start() {
        var _ = timer.scheduleWithFixedDelay(this::runOnce, 1, 1, TimeUnit.HOURS);
    }

    private void runOnce() {
        if (register.state() != RegisterState.SERVING) {
            return;
        }
        try {
            store.eraseWithdrawn();
            register.gallery().eraseRemoved();
            LOG.info("Forgot {} old answers", store.forgetAnswersOlderThanKept(clock.instant()));
        } catch (CorruptStoreException e) {
            register.fail(e);
        } catch (StoreFailedException e) {
            LOG.warn("Upkeep is tried again in an hour: {}", e.getMessage());
        }
    }

    /** Waits for the run under way: nothing may read the store once it is closed. */
    @Override
    public void close() {
        timer.close();
    }
}

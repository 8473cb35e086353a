package id.sidik.matcher;

import id.sidik.matcher.register.Register;
import id.sidik.matcher.register.RegisterStatus;
import id.sidik.wire.process.StartNote;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says each second how far the gallery is loaded, for people and for the launcher, which waits as long as there is progress. Safe for
 * many threads.
 */
final class StartProgress implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StartProgress.class);

    private final StartNote note;
    private final Register register;
    private final IntSupplier segmentsOpened;
    private final ScheduledExecutorService clock;

    StartProgress(StartNote note, Register register, IntSupplier segmentsOpened) {
        this.note = note;
        this.register = register;
        this.segmentsOpened = segmentsOpened;
        this.clock = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("start-progress").daemon().factory());
    }

    void start() {
        var _ = clock.scheduleWithFixedDelay(this::say, 0, 1, TimeUnit.SECONDS);
    }

    private void say() {
        try {
            note.write(line());
        } catch (RuntimeException e) {
            LOG.warn("How far the start is can not be said: {}", e.getMessage()); // and the start goes on
        }
    }

    /** For instance {@code loading the gallery: 12 segments opened, 1,250,000 of 3,200,000 references (39 %)}. */
    private String line() {
        RegisterStatus status = register.status();
        return String.format(
                Locale.ROOT,
                "loading the gallery: %,d segments opened, %,d of %,d references (%.0f %%)",
                segmentsOpened.getAsInt(),
                status.indexed(),
                status.stored(),
                100 * status.loadProgress());
    }

    /** Says no more, and removes what was said. */
    @Override
    public void close() {
        clock.close();
        try {
            note.close();
        } catch (RuntimeException e) {
            LOG.warn("How far the start was still stands there: {}", e.getMessage()); // and the matcher serves
        }
    }
}

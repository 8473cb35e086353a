package id.sidik.bridge.site;

import id.sidik.wire.files.OwnerOnlyFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * That the institution has turned this bridge away for good, as its gate said: a file beside the journal, so that a box that is cut off and
 * started again has not forgotten it. Safe for many threads.
 */
public final class Dismissal {
    private static final Logger LOG = LoggerFactory.getLogger(Dismissal.class);

    private final OwnerOnlyFile file;
    private final InstantSource clock;
    private volatile @Nullable Instant since;
    private boolean isDurable;

    private Dismissal(OwnerOnlyFile file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
    }

    /**
     * Reads whether it was.
     *
     * @param folder of what the bridge keeps for when it is without a network; need not be there
     */
    public static Dismissal in(Path folder, InstantSource clock) {
        Dismissal dismissal = new Dismissal(fileIn(folder), clock);
        if (dismissal.file.exists()) {
            dismissal.since = read(dismissal.file, clock);
            dismissal.isDurable = true;
        }
        return dismissal;
    }

    /** A file that cannot be read says it as well; only when is not known. */
    private static Instant read(OwnerOnlyFile file, InstantSource clock) {
        try {
            return Instant.parse(file.read().strip());
        } catch (IOException | DateTimeException e) {
            LOG.warn("{} does not say since when: {}", file, e.getMessage());
            return clock.instant();
        }
    }

    private static OwnerOnlyFile fileIn(Path folder) {
        return new OwnerOnlyFile(folder.resolve("turned-away"));
    }

    /** Since when the bridge is turned away; empty while it is not. */
    public Optional<Instant> since() {
        return Optional.ofNullable(since);
    }

    /** The gate said so: it holds at once, and after a restart as well. */
    public synchronized void note() {
        Instant at = since().orElseGet(clock::instant);
        if (since == null) {
            LOG.error("the institution has turned this bridge away for good; nobody is served here any more");
        }
        since = at;
        if (isDurable) {
            return;
        }
        try {
            file.write(at + "\n");
            isDurable = true;
        } catch (IOException e) {
            LOG.error("{} cannot be written, and is tried again when the gate says it again", file, e);
        }
    }

    /**
     * Forgets it: the box has joined anew, as another bridge.
     *
     * @throws IOException when the file stays
     */
    public static void lift(Path folder) throws IOException {
        OwnerOnlyFile file = fileIn(folder);
        if (file.exists()) {
            file.delete();
        }
    }
}

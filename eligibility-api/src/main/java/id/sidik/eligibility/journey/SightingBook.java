package id.sidik.eligibility.journey;

import id.sidik.eligibility.fleet.Sighting;
import id.sidik.eligibility.fleet.SightingsLayout;
import id.sidik.eligibility.records.CorruptRecordException;
import id.sidik.wire.files.DurableFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What each bridge last said. It is no event: a leaf for each report would drown the log, and a synced write for each the disk. So it is in
 * memory, and whoever keeps time has all of it written into one file beside the books, every {@link #KEEP_EVERY} and at an orderly end. A
 * crash loses what was said since. At most one for each bridge that joined. Safe for many threads.
 */
public final class SightingBook implements AutoCloseable {
    /** A bridge that answers speaks every ten seconds; of one that does not, when it was last seen is known to this. */
    public static final Duration KEEP_EVERY = Duration.ofMinutes(5);

    private static final Logger LOG = LoggerFactory.getLogger(SightingBook.class);
    private static final long FILE_BYTES_MAX = 256L * 1024 * 1024;

    private final Path file;
    private final Map<String, Sighting> sightings;
    private final AtomicBoolean changed = new AtomicBoolean();

    private SightingBook(Path file, Map<String, Sighting> sightings) {
        this.file = file;
        this.sightings = new ConcurrentHashMap<>(sightings);
    }

    /**
     * With what was kept; with nothing when that cannot be read: bridges say it again.
     *
     * @param file in a folder that is there
     */
    public static SightingBook open(Path file) {
        if (Files.notExists(file)) {
            return new SightingBook(file, Map.of());
        }
        try {
            if (Files.size(file) > FILE_BYTES_MAX) {
                throw new IOException("it is longer than it can be");
            }
            return new SightingBook(file, SightingsLayout.read(Files.readAllBytes(file)));
        } catch (IOException | CorruptRecordException e) {
            LOG.warn("{} cannot be read and is begun anew; bridges are unseen until they speak", file, e);
            return new SightingBook(file, Map.of());
        }
    }

    /** Notes what a bridge says now. */
    public void note(String deviceId, Sighting sighting) {
        sightings.put(deviceId, sighting);
        changed.set(true);
    }

    /** What it last said; empty when it never did. */
    public Optional<Sighting> find(String deviceId) {
        return Optional.ofNullable(sightings.get(deviceId));
    }

    /** Writes all of it, durably, if anything is new. */
    public synchronized void keep() {
        if (!changed.getAndSet(false)) {
            return;
        }
        try {
            DurableFiles.replace(file, SightingsLayout.write(Map.copyOf(sightings)));
        } catch (IOException e) {
            changed.set(true);
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** The orderly end. */
    @Override
    public void close() {
        keep();
    }
}

package id.sidik.bridge.emulator;

import id.sidik.bridge.scanner.ScannerProfile;
import id.sidik.engine.image.FingerImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A virtual scanner, of the protocol of its profile, that is plugged into a pseudo-terminal and found through a symbolic link, as a real one is found
 * through the link that udev makes. Every method may be called by any thread.
 */
public final class ScannerEmulator implements AutoCloseable {
    /** How often the line is checked for having been unplugged. */
    private static final Duration SLICE = Duration.ofMillis(50);

    private static final Duration THREAD_END_PATIENCE = Duration.ofSeconds(5);

    private final Path link;
    private final ScannerProfile profile;
    private final VirtualSensor sensor;
    private final int paceBaud;
    private @Nullable Plug plug;

    /**
     * A scanner that is not plugged in yet.
     *
     * @param link where the symbolic link appears while the scanner is plugged in; its folder must exist
     * @param profile what the scanner is. Its driver may know less: sensor and bits a pixel of a module are its own
     * @param paceBaud how fast it sends; 0 sends at full speed
     * @param random makes the noise of {@link SensorFault#NOISE_IMAGE}
     */
    public ScannerEmulator(Path link, ScannerProfile profile, int paceBaud, RandomGenerator random) {
        this.link = link;
        this.profile = profile;
        this.sensor = new VirtualSensor(profile, random);
        this.paceBaud = paceBaud;
    }

    /**
     * Plugs the scanner in, at a new terminal. Nothing happens when it is plugged in already.
     *
     * @throws FileAlreadyExistsException if something that is no symbolic link lies where the link should be
     */
    public synchronized void plug() throws IOException {
        if (isPlugged()) {
            return;
        }
        unplug();
        if (Files.exists(link, LinkOption.NOFOLLOW_LINKS) && !Files.isSymbolicLink(link)) {
            throw new FileAlreadyExistsException(link.toString(), null, "remove it, or give the scanner another link");
        }
        Files.deleteIfExists(link);
        Plug fresh = new Plug(PseudoTerminal.open());
        Files.createSymbolicLink(link, fresh.terminal.path());
        plug = fresh;
        fresh.thread.start();
    }

    /** Pulls the plug, even in the middle of an image, and removes the link. The terminal is gone on return. */
    public synchronized void unplug() {
        Plug current = plug;
        plug = null;
        if (current == null) {
            return;
        }
        current.pulled = true;
        current.thread.interrupt();
        try {
            current.thread.join(THREAD_END_PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public synchronized boolean isPlugged() {
        return plug != null && !plug.pulled;
    }

    /** The faults that such a module can have. */
    public static Set<SensorFault> faultsOf(ScannerProfile profile) {
        return VirtualSensor.faultsOf(profile);
    }

    /** What a driver must deliver of a finger, one byte a pixel: middle on middle, in as many grey levels as the line carries. */
    public byte[] pixelsOf(FingerImage finger) {
        return SensorImage.delivered(finger, profile);
    }

    /** Lays a finger on the glass, of any size and resolution. One that lay there before is lifted for one look. */
    public void layFinger(FingerImage image) {
        sensor.layFinger(image);
    }

    public void liftFinger() {
        sensor.liftFinger();
    }

    /** The next {@code looks} looks at the glass find nothing, whatever lies there. */
    public void seeNothingFor(int looks) {
        sensor.seeNothingFor(looks);
    }

    /** Gets something wrong from now on, until told otherwise; {@link SensorFault#NONE} heals it. */
    public void fault(SensorFault fault) {
        sensor.fault(fault);
    }

    @Override
    public void close() {
        unplug();
    }

    /** One time of being plugged in. Its thread alone uses the terminal, and closes it. */
    private final class Plug {
        private final PseudoTerminal terminal;
        private final Thread thread;
        private final LinePace pace = new LinePace(paceBaud, System::nanoTime, LockSupport::parkNanos);
        private volatile boolean pulled;

        Plug(PseudoTerminal terminal) {
            this.terminal = terminal;
            this.thread = Thread.ofPlatform()
                    .daemon()
                    .name("virtual scanner " + terminal.path())
                    .unstarted(this::serve);
        }

        private void serve() {
            try (terminal) {
                answerUntilPulled();
            } catch (IOException e) {
                throw new UncheckedIOException("the virtual scanner lost its terminal", e);
            }
        }

        private void answerUntilPulled() throws IOException {
            byte[] chunk = new byte[1024];
            try {
                while (!pulled) {
                    int count = terminal.read(chunk, SLICE);
                    if (count > 0) {
                        send(sensor.feed(chunk, count, terminal.baud()));
                    }
                }
            } finally {
                pulled = true;
                removeLink();
            }
        }

        /** Before the terminal goes, for its number may be given to another one at once. */
        private void removeLink() throws IOException {
            if (Files.isSymbolicLink(link) && Files.readSymbolicLink(link).equals(terminal.path())) {
                Files.delete(link);
            }
        }

        private void send(SensorAnswer answer) throws IOException {
            for (SensorAnswer.Piece piece : answer.pieces()) {
                byte[] chunk = piece.bytes();
                pause(piece.pauseBefore());
                pace.carry(chunk.length);
                int sent = 0;
                while (sent < chunk.length && !pulled) {
                    sent += terminal.write(chunk, sent, SLICE);
                }
            }
            pulled |= answer.endsUnplugged();
        }

        /** What is written meanwhile waits in the terminal. Ends early when the plug is pulled. */
        private void pause(Duration pause) {
            long end = System.nanoTime() + pause.toNanos();
            while (!pulled && end - System.nanoTime() > 0) {
                LockSupport.parkNanos(Math.min(SLICE.toNanos(), end - System.nanoTime()));
            }
        }
    }
}

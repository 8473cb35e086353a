package id.sidik.bridge.scanner;

import id.sidik.bridge.link.Deadline;
import id.sidik.bridge.link.Link;
import id.sidik.bridge.link.LinkException;
import id.sidik.bridge.scanner.Readiness.Ready;
import id.sidik.bridge.scanner.SerialModule.Connection;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Drives a module on a serial line: finds its baud, connects anew after a fault, and gives what its protocol says. */
public final class SerialScanner implements FingerScanner {
    /** Often enough for a finger, seldom enough for a module that takes 0.1 s for a look. */
    private static final Duration LOOK_INTERVAL = Duration.ofMillis(100);

    private final Link link;
    private final Path port;
    private final ScannerProfile profile;
    private final SerialModule module;
    private @Nullable Connection connection;
    private @Nullable Deadline nextLook;
    private boolean baudWasMoved;

    /**
     * A scanner that is not spoken to before it is needed.
     *
     * @param port a device node or a symbolic link to one, which may appear later
     */
    public SerialScanner(Link link, Path port, ScannerProfile profile) {
        this.link = link;
        this.port = port;
        this.profile = profile;
        this.module = switch (profile.protocol()) {
            case EF01 -> new Ef01Module(link, profile);
            case GT511 -> new Gt511Module(link, profile);
            case F5 -> new F5Module(link, profile);
        };
    }

    @Override
    public String model() {
        return profile.model();
    }

    /** One that was pulled out and plugged in again since the last call is found anew. */
    @Override
    public Readiness readiness(Deadline deadline) {
        Readiness readiness = greet(deadline);
        return hasGone(readiness) && greet(deadline) instanceof Ready ready ? ready : readiness;
    }

    @Override
    public Detection detectFinger(Deadline deadline) {
        Detection detection = look(deadline);
        return hasGone(detection) && greet(deadline) instanceof Ready ? look(deadline) : detection;
    }

    private static boolean hasGone(Object answer) {
        return answer instanceof DeviceFault fault && fault.kind() == DeviceFault.Kind.UNPLUGGED;
    }

    private Readiness greet(Deadline deadline) {
        try {
            Connection ready = connected(deadline);
            module.greet(deadline);
            return new Ready(profile.model(), ready.widthPx(), ready.heightPx(), profile.dpi());
        } catch (FaultException e) {
            return disconnect(e);
        }
    }

    private Detection look(Deadline deadline) {
        try {
            connected(deadline);
            if (nextLook != null) {
                module.rest(deadline.within(nextLook.left()));
            }
            nextLook = deadline.within(LOOK_INTERVAL);
            return module.look(deadline);
        } catch (FaultException e) {
            return disconnect(e);
        }
    }

    @Override
    public ImageTransfer transferImage(Deadline deadline, TransferProgress progress) {
        try {
            ImageTransfer received =
                    new ImageTransfer.Received(module.transfer(connected(deadline), deadline, progress));
            nextLook =
                    null; // the module was busy for long enough: a further frame of the same finger may be had at once
            return received;
        } catch (FaultException e) {
            return e.fault().isTransient() ? e.fault() : disconnect(e);
        }
    }

    @Override
    public void show(Light light, Deadline deadline) {
        if (connection == null) {
            return;
        }
        try {
            module.show(light, deadline);
        } catch (FaultException e) {
            disconnect(e);
        }
    }

    @Override
    public void close() {
        connection = null;
        nextLook = null;
        link.close();
    }

    private Connection connected(Deadline deadline) throws FaultException {
        return connection == null ? connect(deadline) : connection;
    }

    /** Tries every baud of the profile, for a test program may have changed it; the likeliest speaks for all of them. */
    private Connection connect(Deadline deadline) throws FaultException {
        FaultException likeliest;
        try {
            return connectAt(profile.bauds().getFirst(), deadline);
        } catch (FaultException e) {
            likeliest = e;
        }
        if (mayBeDeaf(likeliest)) {
            waitForBoot(deadline);
            for (int baud : profile.bauds()) {
                try {
                    return connectAt(baud, deadline);
                } catch (FaultException e) {
                    if (!mayBeDeaf(e) || deadline.hasPassed()) {
                        throw e;
                    }
                }
            }
        }
        throw likeliest;
    }

    /** A module that just got power, or is spoken to at another baud, is silent or hard to understand. */
    private static boolean mayBeDeaf(FaultException e) {
        DeviceFault.Kind kind = e.fault().kind();
        return kind == DeviceFault.Kind.NOT_ANSWERING || kind == DeviceFault.Kind.GARBLED;
    }

    private void waitForBoot(Deadline deadline) throws FaultException {
        if (link.isOpen()) {
            module.rest(deadline.within(profile.bootDelay()));
        }
    }

    private Connection connectAt(int baud, Deadline deadline) throws FaultException {
        open(baud, deadline);
        Connection fresh = module.introduce(baud, baudWanted(baud), deadline);
        if (fresh.baud() != baud) {
            baudWasMoved = true;
            open(fresh.baud(), deadline);
            module.greet(deadline);
        }
        connection = fresh;
        return fresh;
    }

    /** A module that keeps its baud in flash and does not stay where it was put is left alone, for flash wears out. */
    private int baudWanted(int baud) {
        return baudWasMoved && profile.protocol().keepsBaud()
                ? baud
                : profile.bauds().getFirst();
    }

    private void open(int baud, Deadline deadline) throws FaultException {
        try {
            link.open(port, baud, deadline);
        } catch (LinkException e) {
            throw new FaultException(e);
        }
    }

    /** After a fault nothing is known about the module: the next call starts from a closed port. */
    private DeviceFault disconnect(FaultException e) {
        close();
        return e.fault();
    }
}

package id.sidik.bridge;

import id.sidik.bridge.link.Deadline;
import id.sidik.bridge.link.Link;
import id.sidik.bridge.link.LinkException;
import java.nio.file.Path;

/** A line with nothing at its end. */
public final class AbsentLink implements Link {
    private final Runnable whenOpened;

    /** @param whenOpened runs each time somebody looks for the device */
    public AbsentLink(Runnable whenOpened) {
        this.whenOpened = whenOpened;
    }

    @Override
    public void open(Path port, int baud, Deadline deadline) throws LinkException {
        whenOpened.run();
        throw new LinkException(LinkException.Kind.ABSENT, port, "no device");
    }

    @Override
    public boolean isOpen() {
        return false;
    }

    @Override
    public int read(byte[] into, Deadline deadline) {
        throw new IllegalStateException("nothing is open");
    }

    @Override
    public void write(byte[] bytes, Deadline deadline) {
        throw new IllegalStateException("nothing is open");
    }

    @Override
    public void close() {}
}

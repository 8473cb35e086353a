package id.sidik.bridge.emulator;

import static java.util.Objects.requireNonNull;

import id.sidik.bridge.link.Deadline;
import id.sidik.bridge.link.Link;
import id.sidik.bridge.link.LinkException;
import id.sidik.bridge.link.LinkException.Kind;
import id.sidik.bridge.scanner.ScannerProfile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** One line that can be opened to several virtual modules, each at a port of its own. */
public final class FakePorts implements Link {
    private final Map<Path, FakeLink> modules = new HashMap<>();
    private final AtomicLong clockNanos = new AtomicLong();
    private final List<Path> opened = new ArrayList<>();
    private @Nullable FakeLink current;

    /** Plugs a module in; the clock is that of all ports. */
    public FakeLink plug(Path port, ScannerProfile profile) {
        FakeLink module = new FakeLink(profile, clockNanos);
        modules.put(port, module);
        return module;
    }

    public long nanoTime() {
        return clockNanos.get();
    }

    public void unplug(Path port) {
        requireNonNull(modules.remove(port), "nothing is plugged in there").unplug();
    }

    /** Every port that anybody opened. */
    public List<Path> opened() {
        return opened;
    }

    @Override
    public void open(Path port, int baud, Deadline deadline) throws LinkException {
        close();
        opened.add(port);
        FakeLink module = modules.get(port);
        if (module == null) {
            throw new LinkException(Kind.ABSENT, port, "no device");
        }
        module.open(port, baud, deadline);
        current = module;
    }

    @Override
    public boolean isOpen() {
        return current != null && current.isOpen();
    }

    @Override
    public int read(byte[] into, Deadline deadline) throws LinkException {
        return module().read(into, deadline);
    }

    @Override
    public void write(byte[] bytes, Deadline deadline) throws LinkException {
        module().write(bytes, deadline);
    }

    @Override
    public void close() {
        if (current != null) {
            current.close();
        }
        current = null;
    }

    private FakeLink module() {
        if (current == null) {
            throw new IllegalStateException("open the link before using it");
        }
        return current;
    }
}

package id.sidik.bridge.scanner;

import id.sidik.bridge.link.Deadline;
import id.sidik.bridge.link.Link;
import id.sidik.bridge.link.SerialDevice;
import id.sidik.bridge.scanner.DeviceFault.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds its scanner by itself: speaks to every USB port whose id a profile names, as each model of those profiles, until one
 * answers, and searches anew when that is pulled out. Ports of other things are never opened: a modem or a printer must not
 * hear our commands. A search that its caller has no time for goes on with the next call.
 */
public final class RoamingScanner implements FingerScanner {
    /** A module that is silent at one baud may listen at another; with five bauds that is all of them. */
    private static final Duration PROBE_MAX = Duration.ofSeconds(15);

    private final Link link;
    private final Supplier<List<SerialDevice>> devices;
    private final List<ScannerProfile> profiles;
    private @Nullable SerialScanner found;
    private int probes;

    /**
     * A scanner that is searched for when it is first needed.
     *
     * @param devices the serial ports that are there now
     * @param profiles in the order in which a port is tried; a model that says more of itself comes first
     */
    public RoamingScanner(Link link, Supplier<List<SerialDevice>> devices, List<ScannerProfile> profiles) {
        this.link = link;
        this.devices = devices;
        this.profiles = List.copyOf(profiles);
    }

    private record Candidate(Path port, ScannerProfile profile) {}

    @Override
    public String model() {
        return found == null ? "" : found.model();
    }

    @Override
    public Readiness readiness(Deadline deadline) {
        if (found != null) {
            Readiness readiness = found.readiness(deadline);
            if (!forgetIfGone(readiness)) {
                return readiness;
            }
        }
        return search(deadline);
    }

    @Override
    public Detection detectFinger(Deadline deadline) {
        if (found == null && search(deadline) instanceof DeviceFault fault) {
            return fault;
        }
        if (found == null) {
            return nothingFound(List.of());
        }
        Detection seen = found.detectFinger(deadline);
        forgetIfGone(seen);
        return seen;
    }

    @Override
    public ImageTransfer transferImage(Deadline deadline, TransferProgress progress) {
        if (found == null) {
            return nothingFound(List.of());
        }
        ImageTransfer transfer = found.transferImage(deadline, progress);
        forgetIfGone(transfer);
        return transfer;
    }

    @Override
    public void show(Light light, Deadline deadline) {
        if (found != null) {
            found.show(light, deadline);
        }
    }

    @Override
    public void close() {
        found = null;
        link.close();
    }

    private boolean forgetIfGone(Object answer) {
        boolean gone = answer instanceof DeviceFault fault && fault.isUnplugged();
        if (gone) {
            close();
        }
        return gone;
    }

    private Readiness search(Deadline deadline) {
        List<Candidate> candidates = candidates();
        List<DeviceFault> faults = new ArrayList<>();
        for (int tried = 0; tried < candidates.size() && (tried == 0 || !deadline.hasPassed()); tried++) {
            Candidate candidate = candidates.get(Math.floorMod(probes, candidates.size()));
            SerialScanner scanner = new SerialScanner(link, candidate.port(), candidate.profile());
            Readiness readiness = scanner.readiness(deadline.within(PROBE_MAX));
            if (readiness instanceof Readiness.Ready) {
                found = scanner;
                return readiness;
            }
            if (readiness instanceof DeviceFault fault) {
                scanner.close();
                if (fault.kind() == Kind.CANCELLED) {
                    return fault;
                }
                faults.add(fault);
            }
            probes++;
        }
        return nothingFound(faults);
    }

    private List<Candidate> candidates() {
        List<Candidate> candidates = new ArrayList<>();
        for (SerialDevice device : devices.get()) {
            for (ScannerProfile profile : profiles) {
                if (profile.usbIds().contains(device.usbId())) {
                    candidates.add(new Candidate(device.port(), profile));
                }
            }
        }
        return candidates;
    }

    /** What a person can cure is told before silence, which is what every wrong model hears. */
    private static DeviceFault nothingFound(List<DeviceFault> faults) {
        return faults.stream()
                .filter(fault -> fault.kind() == Kind.NO_PERMISSION
                        || fault.kind() == Kind.IN_USE
                        || fault.kind() == Kind.WRONG_PASSWORD
                        || fault.kind() == Kind.WRONG_ADDRESS)
                .findFirst()
                .orElseGet(() -> faults.isEmpty()
                        ? new DeviceFault(
                                Kind.ABSENT,
                                "no USB reader that we know and no USB serial port that a scanner's profile names; plug the"
                                        + " scanner in, or set bridge.scanner-port and bridge.scanner-profile")
                        : new DeviceFault(
                                Kind.NOT_ANSWERING,
                                "no scanner that we know answers at any USB serial port yet; the last said: "
                                        + faults.getLast().detail()));
    }
}

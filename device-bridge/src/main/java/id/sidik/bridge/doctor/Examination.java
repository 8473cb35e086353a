package id.sidik.bridge.doctor;

import id.sidik.bridge.site.Dismissal;
import id.sidik.bridge.site.Site;
import id.sidik.wire.config.HostPort;
import id.sidik.wire.trust.TrustMaterial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Everything that is looked at, in the order in which a technician would. Changes nothing, opens no scanner, and takes some seconds at most. */
public final class Examination {
    private final Box box;
    private final Subject subject;
    private final InstantSource clock;

    public Examination(Box box, Subject subject, InstantSource clock) {
        this.box = box;
        this.subject = subject;
        this.clock = clock;
    }

    /** The process, its ports, and whether the institution still wants it. */
    public List<Finding> process() {
        List<Finding> findings = new ArrayList<>();
        if (subject.pid().isPresent()) {
            findings.add(
                    Finding.ok("bridge", "it runs, as process " + subject.pid().getAsLong()));
        } else {
            findings.add(Finding.failed(
                    "bridge",
                    "it does not run",
                    subject.startCommand() + "; 'journalctl -u sidik-bridge' says why it ended"));
            findings.add(Ports.examine(subject.addressOf()));
        }
        Optional<Instant> turnedAway =
                Dismissal.in(Site.folderIn(subject.data()), clock).since();
        turnedAway.ifPresent(since -> findings.add(Finding.failed(
                "fleet",
                "the institution turned this bridge away on " + since + ": it serves nobody",
                "If that was an error, ask an officer for a code and join again")));
        return findings;
    }

    /** The line to the gate. */
    public List<Finding> line(Optional<HostPort> gate, TrustMaterial own, boolean hasJoined) {
        return new GateLine(own, hasJoined, clock).examine(gate);
    }

    /** Scanners, and what they need of the box. */
    public List<Finding> scanners() {
        List<Finding> findings = new ArrayList<>();
        Holders holders = new Holders(box, subject.pid());
        Access access = new Access(subject.account(), holders);
        SerialPorts ports = new SerialPorts(box, access, subject.modules());
        UsbReaders readers = new UsbReaders(box, access, subject.readers());
        findings.add(subject.account().examine());
        findings.add(new UdevRule(box, subject.udevRule()).examine());
        findings.add(readers.library());
        readers.rival().ifPresent(findings::add);
        List<Finding> plugged = new ArrayList<>(readers.examine());
        plugged.addAll(subject.scannerPort().map(ports::examine).map(List::of).orElseGet(ports::examine));
        if (plugged.isEmpty()) {
            plugged.add(Finding.warning(
                    "scanner",
                    "none that the bridge knows is plugged in",
                    "Plug one in; which it knows: hardware-profiles"));
        }
        findings.addAll(plugged);
        if (!holders.seesAll()) {
            findings.add(Finding.ok("holders", "who else has a scanner open is seen in full with sudo alone"));
        }
        return findings;
    }

    /** What the bridge keeps. */
    public List<Finding> data() {
        DataFolder folder = new DataFolder(subject.data(), subject.account());
        if (!folder.isThere()) {
            return List.of(Finding.ok("data folder", subject.data() + " is made at the first start"));
        }
        return List.of(folder.permissions(), folder.nativeLibrary(), folder.room(usableBytes(subject.data())));
    }

    private static long usableBytes(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException unreadable) {
            return 0;
        }
    }
}

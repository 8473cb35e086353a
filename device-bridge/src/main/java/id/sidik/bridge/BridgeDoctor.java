package id.sidik.bridge;

import id.sidik.bridge.doctor.Account;
import id.sidik.bridge.doctor.Box;
import id.sidik.bridge.doctor.Examination;
import id.sidik.bridge.doctor.Finding;
import id.sidik.bridge.doctor.Subject;
import id.sidik.bridge.fleet.Fleet;
import id.sidik.bridge.fleet.Profiles;
import id.sidik.wire.config.ConfigException;
import id.sidik.wire.config.HostPort;
import id.sidik.wire.config.RemoteSettings;
import id.sidik.wire.process.AppArguments;
import id.sidik.wire.process.RunFile;
import id.sidik.wire.trust.BridgeIdentity;
import id.sidik.wire.trust.Role;
import id.sidik.wire.trust.TrustException;
import id.sidik.wire.trust.TrustMaterial;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/** Looks at the bridge of a box with the bridge's own settings, and at the box with its eyes. */
public final class BridgeDoctor {
    private static final String UDEV_RULE = "/hardware-profiles/udev/70-sidik-scanners.rules";

    private final Box box;
    private final AppArguments arguments;
    private final Map<String, String> environment;
    private final String startCommand;
    private final InstantSource clock;

    /**
     * @param arguments of the bridge
     * @param environment of the bridge
     * @param startCommand how this box starts it
     */
    public BridgeDoctor(
            Box box,
            AppArguments arguments,
            Map<String, String> environment,
            String startCommand,
            InstantSource clock) {
        this.box = box;
        this.arguments = arguments;
        this.environment = Map.copyOf(environment);
        this.startCommand = startCommand;
        this.clock = clock;
    }

    /** Whom the bridge of this data folder runs as: its owner; whoever asks, before the first start. */
    public static Account accountOf(Path data) throws IOException {
        String caller = System.getProperty("user.name");
        String owner = Files.exists(data) ? Files.getOwner(data).getName() : caller;
        // Of the caller the groups of this very session: a new one counts from the next login on.
        String groups = owner.equals(caller) ? said("id", "-Gn") : said("id", "-Gn", owner);
        return new Account(owner, Set.of(groups.split("\\s+")), owner.equals(caller));
    }

    private static String said(String... command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (InputStream output = process.getInputStream()) {
            return new String(output.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }

    /** All findings. What cannot be looked at is a finding as well. */
    public List<Finding> examine(Account account) {
        if (isClosed(account)) {
            return List.of(closed(account));
        }
        List<Finding> findings = new ArrayList<>();
        Optional<BridgeIdentity> joined = identity(findings);
        Optional<BridgeSettings> settings = settings(joined, account, findings);
        Examination examination = new Examination(box, subject(account, settings), clock);
        findings.addAll(examination.process());
        material(joined, findings)
                .ifPresent(own -> findings.addAll(examination.line(gate(settings, joined), own, joined.isPresent())));
        findings.addAll(examination.scanners());
        findings.addAll(examination.data());
        return findings;
    }

    /** Scanners alone, and what they need of the box: there need not be a bridge yet. */
    public List<Finding> examineScanners(Account account) {
        if (isClosed(account)) {
            return List.of(closed(account));
        }
        List<Finding> findings = new ArrayList<>();
        Optional<BridgeSettings> settings = settings(identity(findings), account, findings);
        findings.addAll(new Examination(box, subject(account, settings), clock).scanners());
        return findings;
    }

    private boolean isClosed(Account account) {
        return !account.isCaller() && Files.exists(arguments.data()) && !Files.isReadable(arguments.data());
    }

    private Finding closed(Account account) {
        return new Finding(
                "data folder",
                Finding.State.FAILED,
                "this user may not look into " + arguments.data(),
                "Run this as " + account.name() + ", or with sudo");
    }

    private Optional<BridgeIdentity> identity(List<Finding> findings) {
        try {
            return BridgeIdentity.find(trust(), clock);
        } catch (TrustException e) {
            findings.add(untrusted(e));
            return Optional.empty();
        }
    }

    private Path trust() {
        return arguments.data().resolve("trust");
    }

    private static Finding untrusted(TrustException e) {
        return new Finding(
                "certificate",
                Finding.State.FAILED,
                String.valueOf(e.getMessage()),
                "As it says; then start the bridge");
    }

    private Optional<BridgeSettings> settings(
            Optional<BridgeIdentity> joined, Account account, List<Finding> findings) {
        if (arguments.config().filter(file -> !account.mayRead(file)).isPresent()) {
            findings.add(new Finding(
                    "settings",
                    Finding.State.FAILED,
                    account.name() + " may not read " + arguments.config().get() + ", so it is not used",
                    "sudo chmod a+r " + arguments.config().get() + ", then: " + startCommand));
            return Optional.empty();
        }
        try {
            RemoteSettings remote = joined.map(identity -> Profiles.open(
                                    Fleet.folderIn(arguments.data()), identity, sent -> load(joined, sent))
                            .settings())
                    .orElse(RemoteSettings.NONE);
            BridgeSettings settings = load(joined, remote);
            findings.add(new Finding(
                    "settings",
                    Finding.State.OK,
                    arguments.config().map(file -> file + " can be used").orElse("defaults"),
                    ""));
            return Optional.of(settings);
        } catch (ConfigException e) {
            findings.add(new Finding(
                    "settings",
                    Finding.State.FAILED,
                    String.valueOf(e.getMessage()),
                    "Put it right, then: " + startCommand));
            return Optional.empty();
        }
    }

    private BridgeSettings load(Optional<BridgeIdentity> joined, RemoteSettings remote) {
        BridgeSettings settings = BridgeSettings.load(arguments, environment, joined.map(BridgeIdentity::name), remote);
        BridgeProcess.requireScanner(settings);
        return settings;
    }

    private Optional<TrustMaterial> material(Optional<BridgeIdentity> joined, List<Finding> findings) {
        Path trust = trust();
        if (joined.isPresent() || !Files.exists(trust) || BridgeIdentity.isIn(trust)) {
            return joined.map(BridgeIdentity::material);
        }
        try {
            return Optional.of(TrustMaterial.load(trust, Role.BRIDGE, clock));
        } catch (TrustException e) {
            findings.add(untrusted(e));
            return Optional.empty();
        }
    }

    private Optional<HostPort> gate(Optional<BridgeSettings> settings, Optional<BridgeIdentity> joined) {
        return settings.flatMap(BridgeSettings::gate)
                .or(() -> joined.map(BridgeIdentity::gate))
                .or(() -> RunFile.addressOf(arguments.data(), Role.ELIGIBILITY.label()));
    }

    private Subject subject(Account account, Optional<BridgeSettings> settings) {
        return new Subject(
                arguments.data(),
                account,
                runningPid(),
                startCommand,
                ScannerProfiles.searched(),
                ScannerProfiles.searchedReaders(),
                settings.flatMap(this::configuredPort),
                settings.map(BridgeDoctor::addresses).orElse(Map.of()),
                udevRule());
    }

    /** Where somebody said that a module is; the emulator's place is nobody's word. */
    private Optional<Path> configuredPort(BridgeSettings settings) {
        boolean isModule = !settings.searchesScanner()
                && ScannerProfiles.usbReader(settings.scannerProfile()).isEmpty();
        return Optional.of(settings.scannerPort())
                .filter(port -> isModule && !port.equals(BridgeSettings.virtualScanner(arguments.data())));
    }

    /** A run file may be left of a process that was killed. */
    private OptionalLong runningPid() {
        return RunFile.read(arguments.data(), BridgeProcess.NAME).stream()
                .mapToLong(run -> Long.parseLong(run.getOrDefault("pid", "0")))
                .filter(pid -> ProcessHandle.of(pid).isPresent())
                .findFirst();
    }

    private static Map<String, HostPort> addresses(BridgeSettings settings) {
        Map<String, HostPort> addresses = new TreeMap<>();
        addresses.put("bridge.listen", settings.listen());
        addresses.put("bridge.kiosk-listen", settings.kioskListen());
        settings.facades().opened().forEach((name, address) -> addresses.put("bridge.facade." + name, address));
        return addresses;
    }

    private static String udevRule() {
        try (InputStream rule = BridgeDoctor.class.getResourceAsStream(UDEV_RULE)) {
            if (rule == null) {
                throw new IllegalStateException(UDEV_RULE + " is missing from the program");
            }
            return new String(rule.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

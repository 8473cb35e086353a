package id.sidik.bridge;

import id.sidik.bridge.counter.Counter;
import id.sidik.bridge.counter.SampleForm;
import id.sidik.bridge.device.CaptureSealer;
import id.sidik.bridge.device.DeviceKeyException;
import id.sidik.bridge.device.DeviceKeys;
import id.sidik.bridge.facade.Facades;
import id.sidik.bridge.fleet.Fleet;
import id.sidik.bridge.fleet.Profiles;
import id.sidik.bridge.fprint.FprintScanner;
import id.sidik.bridge.fprint.PluggedReaders;
import id.sidik.bridge.fprint.PluggedScanner;
import id.sidik.bridge.fprint.UsbReader;
import id.sidik.bridge.http.KioskServer;
import id.sidik.bridge.link.SerialLink;
import id.sidik.bridge.link.UsbDevice;
import id.sidik.bridge.rpc.BridgeGrpc;
import id.sidik.bridge.scanner.FingerScanner;
import id.sidik.bridge.scanner.RoamingScanner;
import id.sidik.bridge.scanner.SerialScanner;
import id.sidik.bridge.session.CaptureRunner;
import id.sidik.bridge.session.FingerExaminer;
import id.sidik.bridge.site.Dismissal;
import id.sidik.bridge.site.Site;
import id.sidik.bridge.uplink.Gate;
import id.sidik.bridge.uplink.GateFleetLine;
import id.sidik.bridge.uplink.GateSiteLine;
import id.sidik.bridge.uplink.RevocationWatch;
import id.sidik.bridge.watch.BridgeWatch;
import id.sidik.bridge.watch.ScannerHistory;
import id.sidik.wire.config.ConfigException;
import id.sidik.wire.config.HostPort;
import id.sidik.wire.config.RemoteSettings;
import id.sidik.wire.process.AppArguments;
import id.sidik.wire.process.RunFile;
import id.sidik.wire.rpc.PeerLink;
import id.sidik.wire.rpc.RpcServer;
import id.sidik.wire.trust.BridgeIdentity;
import id.sidik.wire.trust.LocalAuthority;
import id.sidik.wire.trust.RenewableTrust;
import id.sidik.wire.trust.Role;
import id.sidik.wire.trust.TrustMaterial;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One bridge: a scanner, a line to the gate, two doors, for the kiosk's page and for operators' programs,
 * and façades for the pages of others where an operator opened them. */
public final class BridgeProcess implements AutoCloseable {
    public static final String NAME = "bridge";

    private static final Logger LOG = LoggerFactory.getLogger(BridgeProcess.class);

    /** Requests hold names and numbers only. */
    private static final int REQUEST_BYTES_MAX = 64 * 1024;

    /** How often the site looks whether the gate is there, and the gate hears of the bridge. */
    private static final Duration KEEP_EVERY = Duration.ofSeconds(10);

    private final FingerScanner scanner;
    private final PeerLink gateLink;
    private final RpcServer rpc;
    private final KioskServer kiosk;
    private final Facades facades;
    private final Site site;
    private final List<ScheduledExecutorService> timers;
    private final RunFile runFile;

    private BridgeProcess(
            FingerScanner scanner,
            PeerLink gateLink,
            RpcServer rpc,
            KioskServer kiosk,
            Facades facades,
            Site site,
            List<ScheduledExecutorService> timers,
            RunFile runFile) {
        this.scanner = scanner;
        this.gateLink = gateLink;
        this.rpc = rpc;
        this.kiosk = kiosk;
        this.facades = facades;
        this.site = site;
        this.timers = List.copyOf(timers);
        this.runFile = runFile;
    }

    /**
     * Builds the graph and serves. A scanner or a gate that is missing stops nothing: both may come later.
     *
     * @throws ConfigException when a setting, or the device's key, cannot be used
     * @throws id.sidik.wire.trust.TrustException when keys or certificates are not in order
     * @throws IOException when an address cannot be listened on
     */
    public static BridgeProcess start(AppArguments arguments, Map<String, String> environment, InstantSource clock)
            throws IOException {
        Path trust = arguments.data().resolve("trust");
        Optional<BridgeIdentity> joined = BridgeIdentity.find(trust, clock);
        Function<RemoteSettings, BridgeSettings> load =
                remote -> BridgeSettings.load(arguments, environment, joined.map(BridgeIdentity::name), remote);
        Optional<Profiles> profiles = joined.map(identity -> Profiles.open(
                Fleet.folderIn(arguments.data()), identity, remote -> requireScanner(load.apply(remote))));
        BridgeSettings settings = load.apply(profiles.map(Profiles::settings).orElse(RemoteSettings.NONE));
        LocalAuthority.establish(trust, clock);
        RenewableTrust own = new RenewableTrust(
                joined.map(BridgeIdentity::material).orElseGet(() -> TrustMaterial.load(trust, Role.BRIDGE, clock)));
        LongSupplier nanoTime = System::nanoTime;

        SecureRandom random = new SecureRandom();
        DeviceKeys deviceKeys = deviceKeys(arguments.data(), random, clock);
        FingerExaminer examiner = new FingerExaminer(settings.engine());
        SerialLink link = new SerialLink(SerialLink.libraryFolderIn(arguments.data()));
        FingerScanner scanner = scanner(settings, link, nanoTime);
        ScannerHistory scanners = new ScannerHistory(clock);
        CaptureRunner captures = new CaptureRunner(scanner, examiner::assess, examiner::fmrOf, scanners);
        PeerLink gateLink = new PeerLink(
                () -> settings.gate()
                        .or(() -> joined.map(BridgeIdentity::gate))
                        .or(() -> RunFile.addressOf(arguments.data(), Role.ELIGIBILITY.label())),
                own,
                Role.ELIGIBILITY,
                settings.policy().gatePatience(),
                nanoTime);
        Path offline = Site.folderIn(arguments.data());
        Dismissal dismissal = Dismissal.in(offline, clock);
        RevocationWatch revocation = new RevocationWatch(dismissal::note);
        Supplier<Channel> line = () -> ClientInterceptors.intercept(gateLink.channel(), revocation);
        Gate gate = new Gate(line, settings.policy().gatePatience());
        Site site = Site.open(
                offline,
                dismissal,
                settings.policy().facilityId(),
                settings.engine(),
                new GateSiteLine(line),
                settings.packEvery(),
                clock,
                random);
        Counter counter = new Counter(
                captures,
                gate,
                site,
                settings.sendsTemplates() ? SampleForm.template() : SampleForm.image(),
                new CaptureSealer(deviceKeys, random),
                settings.policy(),
                clock,
                nanoTime);

        BridgeWatch watch = new BridgeWatch(
                captures,
                scanners,
                gate::serves,
                site::status,
                site::isTurnedAway,
                () -> own.get().chain().getFirst().getNotAfter().toInstant(),
                clock,
                nanoTime);
        RpcServer rpc = RpcServer.start(
                settings.listen(),
                own,
                BridgeGrpc.roles(),
                REQUEST_BYTES_MAX,
                List.of(new BridgeGrpc(counter, captures, deviceKeys, site, watch, placeOf(settings), nanoTime)));
        KioskServer kiosk = KioskServer.start(
                settings.kioskListen(),
                counter,
                settings.kiosk(),
                settings.journeyPatience(),
                () -> "kiosk-" + UUID.randomUUID(),
                watch);
        Facades facades = Facades.start(
                settings.facades(),
                new Facades.Parts(
                        counter,
                        settings.journeyPatience(),
                        captures,
                        settings.policy().minimumQuality(),
                        arguments.data().resolve("bridge"),
                        clock,
                        nanoTime));
        rpc.serving(true);
        RunFile runFile = RunFile.publish(arguments.data(), NAME, rpc.address(), pagesOf(kiosk, facades));
        LOG.info("bridge serves at {}, its kiosk page at http://{}/", rpc.address(), kiosk.address());
        List<ScheduledExecutorService> timers = new ArrayList<>();
        timers.add(keeping("site", site::keep));
        joined.map(identity -> Fleet.of(
                        identity,
                        arguments.data(),
                        new GateFleetLine(line),
                        own,
                        profiles.orElseThrow(),
                        softwareVersion(),
                        watch,
                        clock,
                        random))
                .ifPresent(fleet -> timers.add(keeping("fleet", fleet)));
        return new BridgeProcess(scanner, gateLink, rpc, kiosk, facades, site, timers, runFile);
    }

    private static Map<String, String> pagesOf(KioskServer kiosk, Facades facades) {
        Map<String, String> pages = new TreeMap<>();
        pages.put("kiosk", "http://" + kiosk.address() + "/");
        pages.put("health-page", "http://" + kiosk.address() + "/health.html");
        facades.addresses().forEach((name, address) -> pages.put(name, schemeOf(name) + address + "/"));
        return pages;
    }

    private static String schemeOf(String page) {
        return page.endsWith("-https") ? "https://" : "http://";
    }

    /** As the build wrote it into the jar. */
    private static String softwareVersion() {
        return Optional.ofNullable(BridgeProcess.class.getPackage().getImplementationVersion())
                .orElse("not packaged");
    }

    private static ScheduledExecutorService keeping(String name, Runnable round) {
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
        var _ = timer.scheduleWithFixedDelay(
                () -> keepOnce(name, round), 0, KEEP_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        return timer;
    }

    /** A timer forgets a task that throws; this one must go on. */
    private static void keepOnce(String name, Runnable round) {
        try {
            round.run();
        } catch (RuntimeException e) {
            LOG.error("the {} could not be kept up, and will be tried again", name, e);
        }
    }

    private static DeviceKeys deviceKeys(Path data, SecureRandom random, InstantSource clock) {
        try {
            return DeviceKeys.openOrCreate(data.resolve("bridge"), () -> DeviceKeys.newId(random), clock);
        } catch (DeviceKeyException e) {
            throw new ConfigException(String.valueOf(e.getMessage()), e);
        }
    }

    private static FingerScanner scanner(BridgeSettings settings, SerialLink link, LongSupplier nanoTime) {
        if (settings.searchesScanner()) {
            PluggedReaders readers = new PluggedReaders(UsbDevice.SYSTEM, ScannerProfiles.searchedReaders());
            return new PluggedScanner(
                    readers::first,
                    reader -> readerScanner(reader, nanoTime),
                    new RoamingScanner(link, link::devices, ScannerProfiles.searched()));
        }
        return ScannerProfiles.usbReader(settings.scannerProfile())
                .map(reader -> readerScanner(reader, nanoTime))
                .orElseGet(() -> new SerialScanner(
                        link, settings.scannerPort(), ScannerProfiles.read(settings.scannerProfile())));
    }

    private static FingerScanner readerScanner(UsbReader reader, LongSupplier nanoTime) {
        return new FprintScanner(reader, FprintScanner.childCommand(reader), Map.of(), nanoTime);
    }

    /** A profile that names no scanner of ours would keep the bridge from its next start. */
    static void requireScanner(BridgeSettings settings) {
        if (!settings.searchesScanner()
                && ScannerProfiles.usbReader(settings.scannerProfile()).isEmpty()) {
            var _ = ScannerProfiles.read(settings.scannerProfile());
        }
    }

    /** Where the scanner is, for people. */
    private static String placeOf(BridgeSettings settings) {
        if (settings.searchesScanner()) {
            return "any USB reader or USB serial port";
        }
        return ScannerProfiles.usbReader(settings.scannerProfile())
                .map(reader -> "USB, libfprint's driver " + reader.driver())
                .orElseGet(() -> settings.scannerPort().toString());
    }

    /** Where operators' programs call. */
    public HostPort address() {
        return rpc.address();
    }

    /** Where the kiosk's browser finds its page. */
    public HostPort kioskAddress() {
        return kiosk.address();
    }

    @Override
    public void close() {
        runFile.close();
        facades.close();
        kiosk.close();
        rpc.close();
        timers.forEach(ScheduledExecutorService::shutdownNow);
        site.close();
        gateLink.close();
        scanner.close();
    }
}

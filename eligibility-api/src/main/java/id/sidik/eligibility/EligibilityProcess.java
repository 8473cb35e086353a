package id.sidik.eligibility;

import id.sidik.eligibility.access.AccessControl;
import id.sidik.eligibility.courier.Courier;
import id.sidik.eligibility.courier.Webhook;
import id.sidik.eligibility.http.HttpEdge;
import id.sidik.eligibility.http.OfficeServer;
import id.sidik.eligibility.http.OfficeSessions;
import id.sidik.eligibility.http.RestServer;
import id.sidik.eligibility.journey.Books;
import id.sidik.eligibility.journey.CodeOutbox;
import id.sidik.eligibility.journey.EnrolmentIntents;
import id.sidik.eligibility.journey.Journeys;
import id.sidik.eligibility.journey.LogReading;
import id.sidik.eligibility.journey.OfficerProof;
import id.sidik.eligibility.journey.OrphanSweep;
import id.sidik.eligibility.journey.PolicyBook;
import id.sidik.eligibility.journey.PresenterSearch;
import id.sidik.eligibility.journey.RecordKinds;
import id.sidik.eligibility.journey.SightingBook;
import id.sidik.eligibility.keys.KeyRing;
import id.sidik.eligibility.keys.KeysRefusedException;
import id.sidik.eligibility.matching.GrpcMatcher;
import id.sidik.eligibility.matching.HeldMatcher;
import id.sidik.eligibility.nid.NidRules;
import id.sidik.eligibility.nid.RegionTable;
import id.sidik.eligibility.policy.Policy;
import id.sidik.eligibility.policy.PolicyFiles;
import id.sidik.eligibility.policy.PolicyRefusedException;
import id.sidik.eligibility.rpc.RpcEdge;
import id.sidik.eligibility.store.EligibilityStore;
import id.sidik.eligibility.store.StoreRefusedException;
import id.sidik.eligibility.transparency.LogRefusedException;
import id.sidik.eligibility.transparency.PublishedLog;
import id.sidik.eligibility.transparency.WitnessRound;
import id.sidik.wire.config.ConfigException;
import id.sidik.wire.config.HostPort;
import id.sidik.wire.config.LayeredConfig;
import id.sidik.wire.limit.CallLimit;
import id.sidik.wire.process.AppArguments;
import id.sidik.wire.process.RunFile;
import id.sidik.wire.rpc.PeerLink;
import id.sidik.wire.rpc.RpcServer;
import id.sidik.wire.trust.BridgeAuthority;
import id.sidik.wire.trust.LocalAuthority;
import id.sidik.wire.trust.Role;
import id.sidik.wire.trust.TrustMaterial;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The gate, wired from bottom to top, and its orderly end. */
final class EligibilityProcess implements AutoCloseable {
    static final String NAME = "eligibility";

    private static final Logger LOG = LoggerFactory.getLogger(EligibilityProcess.class);
    private static final Duration SWEEP_EVERY = Duration.ofSeconds(30);
    private static final Duration CARRY_EVERY = Duration.ofSeconds(1);
    private static final Duration SEARCH_EVERY = Duration.ofSeconds(1);
    private static final Duration PUBLISH_EVERY = Duration.ofSeconds(1);
    private static final Duration WITNESS_EVERY = Duration.ofSeconds(10);
    private static final Duration MATCHER_PATIENCE = Duration.ofSeconds(10);

    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private volatile HostPort address;
    private volatile HostPort restAddress;

    private EligibilityProcess(HostPort listen, HostPort restListen) {
        address = listen;
        restAddress = restListen;
    }

    /**
     * Starts the gate, whether or not the matcher is there yet. It serves when this returns.
     *
     * @throws ConfigException when settings, keys and books do not belong together
     * @throws IOException when an address cannot be listened on
     */
    static EligibilityProcess start(AppArguments arguments, Map<String, String> environment, InstantSource clock)
            throws IOException {
        LayeredConfig settings = LayeredConfig.load(
                NAME, EligibilityConfig.DEFAULTS, arguments.profile(), arguments.config(), environment);
        EligibilityConfig config = EligibilityConfig.read(settings);
        EligibilityProcess process = new EligibilityProcess(config.listen(), config.restListen());
        try {
            process.wire(arguments.data(), config, clock);
            return process;
        } catch (KeysRefusedException | StoreRefusedException | LogRefusedException | PolicyRefusedException e) {
            process.close();
            throw new ConfigException(String.valueOf(e.getMessage()), e);
        } catch (RuntimeException | IOException e) {
            process.close();
            throw e;
        }
    }

    private void wire(Path data, EligibilityConfig config, InstantSource clock) throws IOException {
        Path trust = data.resolve("trust");
        LocalAuthority.establish(trust, clock);
        TrustMaterial own = TrustMaterial.load(trust, Role.ELIGIBILITY, clock);

        Path folder = data.resolve(NAME);
        KeyRing keys = KeyRing.openOrCreate(folder, EligibilityStore.booksExist(folder));
        EligibilityStore store = add(EligibilityStore.open(folder, keys, RecordKinds.ALL, config.diskReserveBytes()));
        NidRules nidRules = new NidRules(RegionTable.bundled(), config.nidProfile());
        Books books = new Books(store, keys, nidRules, clock, new SecureRandom());

        PeerLink link = add(new PeerLink(
                () -> matcherAddress(data, config), own, Role.MATCHER, MATCHER_PATIENCE, System::nanoTime));
        HeldMatcher matcher = new HeldMatcher(new GrpcMatcher(link));
        EnrolmentIntents intents = new EnrolmentIntents(folder.resolve("intents"));
        OrphanSweep orphans = new OrphanSweep(intents, books, matcher);
        PresenterSearch presenters = new PresenterSearch(books, matcher);
        LogReading transparency = publishing(folder, store, keys, config);
        PolicyBook policies = new PolicyBook(books, policy(config));
        CodeOutbox codes = new CodeOutbox(folder.resolve("outbox"));
        SightingBook sightings = add(SightingBook.open(folder.resolve("bridges-seen")));
        Journeys journeys = Journeys.of(
                books,
                matcher,
                policies,
                intents,
                orphans,
                presenters,
                transparency,
                config.access().issuer().isPresent() ? OfficerProof.TOKEN : OfficerProof.CERTIFICATE,
                config.thresholds(),
                folder.resolve("copies"),
                codes,
                new BridgeAuthority(trust, clock),
                sightings,
                () -> address.port(),
                System::nanoTime);

        AccessControl access = AccessControl.of(
                config.access(), () -> "https://" + restAddress, journeys.fleet()::standing, clock, System::nanoTime);
        CallLimit limit = new CallLimit(config.callsAtOnceMax());
        RpcServer rpc = add(RpcEdge.start(config.listen(), own, access, limit, journeys, System::nanoTime));
        address = rpc.address();
        RpcServer door = add(RpcEdge.startDoor(config.doorListen(), own, journeys));
        HttpEdge http = new HttpEdge(journeys, store, matcher, access, limit, System::nanoTime);
        RestServer rest = add(RestServer.start(config.restListen(), own, http));
        restAddress = rest.address();
        OfficeServer office =
                add(OfficeServer.start(config.officeListen(), http, new OfficeSessions(clock, new SecureRandom())));
        add(repeating("orphan-sweep", orphans::run, SWEEP_EVERY));
        add(repeating("bridges-seen", sightings::keep, SightingBook.KEEP_EVERY));
        add(repeating("code-courier", courier(codes, config, clock), CARRY_EVERY));
        add(repeating("presenter-search", presenters::run, SEARCH_EVERY));
        rpc.serving(true);
        add(() -> rpc.serving(false));
        add(RunFile.publish(
                data,
                NAME,
                address,
                Map.of(
                        "rest", "https://" + rest.address() + "/",
                        "office", "http://" + office.address() + "/",
                        "door", door.address().toString())));
        LOG.info(
                "The gate serves at {}, REST at {}, the back office at {}; bridges join at {}",
                address,
                rest.address(),
                office.address(),
                door.address());
    }

    /** Tiles that follow the books, and witnesses who are asked from time to time. */
    private LogReading publishing(Path folder, EligibilityStore store, KeyRing keys, EligibilityConfig config) {
        PublishedLog log = add(PublishedLog.open(folder.resolve("log"), store, keys.checkpoints()));
        add(repeating("log-tiles", log::catchUp, PUBLISH_EVERY));
        add(once("log-check", log::checkTiles));
        Optional<WitnessRound> witnesses = config.witnessPolicy()
                .map(policy -> new WitnessRound(
                        log, policy.trusting(keys.checkpoints().verifierKey()), add(HttpClient.newHttpClient())));
        witnesses.ifPresent(round -> add(repeating("log-witnesses", round, WITNESS_EVERY)));
        return new LogReading(log, () -> witnesses.map(WitnessRound::words).orElse(List.of()));
    }

    private Courier courier(CodeOutbox codes, EligibilityConfig config, InstantSource clock) {
        Optional<Webhook> gateway = config.codeGateway()
                .map(there -> new Webhook(there.address(), there.token(), add(HttpClient.newHttpClient())));
        return new Courier(codes, gateway, clock);
    }

    private static Policy policy(EligibilityConfig config) {
        return Policy.of(config.policyFolder().map(PolicyFiles::in).orElseGet(PolicyFiles::builtIn));
    }

    private static Optional<HostPort> matcherAddress(Path data, EligibilityConfig config) {
        return config.matcherAddress().or(() -> RunFile.addressOf(data, "matcher"));
    }

    private static AutoCloseable repeating(String name, Runnable task, Duration pause) {
        ScheduledExecutorService timer = timer(name);
        var _ = timer.scheduleWithFixedDelay(() -> runOnce(name, task), 0, pause.toMillis(), TimeUnit.MILLISECONDS);
        return timer::shutdownNow;
    }

    private static AutoCloseable once(String name, Runnable task) {
        ScheduledExecutorService timer = timer(name);
        timer.execute(() -> runOnce(name, task));
        return timer::shutdownNow;
    }

    private static ScheduledExecutorService timer(String name) {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
    }

    /** A timer forgets a task that throws; these must go on. */
    private static void runOnce(String name, Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.error("{} failed, and will be tried again", name, e);
        }
    }

    /** Where gRPC is spoken. */
    HostPort address() {
        return address;
    }

    private <T extends AutoCloseable> T add(T part) {
        running.push(part);
        return part;
    }

    /** The last part that was started first. */
    @Override
    public void close() {
        while (!running.isEmpty()) {
            closeOne(running.pop());
        }
    }

    /** One part that does not end in order must not keep the others from it. */
    private static void closeOne(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            LOG.error("{} did not end in order", part.getClass().getSimpleName(), e);
        }
    }
}

package id.sidik.matcher;

import id.sidik.engine.gallery.ComparisonPool;
import id.sidik.engine.gallery.Gallery;
import id.sidik.matcher.crypto.KeyFile;
import id.sidik.matcher.crypto.KeyUnusableException;
import id.sidik.matcher.crypto.RecordSeal;
import id.sidik.matcher.deduplication.BatchSearch;
import id.sidik.matcher.deduplication.Deduplication;
import id.sidik.matcher.deduplication.Pace;
import id.sidik.matcher.enrolment.Enrolment;
import id.sidik.matcher.enrolment.Withdrawal;
import id.sidik.matcher.recognition.Recognition;
import id.sidik.matcher.register.AnswersOnce;
import id.sidik.matcher.register.GalleryLoader;
import id.sidik.matcher.register.Register;
import id.sidik.matcher.register.RegisterState;
import id.sidik.matcher.register.SearchMeter;
import id.sidik.matcher.register.Upkeep;
import id.sidik.matcher.release.ReferenceRelease;
import id.sidik.matcher.review.PrintReview;
import id.sidik.matcher.rpc.DeduplicateCalls;
import id.sidik.matcher.rpc.MatcherRpc;
import id.sidik.matcher.rpc.ReviewCalls;
import id.sidik.matcher.sample.ExtractionPool;
import id.sidik.matcher.store.ReferenceStore;
import id.sidik.matcher.store.StoreCopies;
import id.sidik.matcher.store.StoreRefusedException;
import id.sidik.matcher.store.StoreSettings;
import id.sidik.matcher.v1.MatcherServiceGrpc;
import id.sidik.wire.config.ConfigException;
import id.sidik.wire.config.HostPort;
import id.sidik.wire.config.LayeredConfig;
import id.sidik.wire.limit.CallLimit;
import id.sidik.wire.process.AppArguments;
import id.sidik.wire.process.RunFile;
import id.sidik.wire.process.StartNote;
import id.sidik.wire.rpc.CallLimitGuard;
import id.sidik.wire.rpc.RoleGuard;
import id.sidik.wire.rpc.RoleTable;
import id.sidik.wire.rpc.RpcServer;
import id.sidik.wire.trust.LocalAuthority;
import id.sidik.wire.trust.Role;
import id.sidik.wire.trust.TrustMaterial;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The matcher, wired from bottom to top, and its orderly end. */
final class MatcherProcess implements AutoCloseable {
    static final String NAME = "matcher";

    private static final Logger LOG = LoggerFactory.getLogger(MatcherProcess.class);
    /** Of samples and of 1:1 comparisons: a few seconds of work; more would only wait for its deadline. */
    private static final int TASKS_WAITING_MAX = 256;
    /** Whole searches; each is one task a partition. */
    private static final int SEARCHES_WAITING_MAX = 16;

    private final Path data;
    private final ReferenceStore store;
    private final ChosenGallery chosen;
    private final Register register;
    private final GalleryLoader loader;
    private final StartProgress progress;
    private final Upkeep upkeep;
    private final ComparisonPool searches;
    private final ComparisonPool verifications;
    private final ExtractionPool extraction;
    private final ExecutorService imports;
    private final ExecutorService jobs;
    private final RpcServer server;
    private CompletableFuture<Void> loaded = new CompletableFuture<>();
    private @Nullable RunFile runFile;
    private boolean closed;

    private MatcherProcess(
            Path data,
            MatcherConfig config,
            TrustMaterial trust,
            ReferenceStore store,
            RecordSeal seal,
            UnaryOperator<Gallery> lens,
            InstantSource clock)
            throws IOException {
        this.data = data;
        this.store = store;
        int threads = config.comparisonThreads();
        searches = new ComparisonPool("search", threads, SEARCHES_WAITING_MAX * config.partitions());
        verifications = new ComparisonPool("verify", threads, TASKS_WAITING_MAX);
        chosen = ChosenGallery.of(config, data.resolve(NAME).resolve("segments"), seal, searches, verifications);
        Gallery gallery = lens.apply(chosen.gallery());
        register = new Register(store, gallery, config.galleryReferencesMax(), clock);
        loader = new GalleryLoader(store, gallery, register, chosen::prepare, clock, threads);
        progress = new StartProgress(new StartNote(data, NAME), register, chosen::prepared);
        upkeep = new Upkeep(store, register, clock);
        extraction = new ExtractionPool(config.engine().extractor(), threads, TASKS_WAITING_MAX);
        imports = Executors.newVirtualThreadPerTaskExecutor();
        jobs = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().name("deduplication-", 1).daemon().factory());
        AnswersOnce answers = new AnswersOnce(register);
        SearchMeter meter = new SearchMeter();
        CallLimit limit = new CallLimit(config.callsAtOnceMax());
        ReferenceRelease release = new ReferenceRelease(register, store);
        PrintReview review = new PrintReview(release, extraction, seal, config.engine());
        MatcherRpc rpc = new MatcherRpc(
                register,
                new Enrolment(register, answers, extraction, meter),
                new Withdrawal(register, answers),
                new Recognition(register, extraction, meter, System::nanoTime),
                new DeduplicateCalls(deduplication(config, meter, clock), jobs),
                new StoreCopies(store, data.resolve(NAME).resolve("copies")),
                release,
                new ReviewCalls(review, gallery.algorithm()),
                meter,
                limit,
                config.targetRates(),
                gallery.algorithm(),
                clock.instant(),
                imports);
        server = RpcServer.start(
                config.listen(),
                trust,
                served -> new CallLimitGuard(
                        limit, Set.of(MatcherServiceGrpc.getGalleryStatusMethod()), new RoleGuard(roles(), served)),
                config.messageBytesMax(),
                List.of(rpc));
        register.onStateChange(() -> server.serving(register.state() == RegisterState.SERVING));
    }

    /**
     * Starts the matcher. It listens when this returns, and serves some time later: when the gallery is loaded.
     *
     * @throws ConfigException when settings, store and key do not belong together
     * @throws IOException when the address can not be listened on
     */
    static MatcherProcess start(AppArguments arguments, Map<String, String> environment, InstantSource clock)
            throws IOException {
        return start(arguments, environment, UnaryOperator.identity(), clock);
    }

    /**
     * As above.
     *
     * @param lens what is put before the gallery: nothing, or what a test looks through
     */
    static MatcherProcess start(
            AppArguments arguments, Map<String, String> environment, UnaryOperator<Gallery> lens, InstantSource clock)
            throws IOException {
        LayeredConfig layers =
                LayeredConfig.load(NAME, "matcher-defaults.yaml", arguments.profile(), arguments.config(), environment);
        MatcherConfig config = MatcherConfig.of(layers, Machine.here());
        Path trustFolder = arguments.data().resolve("trust");
        LocalAuthority.establish(trustFolder, clock);
        TrustMaterial trust = TrustMaterial.load(trustFolder, Role.MATCHER, clock);
        ReferenceStore store = openStore(arguments.data().resolve(NAME), config);
        try {
            RecordSeal seal = keyFile(arguments.data().resolve(NAME)).load();
            MatcherProcess process = new MatcherProcess(arguments.data(), config, trust, store, seal, lens, clock);
            process.load();
            return process;
        } catch (IOException | RuntimeException e) {
            store.close();
            throw e;
        }
    }

    static ReferenceStore openStore(Path folder, MatcherConfig config) {
        StoreSettings settings = new StoreSettings(
                folder.resolve("db"),
                config.partitions(),
                config.queuedWritesMax(),
                config.diskReserveBytes(),
                config.answersKept());
        try {
            return ReferenceStore.open(settings, keyFile(folder));
        } catch (StoreRefusedException | KeyUnusableException e) {
            throw new ConfigException(String.valueOf(e.getMessage()), e);
        }
    }

    private Deduplication deduplication(MatcherConfig config, SearchMeter meter, InstantSource clock) {
        return new Deduplication(
                register,
                store,
                new BatchSearch(store, meter, register::fail),
                new Pace(config.dedupeBusyPercentMax(), Thread::sleep),
                config.dedupeBatch(),
                clock,
                System::nanoTime);
    }

    static KeyFile keyFile(Path folder) {
        return new KeyFile(folder.resolve("keys"));
    }

    private static RoleTable roles() {
        return RoleTable.builder()
                .allow(MatcherServiceGrpc.getServiceDescriptor(), EnumSet.of(Role.ELIGIBILITY))
                .build();
    }

    private void load() {
        LOG.info("Listening on {}, not serving yet", server.address());
        progress.start();
        loaded = loader.start().thenRun(progress::close).thenRun(this::publish);
        upkeep.start();
    }

    /** Completes when the matcher serves, or has found that it must not. */
    CompletableFuture<Void> loaded() {
        return loaded;
    }

    /** Also after a fault: whoever asks must be able to hear which record it is. */
    private synchronized void publish() {
        if (!closed) {
            Map<String, String> state = Map.of("state", register.state().name());
            runFile = RunFile.publish(data, NAME, server.address(), state);
        }
    }

    HostPort address() {
        return server.address();
    }

    private synchronized void unpublish() {
        closed = true;
        if (runFile != null) {
            runFile.close();
        }
    }

    /** From top to bottom: no new calls, no waiting work, then the disk. */
    @Override
    public void close() {
        unpublish();
        server.close();
        imports.close();
        jobs.shutdownNow();
        jobs.close();
        upkeep.close();
        loader.close();
        progress.close();
        extraction.close();
        searches.close();
        verifications.close();
        chosen.close();
        store.close();
    }
}

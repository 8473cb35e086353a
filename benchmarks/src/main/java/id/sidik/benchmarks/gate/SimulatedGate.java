package id.sidik.benchmarks.gate;

import id.sidik.benchmarks.processes.ServiceChild;
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
import id.sidik.eligibility.matching.GrpcMatcher;
import id.sidik.eligibility.matching.HeldMatcher;
import id.sidik.eligibility.nid.NidProfile;
import id.sidik.eligibility.nid.NidRules;
import id.sidik.eligibility.nid.RegionTable;
import id.sidik.eligibility.policy.Policy;
import id.sidik.eligibility.report.Thresholds;
import id.sidik.eligibility.store.EligibilityStore;
import id.sidik.eligibility.transparency.PublishedLog;
import id.sidik.wire.rpc.PeerLink;
import id.sidik.wire.trust.BridgeAuthority;
import id.sidik.wire.trust.Role;
import id.sidik.wire.trust.TrustMaterial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The gate's journeys as its process wires them, without the edges: who is in the same process calls them directly, and says when it is. */
public final class SimulatedGate implements AutoCloseable {
    public static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final KeyRing keys;
    private final EligibilityStore store;
    private final PublishedLog log;
    private final PeerLink link;
    private final PresenterSearch presenters;
    private final Journeys journeys;

    /**
     * Opens the books of a data folder, or new ones.
     *
     * @param data the matcher's, too: its keys are in it
     */
    public SimulatedGate(Path data, ServiceChild matcher, InstantSource clock) throws IOException {
        Path folder = Files.createDirectories(data.resolve("eligibility"));
        link = new PeerLink(
                () -> Optional.of(matcher.address()),
                TrustMaterial.load(data.resolve("trust"), Role.ELIGIBILITY, InstantSource.system()),
                Role.MATCHER,
                PATIENCE,
                System::nanoTime);
        keys = KeyRing.openOrCreate(folder, EligibilityStore.booksExist(folder));
        store = EligibilityStore.open(folder, keys, RecordKinds.ALL);
        log = PublishedLog.open(folder.resolve("log"), store, keys.checkpoints());
        Books books = new Books(
                store, keys, new NidRules(RegionTable.bundled(), NidProfile.LENIENT), clock, new SecureRandom());
        HeldMatcher held = new HeldMatcher(new GrpcMatcher(link));
        EnrolmentIntents intents = new EnrolmentIntents(folder.resolve("intents"));
        presenters = new PresenterSearch(books, held);
        journeys = Journeys.of(
                books,
                held,
                new PolicyBook(books, Policy.builtIn()),
                intents,
                new OrphanSweep(intents, books, held),
                presenters,
                new LogReading(log, List::of),
                OfficerProof.CERTIFICATE,
                Thresholds.standard(ZONE),
                folder.resolve("copies"),
                new CodeOutbox(folder.resolve("outbox")),
                new BridgeAuthority(folder.resolve("trust"), clock),
                SightingBook.open(folder.resolve("bridges-seen")),
                () -> 0,
                System::nanoTime);
    }

    public Journeys journeys() {
        return journeys;
    }

    public EligibilityStore store() {
        return store;
    }

    public KeyRing keys() {
        return keys;
    }

    /** Searches that the gate's process would run by a timer. */
    public PresenterSearch presenters() {
        return presenters;
    }

    @Override
    public void close() {
        log.close();
        store.close();
        link.close();
    }
}

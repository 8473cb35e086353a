package id.sidik.eligibility.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sidik.biometrics.v1.Sample;
import id.sidik.eligibility.access.AccessControl;
import id.sidik.eligibility.access.AccessSettings;
import id.sidik.eligibility.access.Identity;
import id.sidik.eligibility.access.Reach;
import id.sidik.eligibility.access.Scope;
import id.sidik.eligibility.access.Warrant;
import id.sidik.eligibility.keys.KeyRing;
import id.sidik.eligibility.matching.FakeMatcher;
import id.sidik.eligibility.matching.HeldMatcher;
import id.sidik.eligibility.nid.NidProfile;
import id.sidik.eligibility.nid.NidRules;
import id.sidik.eligibility.nid.RegionTable;
import id.sidik.eligibility.policy.Policy;
import id.sidik.eligibility.report.Thresholds;
import id.sidik.eligibility.store.EligibilityStore;
import id.sidik.eligibility.transparency.PublishedLog;
import id.sidik.eligibility.v1.CheckEligibilityRequest;
import id.sidik.eligibility.v1.OfflineTerms;
import id.sidik.eligibility.v1.Programme;
import id.sidik.eligibility.v1.Purpose;
import id.sidik.eligibility.v1.PurposeStake;
import id.sidik.eligibility.v1.RecordContributionRequest;
import id.sidik.eligibility.v1.RegisterMemberRequest;
import id.sidik.eligibility.v1.Segment;
import id.sidik.wire.limit.CallLimit;
import id.sidik.wire.rpc.ProtoTime;
import id.sidik.wire.trust.BridgeAuthority;
import id.sidik.wire.trust.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A gate with real books, a fake matcher and a clock that stands still until it is moved. */
public final class Counter implements AutoCloseable {
    /** Made up, valid. */
    public static final String SITI = "3174015708850003";

    public static final String BUDI = "3174011708850003";
    public static final Instant NOW = Instant.parse("2026-03-10T03:00:00Z");
    private static final Policy POLICY = Policy.builtIn();
    private static final RegionTable REGIONS = RegionTable.bundled();

    private final AtomicReference<Instant> clock = new AtomicReference<>(NOW);
    public final FakeMatcher matcher;
    public final EligibilityStore store;
    public final OrphanSweep orphans;
    public final PresenterSearch presenters;
    public final Journeys journeys;
    public final EnrolmentIntents intents;
    public final KeyRing keys;
    public final PublishedLog log;
    public final AccessControl access;
    /** More than any test asks at once. */
    public final CallLimit callLimit = new CallLimit(1_000);

    public Counter(Path folder) {
        this(folder, new FakeMatcher());
    }

    static final int GATE_PORT = 7442;

    /** With another policy than the one that comes with the program. */
    Counter(Path folder, Policy policy) {
        this(folder, new FakeMatcher(), policy);
    }

    /** With a matcher that has outlived an earlier gate. */
    public Counter(Path folder, FakeMatcher matcher) {
        this(folder, matcher, POLICY);
    }

    private Counter(Path folder, FakeMatcher matcher, Policy policy) {
        this(folder, matcher, policy, OfficerProof.CERTIFICATE);
    }

    /** Of a house that believes this of officers. */
    Counter(Path folder, OfficerProof proof) {
        this(folder, new FakeMatcher(), POLICY, proof);
    }

    private Counter(Path folder, FakeMatcher matcher, Policy policy, OfficerProof proof) {
        this.matcher = matcher;
        keys = KeyRing.openOrCreate(folder, EligibilityStore.booksExist(folder));
        store = EligibilityStore.open(folder, keys, RecordKinds.ALL);
        Books books = new Books(
                store,
                keys,
                new NidRules(REGIONS, NidProfile.LENIENT),
                clock::get,
                new Random(System.identityHashCode(folder)));
        intents = new EnrolmentIntents(folder.resolve("intents"));
        orphans = new OrphanSweep(intents, books, matcher);
        presenters = new PresenterSearch(books, matcher);
        log = PublishedLog.open(folder.resolve("log"), store, keys.checkpoints());
        journeys = Journeys.of(
                books,
                new HeldMatcher(matcher),
                new PolicyBook(books, policy),
                intents,
                orphans,
                presenters,
                new LogReading(log, List::of),
                proof,
                Thresholds.standard(ZoneId.of("Asia/Jakarta")),
                folder.resolve("copies"),
                new CodeOutbox(folder.resolve("outbox")),
                new BridgeAuthority(folder.resolve("trust"), clock::get),
                SightingBook.open(folder.resolve("bridges-seen")),
                () -> GATE_PORT,
                System::nanoTime);
        access = AccessControl.of(
                new AccessSettings(Optional.empty(), "sidik", Optional.empty()),
                () -> "https://localhost",
                journeys.fleet()::standing,
                InstantSource.fixed(NOW),
                System::nanoTime);
    }

    public Instant now() {
        return clock.get();
    }

    /** Time passes. */
    public void advance(Duration time) {
        clock.updateAndGet(now -> now.plus(time));
    }

    public static Caller operator() {
        return new Caller(Role.OPERATOR, Patience.of(Duration.ofMinutes(2), System::nanoTime));
    }

    /** An officer whom an access token names. */
    static Caller officer(String name) {
        return new Caller(
                new Warrant(new Identity(Role.OPERATOR, Optional.of(name), Scope.NONE), Reach.EVERYWHERE),
                Patience.of(Duration.ofMinutes(2), System::nanoTime));
    }

    /** Fails unless the gate refuses, and for that reason. */
    static void assertRefused(String reason, ThrowingCallable step) {
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(
                        RequestRefusedException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    /** What a site may answer without a network: an admission, for half a million rupiah. */
    public static OfflineTerms offlineTerms() {
        return OfflineTerms.newBuilder()
                .addStakes(PurposeStake.newBuilder()
                        .setPurpose(Purpose.HOSPITAL_ADMISSION)
                        .setRupiah(500_000))
                .setGrantsPerPersonDay(2)
                .setAttemptsPerPersonDay(5)
                .setGrantsPerSiteDay(100)
                .setRupiahPerPersonDay(1_000_000)
                .setRupiahPerSiteDay(50_000_000)
                .setTargetFmr(1e-5)
                .build();
    }

    public static RegisterMemberRequest registration(String key, String nid, Sample... samples) {
        RegisterMemberRequest.Builder request = RegisterMemberRequest.newBuilder()
                .setIdempotencyKey(key)
                .setNid(nid)
                .setFullName("Siti Rahayu")
                .setSegment(Segment.WAGE_EARNER)
                .setBiometricConsent(samples.length > 0);
        for (Sample sample : samples) {
            request.addSamples(sample);
        }
        return request.build();
    }

    public static RecordContributionRequest payment(String key, String nid, String period) {
        return RecordContributionRequest.newBuilder()
                .setIdempotencyKey(key)
                .setNid(nid)
                .setProgramme(Programme.JKN)
                .setPeriod(period)
                .setAmountRupiah(150_000)
                .setChannel("bank-transfer")
                .build();
    }

    public static CheckEligibilityRequest check(String key, String nid, Sample... samples) {
        CheckEligibilityRequest.Builder request = CheckEligibilityRequest.newBuilder()
                .setIdempotencyKey(key)
                .setNid(nid)
                .setPurpose(Purpose.HOSPITAL_ADMISSION)
                .setFacilityId("RSUD-01")
                .setCapturedAt(ProtoTime.of(NOW));
        for (Sample sample : samples) {
            request.addSamples(sample);
        }
        return request.build();
    }

    @Override
    public void close() {
        log.close();
        store.close();
    }
}

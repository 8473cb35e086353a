package id.sidik.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Message;
import id.sidik.eligibility.journey.Books;
import id.sidik.eligibility.journey.CodeOutbox;
import id.sidik.eligibility.journey.Counter;
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
import id.sidik.eligibility.matching.FakeMatcher;
import id.sidik.eligibility.matching.GrpcMatcher;
import id.sidik.eligibility.matching.HeldMatcher;
import id.sidik.eligibility.nid.NidProfile;
import id.sidik.eligibility.nid.NidRules;
import id.sidik.eligibility.nid.RegionTable;
import id.sidik.eligibility.policy.Policy;
import id.sidik.eligibility.report.Thresholds;
import id.sidik.eligibility.rpc.EligibilityService;
import id.sidik.eligibility.store.EligibilityStore;
import id.sidik.eligibility.transparency.PublishedLog;
import id.sidik.eligibility.v1.VerifyMemberRequest;
import id.sidik.eligibility.v1.WithdrawFingersRequest;
import id.sidik.matcher.v1.EnrolRequest;
import id.sidik.matcher.v1.EnrolResponse;
import id.sidik.matcher.v1.Enrolled;
import id.sidik.matcher.v1.MatcherServiceGrpc.MatcherServiceImplBase;
import id.sidik.matcher.v1.StoredReference;
import id.sidik.matcher.v1.VerifyOutcome;
import id.sidik.matcher.v1.VerifyRequest;
import id.sidik.matcher.v1.VerifyResponse;
import id.sidik.matcher.v1.WithdrawRequest;
import id.sidik.matcher.v1.WithdrawResponse;
import id.sidik.wire.config.HostPort;
import id.sidik.wire.rpc.PeerLink;
import id.sidik.wire.rpc.RpcServer;
import id.sidik.wire.trust.BridgeAuthority;
import id.sidik.wire.trust.LocalAuthority;
import id.sidik.wire.trust.Role;
import id.sidik.wire.trust.TrustMaterial;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.stub.StreamObserver;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes over the wire to the matcher: fingers under pseudonyms, and nothing by which it could tell whose they are. */
class MatcherWireTest {
    private final Wiretap wiretap = new Wiretap();

    @TempDir
    private Path folder;

    @Test
    void theMatcherNeverLearnsWhoseFingersItHolds() throws Exception {
        LocalAuthority.establish(folder.resolve("trust"), InstantSource.system());
        String tellingKey = "reg-" + Counter.SITI;
        Path own = folder.resolve("eligibility");
        KeyRing keys = KeyRing.openOrCreate(own, EligibilityStore.booksExist(own));
        try (RpcServer matcher = RpcServer.start(
                        new HostPort("127.0.0.1", 0),
                        material(Role.MATCHER),
                        _ -> wiretap,
                        EligibilityService.MESSAGE_BYTES_MAX,
                        List.of(new Agreeable()));
                PeerLink link = new PeerLink(
                        () -> Optional.of(matcher.address()),
                        material(Role.ELIGIBILITY),
                        Role.MATCHER,
                        Duration.ofMinutes(1),
                        System::nanoTime);
                EligibilityStore store = EligibilityStore.open(own, keys, RecordKinds.ALL)) {
            Journeys journeys = journeys(store, keys, new GrpcMatcher(link));
            journeys.registration()
                    .register(
                            Counter.registration(tellingKey, Counter.SITI, FakeMatcher.sample("siti")),
                            Counter.operator());
            journeys.eligibility()
                    .check(
                            Counter.check("capture-" + Counter.SITI, Counter.SITI, FakeMatcher.sample("siti")),
                            Counter.operator());
            journeys.recognition()
                    .verify(
                            VerifyMemberRequest.newBuilder()
                                    .setNid(Counter.SITI)
                                    .addSamples(FakeMatcher.sample("siti"))
                                    .build(),
                            Counter.operator());
            journeys.fingers()
                    .withdraw(
                            WithdrawFingersRequest.newBuilder()
                                    .setIdempotencyKey("withdraw-" + Counter.SITI)
                                    .setNid(Counter.SITI)
                                    .setReason("Siti Rahayu asked")
                                    .build(),
                            Counter.operator());
        }
        assertThat(wiretap.heard)
                .hasSizeGreaterThanOrEqualTo(4)
                .anyMatch(message -> message.contains("siti")) // the finger itself, so we do listen
                .allSatisfy(message -> assertThat(message)
                        .doesNotContain(Counter.SITI)
                        .doesNotContain(Counter.SITI.substring(0, 6))
                        .doesNotContain("Rahayu", "RSUD-01", "operator", tellingKey));
    }

    private Journeys journeys(EligibilityStore store, KeyRing keys, GrpcMatcher matcher) {
        Books books = new Books(
                store,
                keys,
                new NidRules(RegionTable.bundled(), NidProfile.LENIENT),
                InstantSource.fixed(Counter.NOW),
                new Random(7));
        EnrolmentIntents intents = new EnrolmentIntents(folder.resolve("intents"));
        PublishedLog log = PublishedLog.open(folder.resolve("log"), store, keys.checkpoints());
        return Journeys.of(
                books,
                new HeldMatcher(matcher),
                new PolicyBook(books, Policy.builtIn()),
                intents,
                new OrphanSweep(intents, books, matcher),
                new PresenterSearch(books, matcher),
                new LogReading(log, List::of),
                OfficerProof.CERTIFICATE,
                Thresholds.standard(ZoneId.of("Asia/Jakarta")),
                folder.resolve("copies"),
                new CodeOutbox(folder.resolve("outbox")),
                new BridgeAuthority(folder.resolve("trust"), books.clock()),
                SightingBook.open(folder.resolve("bridges-seen")),
                () -> 0,
                System::nanoTime);
    }

    private TrustMaterial material(Role role) {
        return TrustMaterial.load(folder.resolve("trust"), role, InstantSource.system());
    }

    /** Everything that a call carries: its headers, and its messages as they are written and as they are read. */
    private static final class Wiretap implements ServerInterceptor {
        private final List<String> heard = new CopyOnWriteArrayList<>();

        @Override
        public <Q, A> ServerCall.Listener<Q> interceptCall(
                ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
            heard.add(headers.toString());
            return new SimpleForwardingServerCallListener<>(next.startCall(call, headers)) {
                @Override
                public void onMessage(Q message) {
                    heard.add(message + ((Message) message).toByteString().toString(StandardCharsets.ISO_8859_1));
                    super.onMessage(message);
                }
            };
        }
    }

    /** Takes every finger, and takes it again for the same one. */
    private static final class Agreeable extends MatcherServiceImplBase {
        @Override
        public void enrol(EnrolRequest request, StreamObserver<EnrolResponse> caller) {
            caller.onNext(EnrolResponse.newBuilder()
                    .setEnrolled(Enrolled.newBuilder().addReferences(StoredReference.getDefaultInstance()))
                    .build());
            caller.onCompleted();
        }

        @Override
        public void verify(VerifyRequest request, StreamObserver<VerifyResponse> caller) {
            caller.onNext(VerifyResponse.newBuilder()
                    .setOutcome(VerifyOutcome.MATCH)
                    .setFmr(1e-6)
                    .setTargetFmr(1e-4)
                    .build());
            caller.onCompleted();
        }

        @Override
        public void withdraw(WithdrawRequest request, StreamObserver<WithdrawResponse> caller) {
            caller.onNext(
                    WithdrawResponse.newBuilder().setWithdrawnReferences(1).build());
            caller.onCompleted();
        }
    }
}

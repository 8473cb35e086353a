package id.sidik.benchmarks.killstorm;

import id.sidik.benchmarks.processes.ServiceChild;
import id.sidik.matcher.v1.GalleryState;
import id.sidik.matcher.v1.GalleryStatusRequest;
import id.sidik.matcher.v1.GalleryStatusResponse;
import id.sidik.matcher.v1.MatcherServiceGrpc;
import id.sidik.matcher.v1.MatcherServiceGrpc.MatcherServiceBlockingStub;
import id.sidik.matcher.v1.VerifyOutcome;
import id.sidik.wire.rpc.Channels;
import id.sidik.wire.rpc.RpcError;
import id.sidik.wire.trust.Role;
import id.sidik.wire.trust.TrustMaterial;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Does an acknowledged enrolment survive the end of the process? In each round clients enrol people as fast as they can, the matcher
 * is killed at a random moment and started again; then everybody who was acknowledged in the round must verify. Requests without an
 * answer are sent again under their old idempotency key, after which gallery and store must hold exactly one reference of each
 * person: so a loss shows in any later round, and a double enrolment, too.
 *
 * <p>A kill leaves the page cache whole, so this says nothing about a power cut.
 */
final class KillStorm {
    private static final List<String> JVM_OPTIONS = List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    private static final int CLIENTS = 8;
    private static final int ACKNOWLEDGED_BEFORE_KILL_MAX = 60;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int ROUNDS_BETWEEN_LINES = 10;

    private final Path data;
    private final String classPath;
    private final RandomGenerator random;
    private final PrintWriter out;
    private final Enrollees people;
    private final List<Integer> acknowledged = new ArrayList<>();
    private final AtomicInteger nextPerson = new AtomicInteger();
    private int lost;
    private int miscounts;

    /**
     * @param data an empty folder
     * @param classPath of the matcher
     */
    KillStorm(Path data, String classPath, long seed, PrintWriter out) {
        this.data = data;
        this.classPath = classPath;
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        this.out = out;
        this.people = new Enrollees(seed);
    }

    /** What one round left: who was acknowledged, and whom nobody can tell about. */
    private record Round(List<Integer> acknowledged, List<Integer> inDoubt) {}

    /** Runs all rounds, then looks for everybody once more. */
    StormReport run(int rounds) throws IOException, InterruptedException {
        Files.createDirectories(data);
        Round last = new Round(List.of(), List.of());
        for (int round = 1; round <= rounds; round++) {
            try (ServiceChild matcher = start()) {
                settle(matcher, last);
                last = storm(matcher);
            }
            if (round % ROUNDS_BETWEEN_LINES == 0 || round == rounds) {
                out.println(String.format(
                        Locale.ROOT,
                        "round %d of %d: %,d acknowledged, %d lost, %d miscounts",
                        round,
                        rounds,
                        acknowledged.size() + last.acknowledged().size(),
                        lost,
                        miscounts));
                out.flush();
            }
        }
        try (ServiceChild matcher = start()) {
            settle(matcher, last);
            lost += countMissing(matcher, acknowledged);
        }
        return new StormReport(rounds, acknowledged.size(), lost, miscounts);
    }

    /** Checks a round on the restarted matcher, and ends its doubts. */
    private void settle(ServiceChild matcher, Round round) throws InterruptedException {
        lost += countMissing(matcher, round.acknowledged());
        acknowledged.addAll(round.acknowledged());
        inParallel(matcher, round.inDoubt(), (stub, person) -> {
            stub.enrol(people.enrolment(person));
            return true;
        });
        acknowledged.addAll(round.inDoubt());
        if (!agreesToTheLastReference(matcher)) {
            miscounts++;
        }
    }

    private boolean agreesToTheLastReference(ServiceChild matcher) throws InterruptedException {
        ManagedChannel channel = open(matcher);
        try {
            GalleryStatusResponse status = MatcherServiceGrpc.newBlockingStub(channel)
                    .galleryStatus(GalleryStatusRequest.getDefaultInstance());
            return status.getState() == GalleryState.SERVING
                    && status.getSubjects() == acknowledged.size()
                    && status.getStoredReferences() == acknowledged.size()
                    && status.getPartitionsList().stream()
                            .allMatch(partition -> partition.getIndexedReferences() == partition.getStoredReferences());
        } finally {
            close(channel);
        }
    }

    private int countMissing(ServiceChild matcher, List<Integer> persons) throws InterruptedException {
        return inParallel(
                matcher,
                persons,
                (stub, person) -> stub.verify(people.verification(person)).getOutcome() != VerifyOutcome.MATCH);
    }

    @FunctionalInterface
    private interface Question {
        boolean ask(MatcherServiceBlockingStub stub, int person);
    }

    /** How many persons the answer was yes for. */
    private int inParallel(ServiceChild matcher, List<Integer> persons, Question question) throws InterruptedException {
        ManagedChannel channel = open(matcher);
        MatcherServiceBlockingStub stub = MatcherServiceGrpc.newBlockingStub(channel);
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<Boolean>> answers = new ArrayList<>();
            for (int person : persons) {
                answers.add(clients.submit(() -> question.ask(stub, person)));
            }
            int count = 0;
            for (Future<Boolean> answer : answers) {
                count += answer.get() ? 1 : 0;
            }
            return count;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a restarted matcher did not answer", e);
        } finally {
            close(channel);
        }
    }

    /** Enrols until a random number of people is acknowledged, then kills with further requests under way. */
    private Round storm(ServiceChild matcher) throws InterruptedException {
        ConcurrentLinkedQueue<Integer> acknowledgedNow = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<Integer> inDoubt = new ConcurrentLinkedQueue<>();
        CountDownLatch untilKill = new CountDownLatch(random.nextInt(1, ACKNOWLEDGED_BEFORE_KILL_MAX + 1));
        ManagedChannel channel = open(matcher);
        MatcherServiceBlockingStub stub = MatcherServiceGrpc.newBlockingStub(channel);
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            for (int client = 0; client < CLIENTS; client++) {
                clients.execute(() -> {
                    int person = nextPerson.getAndIncrement();
                    while (isAcknowledged(stub, person)) {
                        acknowledgedNow.add(person);
                        killIfNoneLeft(matcher, untilKill);
                        person = nextPerson.getAndIncrement();
                    }
                    inDoubt.add(person); // the matcher has gone, and with it this client
                });
            }
            boolean stormy = untilKill.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            matcher.close();
            channel.shutdownNow();
            if (!stormy) {
                throw new IllegalStateException("the matcher does not acknowledge enough; see matcher.log");
            }
        }
        return new Round(List.copyOf(acknowledgedNow), List.copyOf(inDoubt));
    }

    /** By the client whose answer came last: the others' requests are under way at that moment. */
    private static void killIfNoneLeft(ServiceChild matcher, CountDownLatch untilKill) {
        untilKill.countDown();
        if (untilKill.getCount() == 0) {
            matcher.kill();
        }
    }

    /** False when nobody can tell: the connection ended first. A refusal is no doubt, but a fault of this storm. */
    private boolean isAcknowledged(MatcherServiceBlockingStub stub, int person) {
        try {
            return stub.enrol(people.enrolment(person)).hasEnrolled();
        } catch (StatusRuntimeException e) {
            if (RpcError.reasonOf(e).isPresent()) {
                throw e;
            }
            return false;
        }
    }

    private ServiceChild start() throws IOException, InterruptedException {
        return ServiceChild.start(
                ServiceChild.Service.MATCHER,
                data,
                classPath,
                JVM_OPTIONS,
                Map.of(
                        "SIDIK_MATCHER_LISTEN", "127.0.0.1:0",
                        "SIDIK_MATCHER_GALLERY_REFERENCES_MAX", "1000000"));
    }

    private ManagedChannel open(ServiceChild matcher) {
        TrustMaterial eligibility = TrustMaterial.load(data.resolve("trust"), Role.ELIGIBILITY, InstantSource.system());
        return Channels.open(matcher.address(), eligibility, Role.MATCHER, PATIENCE);
    }

    private static void close(ManagedChannel channel) throws InterruptedException {
        channel.shutdownNow().awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
}

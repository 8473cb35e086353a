package id.sidik.benchmarks.micro;

import id.sidik.engine.index.FingerBlock;
import id.sidik.engine.index.FingerProbe;
import id.sidik.engine.index.FingerSearch;
import id.sidik.engine.index.Prospects;
import id.sidik.engine.kernel.ChanceLimit;
import id.sidik.engine.kernel.NearestPoints;
import id.sidik.engine.kernel.PoseVotes;
import id.sidik.engine.kernel.ScalarChanceLimit;
import id.sidik.engine.kernel.ScalarNearestPoints;
import id.sidik.engine.kernel.ScalarPoseVotes;
import id.sidik.engine.kernel.ScalarTurnFilter;
import id.sidik.engine.kernel.TurnFilter;
import id.sidik.engine.kernel.VectorChanceLimit;
import id.sidik.engine.kernel.VectorNearestPoints;
import id.sidik.engine.kernel.VectorPoseVotes;
import id.sidik.engine.kernel.VectorTurnFilter;
import id.sidik.engine.synthesis.TemplateFinger;
import id.sidik.engine.template.FingerPosition;
import id.sidik.engine.template.SidikPayload;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The index's inner loops, each as scalar and as vector twin, and the two looks at a block: how often in a second, and how many bytes
 * that touches in a second, beside what the same memory gives when it is read from one end to the other ({@code readThrough}).
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class IndexBenchmark {
    private static final long SEED = 1;

    /** 256 MB: more than a core's caches. */
    private static final int ENTRIES = 1 << 26;

    /** A cell's usual run of entries, deliberately odd. */
    private static final int RUN = 149;

    private static final int RUNS = 1_000;
    private static final int TURN_MAX = 11;
    private static final int VOTES = 23;

    /** A full block's references, less one to be odd. */
    private static final int VOTED_FOR = 65_535;

    /** Some 700 of them pass. */
    private static final float DEVIATIONS = 2;

    private static final float CHANCE = 0.08f;
    private static final int LEAST = 4;
    private static final int POINTS = 59;
    private static final int NEIGHBOURS = 5;
    private static final int REFERENCES = 20_000;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final Arena arena = Arena.ofShared();
    private final MemorySegment entries = arena.allocate(ValueLayout.JAVA_INT, ENTRIES + (long) TurnFilter.SLACK);
    private final int[] firsts =
            IntStream.range(0, RUNS).map(_ -> random.nextInt(ENTRIES - RUN)).toArray();
    private final int[] pointX = new int[POINTS + NearestPoints.SLACK];
    private final int[] pointY = new int[POINTS + NearestPoints.SLACK];
    private final int[] keys = new int[POINTS + NearestPoints.SLACK];
    private final int[] nearest = new int[NEIGHBOURS * POINTS];
    private final int[] passed = new int[RUN + TurnFilter.SLACK];
    private final short[] votesOfReference = new short[VOTED_FOR + ChanceLimit.SLACK];
    private final short[] entriesOfReference = new short[VOTED_FOR + ChanceLimit.SLACK];
    private final int[] promising = new int[VOTED_FOR + ChanceLimit.SLACK];
    private final int[] poses = new int[VOTES + PoseVotes.SLACK];
    private final int[] weights = new int[VOTES + PoseVotes.SLACK];
    private final int limit = PoseVotes.pose(3, 20, 20);
    private final Prospects prospects = new Prospects();
    private final FingerSearch search = new FingerSearch();
    private List<byte[]> payloads = List.of();
    private FingerBlock block = FingerBlock.build(arena, 0, _ -> new byte[0]);
    private FingerProbe probe = FingerProbe.of(payload(0, 1));
    private long bytesOfLook;

    @Setup
    public void fill() {
        for (int at = 0; at < ENTRIES; at++) {
            entries.setAtIndex(ValueLayout.JAVA_INT, at, random.nextInt());
        }
        for (int vote = 0; vote < VOTES; vote++) {
            poses[vote] = PoseVotes.pose(20 + random.nextInt(23), 900 + random.nextInt(250), 900 + random.nextInt(250));
            weights[vote] = 1 + random.nextInt(100);
        }
        for (int reference = 0; reference < VOTED_FOR; reference++) {
            entriesOfReference[reference] = (short) random.nextInt(150, 350);
            votesOfReference[reference] = (short) random.nextInt(40);
        }
        payloads = IntStream.range(0, REFERENCES)
                .parallel()
                .mapToObj(finger -> payload(finger, 0))
                .toList();
        block = FingerBlock.build(arena, REFERENCES, payloads::get);
        probe = FingerProbe.of(payload(5, 1));
        bytesOfLook = FingerSearch.bytesLookedAt(probe, block);
        search.look(probe, block, prospects);
        requireTwinsAgree();
    }

    private void requireTwinsAgree() {
        Arrays.setAll(pointX, point -> (point * 1_237 + 400) % 2_400);
        Arrays.setAll(pointY, point -> (point * 2_311 + 900) % 3_200);
        nearestPointsScalar(new Touched());
        int[] ofScalar = nearest.clone();
        nearestPointsVector(new Touched());
        if (!Arrays.equals(nearest, ofScalar)) {
            throw new IllegalStateException("The twins of the nearest points disagree");
        }
        int[] others = promising.clone();
        int count = chanceLimitScalar(new Touched());
        int otherCount = VectorChanceLimit.select(
                votesOfReference, entriesOfReference, VOTED_FOR, CHANCE, DEVIATIONS, LEAST, others);
        if (!Arrays.equals(promising, 0, count, others, 0, otherCount)) {
            throw new IllegalStateException("The twins of the chance limit disagree");
        }
        int[] other = passed.clone();
        int scalar = ScalarTurnFilter.filter(entries, firsts[0], firsts[0] + RUN, 7, TURN_MAX, passed, 0);
        int vector = VectorTurnFilter.filter(entries, firsts[0], firsts[0] + RUN, 7, TURN_MAX, other, 0);
        if (!Arrays.equals(passed, 0, scalar, other, 0, vector)) {
            throw new IllegalStateException("The twins of the turn filter disagree");
        }
        if (ScalarPoseVotes.mostAgreed(poses, weights, 0, VOTES, limit)
                != VectorPoseVotes.mostAgreed(poses, weights, 0, VOTES, limit)) {
            throw new IllegalStateException("The twins of the pose votes disagree");
        }
    }

    private static byte[] payload(int finger, int impression) {
        return SidikPayload.write(
                TemplateFinger.of(SEED, finger, FingerPosition.RIGHT_INDEX).impression(impression));
    }

    @TearDown
    public void giveBack() {
        arena.close();
    }

    /** A thousand runs anywhere in 256 MB. */
    @Benchmark
    public int turnFilterScalar(Touched touched) {
        int count = 0;
        for (int first : firsts) {
            count += ScalarTurnFilter.filter(entries, first, first + RUN, 7, TURN_MAX, passed, 0);
        }
        touched.bytes += 4L * RUN * RUNS;
        return count;
    }

    @Benchmark
    public int turnFilterVector(Touched touched) {
        int count = 0;
        for (int first : firsts) {
            count += VectorTurnFilter.filter(entries, first, first + RUN, 7, TURN_MAX, passed, 0);
        }
        touched.bytes += 4L * RUN * RUNS;
        return count;
    }

    /** Those of a block's references that have more votes than chance gives them. */
    @Benchmark
    public int chanceLimitScalar(Touched touched) {
        touched.bytes += 4L * VOTED_FOR;
        return ScalarChanceLimit.select(
                votesOfReference, entriesOfReference, VOTED_FOR, CHANCE, DEVIATIONS, LEAST, promising);
    }

    @Benchmark
    public int chanceLimitVector(Touched touched) {
        touched.bytes += 4L * VOTED_FOR;
        return VectorChanceLimit.select(
                votesOfReference, entriesOfReference, VOTED_FOR, CHANCE, DEVIATIONS, LEAST, promising);
    }

    /** The five neighbours of each of 59 points. */
    @Benchmark
    public int nearestPointsScalar(Touched touched) {
        touched.bytes += 8L * POINTS * POINTS;
        int count = 0;
        for (int point = 0; point < POINTS; point++) {
            count += ScalarNearestPoints.find(
                    pointX, pointY, POINTS, point, 9_216, 774_400, NEIGHBOURS, keys, nearest, NEIGHBOURS * point);
        }
        return count;
    }

    @Benchmark
    public int nearestPointsVector(Touched touched) {
        touched.bytes += 8L * POINTS * POINTS;
        int count = 0;
        for (int point = 0; point < POINTS; point++) {
            count += VectorNearestPoints.find(
                    pointX, pointY, POINTS, point, 9_216, 774_400, NEIGHBOURS, keys, nearest, NEIGHBOURS * point);
        }
        return count;
    }

    /** What the memory delivers to one thread: all of it, end to end. */
    @Benchmark
    public long readThrough(Touched touched) {
        long sum = 0;
        for (long at = 0; at < entries.byteSize(); at += 64) {
            sum += entries.get(ValueLayout.JAVA_LONG, at);
        }
        touched.bytes += entries.byteSize();
        return sum;
    }

    @Benchmark
    public int poseVotesScalar(Touched touched) {
        touched.bytes += 8L * VOTES * VOTES;
        return ScalarPoseVotes.mostAgreed(poses, weights, 0, VOTES, limit);
    }

    @Benchmark
    public int poseVotesVector(Touched touched) {
        touched.bytes += 8L * VOTES * VOTES;
        return VectorPoseVotes.mostAgreed(poses, weights, 0, VOTES, limit);
    }

    /** The first look at a block of 20,000 references. */
    @Benchmark
    public Prospects firstLook(Touched touched) {
        touched.bytes += bytesOfLook;
        search.look(probe, block, prospects);
        return prospects;
    }

    /** The second look at one reference. */
    @Benchmark
    public float secondLook(Touched touched) {
        byte[] payload = payloads.get(prospects.reference(0));
        touched.bytes += payload.length;
        return search.pair(probe, prospects, 0, payload);
    }

    /** What a reference costs when it is indexed. */
    @Benchmark
    public FingerBlock indexTen() {
        try (Arena own = Arena.ofConfined()) {
            return FingerBlock.build(own, 10, payloads::get);
        }
    }

    @Benchmark
    public FingerProbe prepareProbe() {
        return FingerProbe.of(payloads.get(5));
    }
}

package id.sidik.benchmarks.micro;

import id.sidik.engine.kernel.CodePlanes;
import id.sidik.engine.kernel.KnownDisplacements;
import id.sidik.engine.kernel.NeighbourTable;
import id.sidik.engine.kernel.PairTable;
import id.sidik.engine.kernel.ScalarCodeComparison;
import id.sidik.engine.kernel.ScalarNeighbourCells;
import id.sidik.engine.kernel.ScalarPairSupport;
import id.sidik.engine.kernel.ScalarSmoothDisplacement;
import id.sidik.engine.kernel.VectorCodeComparison;
import id.sidik.engine.kernel.VectorNeighbourCells;
import id.sidik.engine.kernel.VectorPairSupport;
import id.sidik.engine.kernel.VectorSmoothDisplacement;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The inner loops of a comparison and of its preparation, each as scalar and as vector twin, for prints of an odd number of minutiae, so
 * that no vector ends where the print does: how often in a second, and how many bytes that touches in a second. Nothing is timed unless the
 * twins agree.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class KernelBenchmark {
    private static final long SEED = 1;
    private static final int MINUTIAE = 41;
    private static final int PAIRS = 15;
    private static final int NEIGHBOURS = 13;
    private static final float SIDE_PX = 300;
    private static final float SEEN_WEIGHT = 0.4f;

    private static final long CODES_BYTES = (long) MINUTIAE * CodePlanes.WORDS * Long.BYTES;

    /** Ten columns of each other pair, for each. */
    private static final long PAIRS_BYTES = 10L * Float.BYTES * MINUTIAE * MINUTIAE;

    /** Five columns of each that is known, for each place. */
    private static final long DISPLACEMENTS_BYTES = 5L * Float.BYTES * MINUTIAE * PAIRS;

    /** Rows, columns and sections of each neighbour. */
    private static final long NEIGHBOURS_BYTES =
            (2L * NeighbourTable.SIDE + CodePlanes.SECTIONS) * Float.BYTES * NEIGHBOURS;

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    private final int[] codes = codes();
    private final int[] others = codes();
    private final int[] similarity = new int[MINUTIAE + CodePlanes.LANES_MAX];
    private final PairTable pairs = pairs();
    private final float[] x = places();
    private final float[] y = places();
    private final float[] movedX = places();
    private final float[] movedY = places();
    private final KnownDisplacements known = known();
    private final NeighbourTable neighbours = neighbours();
    private final float[] sections = sections();
    private final long[] words = new long[CodePlanes.SECTIONS];

    @Setup
    public void requireTwinsAgree() {
        Touched touched = new Touched();
        require(
                "code comparison",
                Arrays.equals(
                        codeComparisonScalar(touched).clone(),
                        0,
                        MINUTIAE,
                        codeComparisonVector(touched),
                        0,
                        MINUTIAE));
        require(
                "pair support",
                Arrays.equals(supports(pairSupportScalar(touched)), supports(pairSupportVector(touched))));
        require(
                "smooth displacement",
                Arrays.equals(
                        smoothDisplacementScalar(touched).clone(),
                        0,
                        MINUTIAE,
                        smoothDisplacementVector(touched),
                        0,
                        MINUTIAE));
        require("neighbour cells", Arrays.equals(neighbourCellsScalar(touched).clone(), neighbourCellsVector(touched)));
    }

    private static float[] supports(PairTable table) {
        float[] supports = new float[table.count()];
        for (int pair = 0; pair < supports.length; pair++) {
            supports[pair] = table.support(pair);
        }
        return supports;
    }

    private static void require(String kernel, boolean agree) {
        if (!agree) {
            throw new IllegalStateException("The twins of " + kernel + " disagree");
        }
    }

    /** One minutia's neighbourhood against forty-one. */
    @Benchmark
    public int[] codeComparisonScalar(Touched touched) {
        touched.bytes += CODES_BYTES;
        ScalarCodeComparison.compare(codes, MINUTIAE, 0, others, MINUTIAE, 0, MINUTIAE, similarity);
        return similarity;
    }

    @Benchmark
    public int[] codeComparisonVector(Touched touched) {
        touched.bytes += CODES_BYTES;
        VectorCodeComparison.compare(codes, MINUTIAE, 0, others, MINUTIAE, 0, MINUTIAE, similarity);
        return similarity;
    }

    /** Forty-one pairs, each by all. */
    @Benchmark
    public PairTable pairSupportScalar(Touched touched) {
        touched.bytes += PAIRS_BYTES;
        ScalarPairSupport.find(pairs);
        return pairs;
    }

    @Benchmark
    public PairTable pairSupportVector(Touched touched) {
        touched.bytes += PAIRS_BYTES;
        VectorPairSupport.find(pairs);
        return pairs;
    }

    /** Forty-one places by fifteen that are known. */
    @Benchmark
    public float[] smoothDisplacementScalar(Touched touched) {
        touched.bytes += DISPLACEMENTS_BYTES;
        ScalarSmoothDisplacement.move(known, x, y, MINUTIAE, movedX, movedY);
        return movedX;
    }

    @Benchmark
    public float[] smoothDisplacementVector(Touched touched) {
        touched.bytes += DISPLACEMENTS_BYTES;
        VectorSmoothDisplacement.move(known, x, y, MINUTIAE, movedX, movedY);
        return movedX;
    }

    /** Thirteen neighbours of one minutia. */
    @Benchmark
    public long[] neighbourCellsScalar(Touched touched) {
        touched.bytes += NEIGHBOURS_BYTES;
        ScalarNeighbourCells.find(neighbours, sections, SEEN_WEIGHT, words);
        return words;
    }

    @Benchmark
    public long[] neighbourCellsVector(Touched touched) {
        touched.bytes += NEIGHBOURS_BYTES;
        VectorNeighbourCells.find(neighbours, sections, SEEN_WEIGHT, words);
        return words;
    }

    /** Three quarters of the cells known, ridges of one direction or nearly so, few neighbours. */
    private int[] codes() {
        int[] planes = CodePlanes.allocate(MINUTIAE);
        for (int minutia = 0; minutia < MINUTIAE; minutia++) {
            for (int section = 0; section < CodePlanes.SECTIONS; section++) {
                set(planes, minutia, section, bits(0.125));
            }
            long ridge = random.nextBoolean() ? -1 : 0;
            for (int word = CodePlanes.SECTIONS; word < CodePlanes.KNOWN_WORD; word++) {
                set(planes, minutia, word, ridge ^ bits(0.125));
            }
            set(planes, minutia, CodePlanes.KNOWN_WORD, bits(0.75));
        }
        return planes;
    }

    private long bits(double share) {
        long bits = 0;
        for (int bit = 0; bit < Long.SIZE; bit++) {
            bits |= random.nextDouble() < share ? 1L << bit : 0;
        }
        return bits;
    }

    private static void set(int[] planes, int minutia, int word, long bits) {
        CodePlanes.set(planes, MINUTIAE, minutia, word, bits);
    }

    private PairTable pairs() {
        PairTable table = new PairTable(MINUTIAE);
        for (int pair = 0; pair < MINUTIAE; pair++) {
            int turn = random.nextInt(-64, 64);
            table.add(random.nextInt(MINUTIAE), random.nextInt(MINUTIAE), random.nextFloat());
            table.place(place(), place(), place(), place());
            table.turn(turn, (float) Math.cos(turn * Math.PI / 128), (float) Math.sin(turn * Math.PI / 128));
        }
        return table;
    }

    private float[] places() {
        float[] places = new float[MINUTIAE + CodePlanes.LANES_MAX];
        for (int place = 0; place < MINUTIAE; place++) {
            places[place] = place();
        }
        return places;
    }

    private float place() {
        return random.nextFloat() * SIDE_PX;
    }

    private KnownDisplacements known() {
        KnownDisplacements displacements = new KnownDisplacements(PAIRS);
        for (int pair = 0; pair < PAIRS; pair++) {
            int place = pair * MINUTIAE / PAIRS;
            displacements.add(place, x[place], y[place], x[place] + random.nextFloat() * 8, y[place]);
        }
        return displacements;
    }

    private NeighbourTable neighbours() {
        NeighbourTable table = new NeighbourTable(NEIGHBOURS);
        for (int neighbour = 0; neighbour < NEIGHBOURS; neighbour++) {
            table.add(random.nextInt(256));
            int row = random.nextInt(NeighbourTable.SIDE - 2);
            int col = random.nextInt(NeighbourTable.SIDE - 2);
            for (int cell = 0; cell < 3; cell++) {
                table.inRow(row + cell, random.nextFloat());
                table.inCol(col + cell, random.nextFloat());
            }
        }
        return table;
    }

    private float[] sections() {
        float[] weights = new float[256 * CodePlanes.SECTIONS];
        for (int each = 0; each < weights.length; each++) {
            weights[each] = random.nextFloat();
        }
        return weights;
    }
}

package id.sidik.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The vector twins against the scalar ones, to the last bit, at lengths around those of vectors and with values at their ends. */
class KernelTwinsTest {
    private static final long SEED = Long.getLong("tests.seed", 20261127);
    private static final int UNTOUCHED = -7;

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);

    @Test
    void runsWithTheVectorApi() {
        assertThat(VectorModule.IS_PRESENT).as("jdk.incubator.vector").isTrue();
    }

    /** Shares of set bits from none to all; a share near one makes neighbourhoods alike. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 8, 9, 15, 16, 17, 31, 33, 127, 128})
    void codesCompareAlike(int count) {
        for (double share : new double[] {0, 0.02, 0.5, 0.93, 1}) {
            int[] codes = codes(count, share);
            int[] others = codes(count, share);
            for (int minutia = 0; minutia < count; minutia++) {
                int from = random.nextInt(count);
                int to = random.nextInt(from, count + 1);
                int[] scalar = new int[count + CodePlanes.LANES_MAX];
                int[] vector = scalar.clone();
                ScalarCodeComparison.compare(codes, count, minutia, others, count, from, to, scalar);
                VectorCodeComparison.compare(codes, count, minutia, others, count, from, to, vector);

                assertThat(Arrays.copyOfRange(vector, from, to))
                        .as("%d minutiae, share %s, seed %d", count, share, SEED)
                        .isEqualTo(Arrays.copyOfRange(scalar, from, to));
            }
        }
    }

    @Test
    void codesOfOneNeighbourhoodAreWhollyAlikeAndOfUnknownOnesNot() {
        int[] codes = codes(5, 0.5);
        for (int minutia = 0; minutia < 5; minutia++) {
            CodePlanes.set(codes, 5, minutia, CodePlanes.KNOWN_WORD, minutia == 4 ? 0 : -1L);
        }
        CodePlanes.set(codes, 5, 0, 0, -1L);
        int[] similarity = new int[5 + CodePlanes.LANES_MAX];

        CodeComparison.compare(codes, 5, 0, codes, 5, 0, 5, similarity);
        assertThat(similarity[0]).isEqualTo(CodeComparison.SIMILARITY_MAX);
        int[] unknown = CodePlanes.allocate(5);
        CodeComparison.compare(codes, 5, 0, unknown, 5, 0, 5, similarity);
        assertThat(similarity).startsWith(0, 0, 0, 0, 0);
    }

    @Test
    void leavesWhatLiesBeforeARunAlone() {
        int[] codes = codes(40, 0.9);
        int[] similarity = new int[40 + CodePlanes.LANES_MAX];
        Arrays.fill(similarity, UNTOUCHED);

        CodeComparison.compare(codes, 40, 0, codes, 40, 13, 20, similarity);

        assertThat(Arrays.copyOf(similarity, 13)).containsOnly(UNTOUCHED);
        assertThat(Arrays.copyOfRange(similarity, 13, 20)).doesNotContain(UNTOUCHED);
        CodeComparison.compare(codes, 40, 0, codes, 40, 5, 5, similarity);
        assertThat(similarity[5]).isEqualTo(UNTOUCHED);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 15, 16, 17, 31, 32, 33, 64, 65, 127, 128})
    void pairsPromiseAlike(int count) {
        int rows = 3;
        int[] similarities = random.ints(count + CodePlanes.LANES_MAX, 0, CodeComparison.SIMILARITY_MAX + 1)
                .toArray();
        short[] scalar = new short[rows * count + CodePlanes.LANES_MAX];
        short[] vector = scalar.clone();
        for (int row = 0; row < rows; row++) {
            int first = random.nextInt(count + 1);
            int usual = random.nextInt(count + 1);
            ScalarPromisingPairs.note(similarities, count, first, usual, scalar, row * count);
            VectorPromisingPairs.note(similarities, count, first, usual, vector, row * count);
        }
        int size = rows * count;

        assertThat(Arrays.copyOf(vector, size)).as("seed %d", SEED).isEqualTo(Arrays.copyOf(scalar, size));
        for (int promise : new int[] {0, 1, 50, 127, 128, 129, 200, 255}) {
            int[] few = new int[7];
            int[] fewByVectors = new int[7];

            assertThat(VectorPromisingPairs.count(scalar, size, promise))
                    .as("of %d at %d, seed %d", size, promise, SEED)
                    .isEqualTo(ScalarPromisingPairs.count(scalar, size, promise));
            assertThat(VectorPromisingPairs.find(scalar, size, promise, fewByVectors))
                    .isEqualTo(ScalarPromisingPairs.find(scalar, size, promise, few));
            assertThat(fewByVectors).isEqualTo(few);
        }
    }

    /** Of five minutiae the last and the first two ask for a usual turn. */
    @Test
    void promisesLessForAnUnusualTurn() {
        int[] similarities = new int[5 + CodePlanes.LANES_MAX];
        System.arraycopy(new int[] {255, 7, 150, 149, 0}, 0, similarities, 0, 5);
        short[] table = new short[5 + CodePlanes.LANES_MAX];
        int[] places = new int[3];

        PromisingPairs.note(similarities, 5, 4, 3, table, 0);

        assertThat(promises(table, 5)).containsExactly(255, 7, 100, 0, 0);
        assertThat(PromisingPairs.similarity(table[2])).isEqualTo(150);
        assertThat(PromisingPairs.count(table, 5, 100)).isEqualTo(2);
        assertThat(PromisingPairs.find(table, 5, 1, places)).isEqualTo(3);
        assertThat(places).containsExactly(0, 1, 2);
    }

    private static int[] promises(short[] table, int size) {
        int[] promises = new int[size];
        for (int place = 0; place < size; place++) {
            promises[place] = PromisingPairs.promise(table[place]);
        }
        return promises;
    }

    /** What lies beyond the run is as near as can be, and must not be seen. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 9, 15, 16, 17, 33, 63, 64})
    void nearbyPlacesAreFoundAlike(int count) {
        for (float spreadPx : new float[] {0, 20, 60, 1e7f}) {
            int from = 3;
            float[] x = places(from + count, spreadPx);
            float[] y = places(from + count, spreadPx);
            float atX = place(spreadPx);
            float atY = place(spreadPx);
            Arrays.fill(x, from + count, x.length, atX);
            Arrays.fill(y, from + count, y.length, atY);

            long scalar = ScalarNearbyPlaces.within(x, y, from, count, atX, atY, 400);

            assertThat(VectorNearbyPlaces.within(x, y, from, count, atX, atY, 400))
                    .as("%d places over %s px, seed %d", count, spreadPx, SEED)
                    .isEqualTo(scalar);
            assertThat(Long.SIZE - Long.numberOfLeadingZeros(scalar)).isLessThanOrEqualTo(count);
        }
    }

    @Test
    void placesAreNearUpToTheDistance() {
        float[] x = {0, 3, 6, 0, 0};
        float[] y = {0, 4, 8, 5, 5.001f};

        assertThat(NearbyPlaces.within(x, y, 1, 4, 0, 0, 25)).isEqualTo(0b0101);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 15, 16, 17, 39, 40})
    void pairsSupportEachOtherAlike(int count) {
        for (float spreadPx : new float[] {0, 3, 300, 1e6f}) {
            PairTable pairs = pairs(count, spreadPx);
            ScalarPairSupport.find(pairs);
            float[] scalar = Arrays.copyOf(pairs.support, count);
            VectorPairSupport.find(pairs);

            assertThat(Arrays.copyOf(pairs.support, count))
                    .as("%d pairs over %s px, seed %d", count, spreadPx, SEED)
                    .isEqualTo(scalar);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 16, 17, 33, 128})
    void skinMovesAlike(int count) {
        for (float spreadPx : new float[] {0, 20, 400, 1e7f}) {
            float[] x = places(count, spreadPx);
            float[] y = places(count, spreadPx);
            KnownDisplacements known = new KnownDisplacements(count);
            for (int place = 0; place < count; place += 1 + random.nextInt(3)) {
                known.add(place, x[place], y[place], x[place] + random.nextFloat(-9, 9), y[place]);
            }
            float[] scalar = new float[x.length];
            float[] scalarY = new float[x.length];
            float[] vector = new float[x.length];
            float[] vectorY = new float[x.length];
            ScalarSmoothDisplacement.move(known, x, y, count, scalar, scalarY);
            VectorSmoothDisplacement.move(known, x, y, count, vector, vectorY);

            assertThat(Arrays.copyOf(vector, count))
                    .as("%d places over %s px, seed %d", count, spreadPx, SEED)
                    .isEqualTo(Arrays.copyOf(scalar, count));
            assertThat(Arrays.copyOf(vectorY, count)).isEqualTo(Arrays.copyOf(scalarY, count));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 4, 5, 7, 8, 63, 250})
    void numbersAddUpAlike(int count) {
        float[] values = places(count, 1e3f);
        Arrays.fill(values, count, values.length, 7);
        float scalar = ScalarFourSums.of(values, count);

        assertThat(VectorFourSums.of(values, count)).as("seed %d", SEED).isEqualTo(scalar);
        assertThat(FourSums.of(new float[] {1, 2, 4, 8, 16, 32}, Math.min(count, 6)))
                .isEqualTo((1 << Math.min(count, 6)) - 1);
    }

    /** What lies beyond the count is as near as can be, and must not be read. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 9, 15, 16, 17, 33, 128})
    void theNearestPlaceIsFoundAlike(int count) {
        for (float spreadPx : new float[] {0, 20, 400, 1e7f}) {
            float[] x = places(count, spreadPx);
            float[] y = places(count, spreadPx);
            int fromCount = count / 2;
            float[] fromX = places(fromCount, spreadPx);
            float[] fromY = places(fromCount, spreadPx);
            Arrays.fill(x, count, x.length, fromX[0]);
            Arrays.fill(y, count, y.length, fromY[0]);
            float[] scalar = new float[fromCount + CodePlanes.LANES_MAX];
            float[] vector = scalar.clone();
            ScalarNearestPlace.squares(x, y, count, fromX, fromY, fromCount, scalar);
            VectorNearestPlace.squares(x, y, count, fromX, fromY, fromCount, vector);

            assertThat(Arrays.copyOf(vector, fromCount))
                    .as("%d places over %s px, seed %d", count, spreadPx, SEED)
                    .isEqualTo(Arrays.copyOf(scalar, fromCount));
        }
    }

    @Test
    void theNearestPlaceIsTheNearest() {
        float[] x = {0, 10, 3};
        float[] y = {0, 10, 4};
        float[] fromX = new float[1 + CodePlanes.LANES_MAX];
        float[] fromY = new float[1 + CodePlanes.LANES_MAX];
        fromX[0] = 3;
        fromY[0] = 5;

        float[] squares = new float[1 + CodePlanes.LANES_MAX];

        NearestPlace.squares(x, y, 2, fromX, fromY, 1, squares);
        assertThat(squares[0]).isEqualTo(34);
        NearestPlace.squares(x, y, 3, fromX, fromY, 1, squares);
        assertThat(squares[0]).isEqualTo(1);
        NearestPlace.squares(x, y, 0, fromX, fromY, 1, squares);
        assertThat(squares[0]).isEqualTo(Float.MAX_VALUE);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 17, 128})
    void neighboursAreSeenAlike(int count) {
        float[] sections = new float[256 * CodePlanes.SECTIONS];
        for (int each = 0; each < sections.length; each++) {
            sections[each] = random.nextFloat();
        }
        NeighbourTable neighbours = neighbours(count);
        for (float least : new float[] {0.4f, 1e-3f, 2}) {
            long[] scalar = {-1, -1, -1, -1, -1, -1};
            long[] vector = {-1, -1, -1, -1, -1, -1};
            ScalarNeighbourCells.find(neighbours, sections, least, scalar);
            VectorNeighbourCells.find(neighbours, sections, least, vector);

            assertThat(vector).as("%d neighbours, seed %d", count, SEED).isEqualTo(scalar);
        }
    }

    private int[] codes(int count, double share) {
        int[] codes = CodePlanes.allocate(count);
        for (int minutia = 0; minutia < count; minutia++) {
            for (int word = 0; word < CodePlanes.WORDS; word++) {
                long bits = 0;
                for (int bit = 0; bit < Long.SIZE; bit++) {
                    bits |= random.nextDouble() < share ? 1L << bit : 0;
                }
                CodePlanes.set(codes, count, minutia, word, bits);
            }
        }
        return codes;
    }

    private PairTable pairs(int count, float spreadPx) {
        PairTable pairs = new PairTable(40);
        for (int pair = 0; pair < count; pair++) {
            int turn = random.nextInt(-255, 256) / (1 + random.nextInt(30));
            pairs.add(random.nextInt(20), random.nextInt(20), random.nextFloat());
            pairs.place(place(spreadPx), place(spreadPx), place(spreadPx), place(spreadPx));
            pairs.turn(turn, (float) Math.cos(turn), (float) Math.sin(turn));
        }
        return pairs;
    }

    private float[] places(int count, float spreadPx) {
        float[] places = new float[count + CodePlanes.LANES_MAX];
        for (int place = 0; place < count; place++) {
            places[place] = place(spreadPx);
        }
        return places;
    }

    private float place(float spreadPx) {
        return random.nextFloat() * spreadPx;
    }

    private NeighbourTable neighbours(int count) {
        NeighbourTable neighbours = new NeighbourTable(count);
        for (int neighbour = 0; neighbour < count; neighbour++) {
            neighbours.add(random.nextInt(256));
            int first = random.nextInt(NeighbourTable.SIDE);
            for (int cell = first; cell < NeighbourTable.SIDE && cell < first + 4; cell++) {
                neighbours.inRow(cell, random.nextFloat());
                neighbours.inCol(NeighbourTable.SIDE - 1 - cell, random.nextFloat());
            }
        }
        return neighbours;
    }
}

package id.sidik.benchmarks.sizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SizingTest {
    /** Round numbers, so that the expected ones can be had by hand. */
    private static final Map<String, String> BOX = Map.ofEntries(
            Map.entry("match.cores-min", "10"),
            Map.entry("match.memory-gib-min", "64"),
            Map.entry("matcher.gallery-references-max", "1000000"),
            Map.entry("matcher.comparison-threads", "5"),
            Map.entry("size.extraction-millis", "18"),
            Map.entry("size.preparation-micros", "1000"),
            Map.entry("size.genuine-comparison-micros", "500"),
            Map.entry("size.impostor-comparison-micros", "100"),
            Map.entry("size.request-millis", "0.5"),
            Map.entry("size.search-millis-per-million", "100"),
            Map.entry("size.synced-appends-per-second", "1000"),
            Map.entry("size.gallery-bytes-per-reference", "1024"),
            Map.entry("size.disk-bytes-per-reference", "2048"),
            Map.entry("size.disk-bytes-per-decision", "1024"),
            Map.entry("size.busy-percent-max", "50"),
            Map.entry("size.mean-percent-of-peak", "10"));

    @Test
    void oneSmallBoxIsEnoughForFewPeople() {
        BoxesNeeded needed = size(new Demand(1_000, 2, 1, 0));

        assertThat(needed.boxes()).isEqualTo(1);
        assertThat(needed.cores()).isEqualTo(10);
    }

    @Test
    void rowsAskForBoxes() {
        BoxesNeeded needed = size(new Demand(1_250_000, 2, 0, 0));

        assertThat(needed.boxes()).as("2.5 million rows").isEqualTo(3);
        assertThat(needed.memoryGib()).isEqualTo(3 * 64);
        assertThat(needed.galleryGib()).isEqualTo(2_500_000 * 1024.0 / (1 << 30), within(1e-9));
        assertThat(needed.diskGib()).isEqualTo(2_500_000 * 2048.0 / (1 << 30), within(1e-9));
    }

    @Test
    void gatesAskForCores() {
        // 20 ms a gate, so 600 a second keep 12 cores busy; half of ten cores a box may be
        assertThat(size(new Demand(1_000, 2, 499, 0)).boxes()).isEqualTo(2);
        assertThat(size(new Demand(1_000, 2, 501, 0)).boxes()).isEqualTo(3);
    }

    @Test
    void searchesAskForCoresByTheSizeOfTheGallery() {
        // 2 x 19 ms for the fingers, 0.4 x 100 ms for the looks: 78 ms shared, and 32 x 2 x 0.1 ms of each box
        assertThat(size(new Demand(400_000, 2, 0, 59)).boxes()).isEqualTo(1);
        assertThat(size(new Demand(400_000, 2, 0, 60)).boxes()).isEqualTo(2);
    }

    @Test
    void oneFingerHalvesAScan() {
        // 19 ms for the finger, 0.8 x 100 / 2 ms for the looks: 59 ms shared, and 32 x 0.1 ms of each box
        assertThat(size(new Demand(800_000, 1, 0, 80)).boxes()).isEqualTo(1);
        assertThat(size(new Demand(800_000, 1, 0, 81)).boxes()).isEqualTo(2);
    }

    @Test
    void everyBoxComparesFinalistsOfItsOwn() {
        // 78 ms a search are shared, 6.4 ms are each box's: 5 cores less 1.28 are left for 15.6
        BoxesNeeded needed = size(new Demand(400_000, 2, 0, 200));

        assertThat(needed.boxes()).isEqualTo((long) Math.ceil(200 * 0.078 / (5 - 200 * 0.0064)));
        assertThat(needed.steps())
                .anyMatch(step -> step.what().equals("one search of everybody")
                        && step.arithmetic()
                                .startsWith("(40 ms of a core / 5 boxes + 6.400 ms for finalists) / 5 threads"));
    }

    @Test
    void noNumberOfBoxesComparesMoreFinalistsThanOneCan() {
        assertThatThrownBy(() -> size(new Demand(400_000, 2, 0, 1_000)))
                .isInstanceOf(UnusableFiguresException.class)
                .hasMessageContaining("--searches-per-second 1,000")
                .hasMessageContaining("--profile");
    }

    @Test
    void syncsAskForBoxes() {
        Map<String, String> slowDisk = new HashMap<>(BOX);
        slowDisk.put("size.synced-appends-per-second", "100");

        assertThat(size(new Demand(1_000, 2, 51, 0), slowDisk).boxes()).isEqualTo(2);
    }

    @Test
    void aYearOfDecisionsTakesDisk() {
        BoxesNeeded needed = size(new Demand(1, 1, 100, 0));

        assertThat(needed.diskGib()).isEqualTo(10 * 365.25 * 86_400 * 1024 / (1 << 30), within(0.001));
    }

    @Test
    void everyLineSaysHowItComesAbout() {
        assertThat(size(new Demand(1_250_000, 2, 300, 1)).steps())
                .extracting(Step::what, Step::arithmetic, Step::result)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(
                                "references", "1,250,000 subjects x 2 fingers", "2,500,000"),
                        org.assertj.core.groups.Tuple.tuple("cores for the gates", "300 a second x 20 ms", "6"),
                        org.assertj.core.groups.Tuple.tuple(
                                "boxes for the rows", "2,500,000 / 1,000,000 rows a box, rounded up", "3"));
    }

    @Test
    void aMeasuredFigureReplacesAnAssumedOne() {
        Figures measured = Figures.of("here", Map.of("size.extraction-millis", "8"), Origin.MEASURED);
        BoxProfile box = BoxProfile.of("test", BOX);

        BoxesNeeded needed =
                Sizing.of(new Demand(1, 1, 100, 0), box, box.assumed().overlaidWith(measured));

        assertThat(needed.steps())
                .anyMatch(step -> step.what().equals("cores for the gates")
                        && step.result().equals("1"));
        assertThat(needed.figures().all())
                .filteredOn(figure -> figure.origin() == Origin.MEASURED)
                .extracting(Figure::key)
                .containsExactly(FigureKey.EXTRACTION_MILLIS);
    }

    @ParameterizedTest
    @EnumSource
    void everyProfileSaysWhatTheArithmeticNeeds(Appliance appliance) {
        BoxProfile box = appliance.profile();

        assertThat(Sizing.of(new Demand(120_000_000, 2, 300, 10), box, box.assumed())
                        .boxes())
                .isPositive();
    }

    @Test
    void refusesWhatNobodyCanMean() {
        assertThatThrownBy(() -> new Demand(1, 11, 0, 0)).hasMessageContaining("--fingers must be 1 to 10");
        assertThatThrownBy(() -> new Demand(1, 1, -1, 0)).hasMessageContaining("--gates-per-second");
        assertThatThrownBy(() -> new Demand(1, 1, 0, Double.NaN)).hasMessageContaining("--searches-per-second");
        assertThatThrownBy(() -> Figures.of("f", Map.of("size.luck", "1"), Origin.MEASURED))
                .hasMessageContaining("unknown figure size.luck");
        assertThatThrownBy(() -> Figures.of("f", Map.of("size.request-millis", "0"), Origin.MEASURED))
                .hasMessageContaining("above 0");
        assertThatThrownBy(() -> FlatYaml.parse("f", "# good\na: 1\na: 2\n")).hasMessageContaining("line 3: a again");
        assertThatThrownBy(() -> FlatYaml.parse("f", "a 1")).hasMessageContaining("line 1");
    }

    private static BoxesNeeded size(Demand demand) {
        return size(demand, BOX);
    }

    private static BoxesNeeded size(Demand demand, Map<String, String> values) {
        BoxProfile box = BoxProfile.of("test", values);
        return Sizing.of(demand, box, box.assumed());
    }
}

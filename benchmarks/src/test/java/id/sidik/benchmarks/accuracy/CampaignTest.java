package id.sidik.benchmarks.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import id.sidik.benchmarks.engine.Workers;
import id.sidik.benchmarks.rates.ErrorRates;
import id.sidik.benchmarks.report.Section;
import id.sidik.benchmarks.sets.DataSet;
import id.sidik.benchmarks.sets.SameFingers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is measured over several sets, with an engine whose errors are known. */
class CampaignTest {
    private static final int FINGERS = 10;
    private static final int IMPRESSIONS = 6;
    private static final int GENUINE = FINGERS * IMPRESSIONS * (IMPRESSIONS - 1) / 2;
    private static final SameFingers NONE = new SameFingers(List.of());

    @TempDir
    private Path folder;

    private final Workers workers = new Workers(2);

    @BeforeEach
    void labelThreeSets() throws IOException {
        for (String set : List.of("a", "b", "c")) {
            Files.createDirectory(folder.resolve(set));
            for (int finger = 0; finger < FINGERS; finger++) {
                for (int impression = 1; impression <= IMPRESSIONS; impression++) {
                    label(set, finger, impression, set + finger);
                }
            }
        }
    }

    @AfterEach
    void stop() {
        workers.close();
    }

    @Test
    void findsNoErrorWhereThereIsNone() {
        Campaign<String> campaign = campaign();

        assertThat(ErrorRates.of(campaign.pooled())).isEqualTo(new ErrorRates(0, 0, 0, 0, 0));
        assertThat(campaign.failedToExtract()).isZero();
        Bootstrap.Intervals intervals = Bootstrap.intervals(campaign.pairs());
        assertThat(intervals.fmr1000()).isEqualTo(new Bootstrap.Interval(0, 0));
    }

    @Test
    void countsAnEmptyImageAsNonMatches() throws IOException {
        label("a", 3, 1, "");

        Campaign<String> campaign = campaign();

        assertThat(campaign.failedToExtract()).isEqualTo(1);
        assertThat(ErrorRates.of(campaign.pooled()).fmr1000()).isEqualTo((IMPRESSIONS - 1) / (3.0 * GENUINE));
    }

    @Test
    void resamplesFingersTheSameWayEachTime() throws IOException {
        label("a", 3, 1, "somebody else");
        Campaign<String> campaign = campaign();

        Bootstrap.Intervals intervals = Bootstrap.intervals(campaign.pairs().subList(0, 1));

        assertThat(Bootstrap.intervals(campaign.pairs().subList(0, 1))).isEqualTo(intervals);
        double fnmr = (IMPRESSIONS - 1) / (double) GENUINE;
        assertThat(intervals.fmr1000().low()).isZero(); // one of three resamples lacks the finger
        assertThat(intervals.fmr1000().high()).isBetween(2 * fnmr, 5 * fnmr);
    }

    @Test
    void validatesALimitWhereItWasNotChosen() throws IOException {
        for (int finger = 0; finger < FINGERS; finger++) {
            label("c", finger, 1, "all of set c alike"); // so a tenth of its strangers match, and only there
        }

        JsonNode json = CrossValidation.of(List.of(campaign())).json().get("labels");

        JsonNode splits = json.get("two sets at 0.001");
        assertThat(splits).hasSize(3);
        assertThat(splits.get(0).get("leftOut").textValue()).isEqualTo("a + b");
        assertThat(splits.get(0).get("fmr").doubleValue()).isZero();
        assertThat(splits.get(1).get("leftOut").textValue()).isEqualTo("a + c");
        assertThat(splits.get(1).get("fmr").doubleValue())
                .as("the limit of set b alone lets the strangers of set c match")
                .isPositive();
        assertThat(json.get("fingers at 0.001")).hasSize(5);
    }

    @Test
    void saysWhereOursIsWorse() throws IOException {
        Campaign<String> right = campaign();
        label("b", 0, 1, "somebody else");
        Campaign<String> wrong = campaign();

        assertThat(SideBySide.of(right, wrong).text()).contains("No set is worse.");
        assertThat(SideBySide.of(wrong, right).text()).contains("Worse: b (").doesNotContain("a (");
    }

    @Test
    void drawsStrangersFromTwoSetsOnly() throws IOException {
        for (int finger = 0; finger < FINGERS; finger++) {
            for (int impression = 1; impression <= IMPRESSIONS; impression++) {
                label("b", finger, impression, "a" + finger);
            }
        }
        List<Campaign<?>> campaigns = List.of(campaign());

        assertThat(strangersMatching(campaigns, NONE)).isPositive();
        assertThat(strangersMatching(campaigns, SameFingers.parse(List.of("a=b"))))
                .isZero();
        assertThat(strangersMatching(
                        campaigns,
                        SameFingers.parse(IntStream.range(0, FINGERS)
                                .mapToObj(finger -> "b/" + finger + "=a/" + finger)
                                .toList())))
                .isZero();
    }

    @Test
    void comparesTheSameFingersOnTwoSensors() {
        List<Campaign<?>> campaigns = List.of(campaign());

        Section section = CrossSensor.of(campaigns, SameFingers.parse(List.of("a=b")), workers)
                .orElseThrow();

        assertThat(section.json().get("labels").get("fmr1000").doubleValue())
                .as("labels of the two sets differ, so no finger is found again")
                .isEqualTo(1);
        assertThat(CrossSensor.of(campaigns, NONE, workers)).isEmpty();
    }

    @Test
    void takesTwoFingersAndTwoAttemptsForAPerson() throws IOException {
        for (int impression = 1; impression <= IMPRESSIONS; impression++) {
            label("a", 0, impression, "worn " + impression); // one of 30 fingers never matches
        }

        JsonNode rows = Persons.of(List.of(campaign()), NONE, 1, workers).json().get("labels");

        assertThat(rows).hasSize(4);
        assertThat(rows.get(0).get("fnmrAtFmr10000").doubleValue()).isEqualTo(1 / 30.0);
        assertThat(rows.get(3).get("fingers").intValue()).isEqualTo(2);
        assertThat(rows.get(3).get("fnmrAtFmr10000").doubleValue())
                .as("the other finger helps out")
                .isZero();
        assertThat(rows.get(3).get("strangers").intValue())
                .isEqualTo(10 * 135 * (135 - 17)); // 45 pairs of fingers a set, 17 of which share one
    }

    @Test
    void refusesPeopleOfTooFewImpressions() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().matches(".*_[56].png")).toList()) {
                Files.delete(file);
            }
        }
        List<Campaign<?>> campaigns = List.of(campaign());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Persons.of(campaigns, NONE, 1, workers))
                .withMessageContaining("5 impressions");
    }

    private double strangersMatching(List<Campaign<?>> campaigns, SameFingers same) {
        return CrossSetImpostors.of(campaigns, same, 10_000, 1, workers)
                .json()
                .get("labels")
                .get(0)
                .get("crossSetFmrAtWithinSetLimit")
                .doubleValue();
    }

    private Campaign<String> campaign() {
        LabelEngine engine = new LabelEngine();
        return new Campaign<>(
                engine,
                Stream.of("a", "b", "c")
                        .map(set -> EngineRun.of(engine, DataSet.read(folder.resolve(set)), workers))
                        .toList());
    }

    private void label(String set, int finger, int impression, String label) throws IOException {
        Files.writeString(folder.resolve(set).resolve(finger + "_" + impression + ".png"), label);
    }
}

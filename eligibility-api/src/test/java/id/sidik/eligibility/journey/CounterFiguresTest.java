package id.sidik.eligibility.journey;

import static id.sidik.eligibility.journey.Counter.SITI;
import static id.sidik.eligibility.journey.Counter.check;
import static id.sidik.eligibility.journey.Counter.operator;
import static id.sidik.eligibility.journey.Counter.registration;
import static id.sidik.eligibility.matching.FakeMatcher.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sidik.eligibility.v1.CheckEligibilityRequest;
import id.sidik.eligibility.v1.GetReportRequest;
import id.sidik.eligibility.v1.ReportRow;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What counters measure beside the finger, on its way into the reports. */
class CounterFiguresTest {
    private Counter counter;
    private int asked;

    @BeforeEach
    void registerSiti(@TempDir Path folder) {
        counter = new Counter(folder);
        counter.journeys.registration().register(registration("reg-siti", SITI, sample("siti")), operator());
    }

    @AfterEach
    void close() {
        counter.close();
    }

    @Test
    void aQueueThatNobodyMeasuredIsNoQueueOfZeroSeconds() {
        counter.journeys.eligibility().check(check("capture-1", SITI, sample("siti")), operator());
        assertThat(queueMedian()).isEmpty();
        assertThat(cells("sites").getFirst().getCells(4)).isEmpty();

        counter.journeys.eligibility().check(queued("capture-2", 0), operator());
        assertThat(queueMedian()).isEqualTo("0");
    }

    @Test
    void aQueueIsCarriedToTheReports() {
        counter.journeys.eligibility().check(queued("capture-1", 120), operator());
        counter.journeys.eligibility().check(queued("capture-2", 300), operator());
        counter.journeys.eligibility().check(queued("capture-3", 21_600), operator());

        assertThat(queueMedian()).isEqualTo("300");
        assertThat(cells("sites").getFirst().getCells(4)).isEqualTo("5");
    }

    @Test
    void nobodyQueuesForMoreThanSixHours() {
        for (int tooLong : new int[] {21_601, -1}) {
            assertThatThrownBy(() -> counter.journeys.eligibility().check(queued("capture-1", tooLong), operator()))
                    .isInstanceOfSatisfying(
                            RequestRefusedException.class,
                            refused -> assertThat(refused.reason()).isEqualTo("QUEUE_SECONDS_INVALID"));
        }
    }

    private static CheckEligibilityRequest queued(String capture, int seconds) {
        return check(capture, SITI, sample("siti")).toBuilder()
                .setQueueSeconds(seconds)
                .build();
    }

    private String queueMedian() {
        return cells("key-figures").stream()
                .filter(row -> row.getCells(0).equals("queue-median"))
                .findFirst()
                .orElseThrow()
                .getCells(1);
    }

    /** Reports are kept for a while, so each is asked for another last day. */
    private List<ReportRow> cells(String report) {
        asked++;
        return counter.journeys
                .reports()
                .report(
                        GetReportRequest.newBuilder()
                                .setName(report)
                                .setFrom("2026-03-01")
                                .setTo("2026-03-" + (10 + asked))
                                .build(),
                        operator())
                .getRowsList();
    }
}

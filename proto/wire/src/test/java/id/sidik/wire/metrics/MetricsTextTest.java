package id.sidik.wire.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MetricsTextTest {
    private final MetricsText text = new MetricsText();

    @Test
    void writesFamiliesWithTheirSamples() {
        text.family("sidik_faults_total", MetricsText.Type.COUNTER, "Faults, by kind.")
                .sample(3, "scanner", "ZFM-20", "kind", "GARBLED")
                .family("sidik_ready", MetricsText.Type.GAUGE, "1 or 0.")
                .sample(0.5);

        assertThat(text).hasToString("""
                        # HELP sidik_faults_total Faults, by kind.
                        # TYPE sidik_faults_total counter
                        sidik_faults_total{scanner="ZFM-20",kind="GARBLED"} 3
                        # HELP sidik_ready 1 or 0.
                        # TYPE sidik_ready gauge
                        sidik_ready 0.5
                        """);
    }

    @Test
    void countsIntoEveryBoundThatIsNotExceeded() {
        Distribution seconds = new Distribution(0.5, 2);
        seconds.add(0.5);
        seconds.add(1);
        seconds.add(9);

        assertThat(text.family("s", MetricsText.Type.HISTOGRAM, "Time.").histogram(seconds.now(), "a", "b"))
                .asString()
                .endsWith("""
                        s_bucket{a="b",le="0.5"} 1
                        s_bucket{a="b",le="2"} 2
                        s_bucket{a="b",le="+Inf"} 3
                        s_sum{a="b"} 10.5
                        s_count{a="b"} 3
                        """);
    }

    @Test
    void keepsALabelFromEndingItsLine() {
        assertThat(text.family("f", MetricsText.Type.GAUGE, "x").sample(1, "name", "a\"b\\c\nd"))
                .asString()
                .endsWith("f{name=\"a\\\"b\\\\c\\nd\"} 1\n");
    }

    @Test
    void refusesBoundsThatDoNotAscend() {
        assertThatThrownBy(() -> new Distribution(1, 1)).hasMessageContaining("ascend");
    }
}

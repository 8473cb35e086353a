package id.sidik.benchmarks.sizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountTest {
    @ParameterizedTest
    @CsvSource({"1,1", "800,800", "10k,10000", "1.6M,1600000", "120M,120000000", "0.5k,500", "100G,100000000000"})
    void readsNumbersAsPeopleWriteThem(String text, long value) {
        assertThat(Count.parse(text).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0", "0k", "-1", "1.5", "1.0001k", "10K", "10 k", "1e6", "101G", "M", "1.", "9999999999999"})
    void refusesWhatIsNoCount(String text) {
        assertThatThrownBy(() -> Count.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}

package id.sidik.bridge.console.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateWordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1; most pairs of different fingers look as alike",
                "0.4; about one in 3 pairs of different fingers look as alike",
                "0.0123; about one in 80 pairs of different fingers look as alike",
                "1e-5; about one in 100,000 pairs of different fingers look as alike",
                "2.4e-6; about one in 400,000 pairs of different fingers look as alike",
                "1e-12; fewer than one in 1,000,000 pairs of different fingers look as alike"
            })
    void saysARateAsACountOfPairs(double fmr, String words) {
        assertThat(RateWords.lookAsAlike(fmr)).isEqualTo(words);
    }
}

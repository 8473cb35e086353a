package id.sidik.benchmarks.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import id.sidik.benchmarks.engine.SidikEngine;
import id.sidik.engine.image.FingerImage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NotFingerTest {
    @ParameterizedTest
    @EnumSource
    void drawsTheSamePictureForTheSameSeedAndAnotherForAnother(NotFinger kind) {
        FingerImage picture = kind.picture(1);

        assertThat(kind.picture(1).pixels()).isEqualTo(picture.pixels());
        assertThat(kind.picture(2).pixels()).isNotEqualTo(picture.pixels());
    }

    /** They show four or five minutiae, all in their middle. */
    @ParameterizedTest
    @ValueSource(longs = {14, 15, 21, 38})
    void ringsAreNoFinger(long seed) {
        assertThat(new SidikEngine().extract(NotFinger.RINGS.picture(seed))).isEmpty();
    }
}

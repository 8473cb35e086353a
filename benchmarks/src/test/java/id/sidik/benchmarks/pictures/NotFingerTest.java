package id.sidik.benchmarks.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import id.sidik.engine.image.FingerImage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NotFingerTest {
    @ParameterizedTest
    @EnumSource
    void drawsTheSamePictureForTheSameSeedAndAnotherForAnother(NotFinger kind) {
        FingerImage picture = kind.picture(1);

        assertThat(kind.picture(1).pixels()).isEqualTo(picture.pixels());
        assertThat(kind.picture(2).pixels()).isNotEqualTo(picture.pixels());
    }
}

package id.sidik.matcher.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sidik.engine.template.FingerPosition;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceKeyTest {
    @Test
    void readsWhatItWrote() {
        ReferenceKey key = new ReferenceKey(0xABCD, "s-1.A_z", FingerPosition.LEFT_LITTLE, 255);
        assertThat(ReferenceKey.parse(key.bytes())).isEqualTo(key);
    }

    @Test
    void writesTheBytesOfItsPicture() {
        assertThat(new ReferenceKey(258, "ab", FingerPosition.RIGHT_INDEX, 3).bytes())
                .containsExactly(1, 2, 'a', 'b', 0, 2, 3);
    }

    @Test
    void keepsASubjectOutOfTheRangeOfItsPrefix() {
        byte[] start = ReferenceKey.subjectStart(1, "a");
        byte[] end = ReferenceKey.subjectEnd(start);
        byte[] own = new ReferenceKey(1, "a", FingerPosition.LEFT_LITTLE, 255).bytes();
        byte[] longer = new ReferenceKey(1, "ab", FingerPosition.UNKNOWN, 0).bytes();
        assertThat(Arrays.compareUnsigned(own, start)).isPositive();
        assertThat(Arrays.compareUnsigned(own, end)).isNegative();
        assertThat(Arrays.compareUnsigned(longer, end)).isPositive();
    }

    @Test
    void keepsPartitionsApart() {
        byte[] last = new ReferenceKey(1, "zzz", FingerPosition.LEFT_LITTLE, 255).bytes();
        assertThat(Arrays.compareUnsigned(last, ReferenceKey.partitionEnd(1))).isNegative();
        byte[] veryLast = new ReferenceKey(0xFFFF, "zzz", FingerPosition.LEFT_LITTLE, 255).bytes();
        assertThat(Arrays.compareUnsigned(veryLast, ReferenceKey.partitionEnd(0xFFFF)))
                .isNegative();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a/b", "ä", "a\u0000b"})
    void refusesWhatCanNotNameASubject(String subjectId) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReferenceKey(0, subjectId, FingerPosition.UNKNOWN, 0));
    }

    @Test
    void refusesASubjectIdOf65Characters() {
        assertThat(ReferenceKey.isSubjectId("x".repeat(64))).isTrue();
        assertThat(ReferenceKey.isSubjectId("x".repeat(65))).isFalse();
    }

    @Test
    void refusesBytesThatAreNoKey() {
        byte[] key = new ReferenceKey(1, "ab", FingerPosition.RIGHT_INDEX, 3).bytes();
        byte[] unknownFinger = key.clone();
        unknownFinger[5] = 11;
        for (byte[] damaged : new byte[][] {{}, {0, 0, 0}, Arrays.copyOf(key, 6), unknownFinger}) {
            assertThatThrownBy(() -> ReferenceKey.parse(damaged)).isInstanceOf(CorruptStoreException.class);
        }
    }
}

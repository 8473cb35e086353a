package id.sidik.engine.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sidik.engine.features.FingerFeatures;
import id.sidik.engine.features.MinutiaType;
import id.sidik.engine.features.Minutiae;
import id.sidik.engine.features.RidgeField;
import id.sidik.engine.template.SidikPayload;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A block that is kept and comes back. */
class FingerBlockTest {
    private static final int REFERENCES = 50;

    private final Arena arena = Arena.ofConfined();

    @AfterEach
    void giveMemoryBack() {
        arena.close();
    }

    @Test
    void comesBackAsItWas() {
        FingerBlock built = built(REFERENCES);

        FingerBlock restored = FingerBlock.restore(keptWithMore(built), REFERENCES);

        assertThat(restored.image().mismatch(built.image())).isEqualTo(-1);
        assertThat(restored.entries()).isEqualTo(built.entries()).isPositive();
        for (int reference = 0; reference < REFERENCES; reference++) {
            assertThat(restored.entriesOf(reference)).isEqualTo(built.entriesOf(reference));
        }
        FingerProbe probe = FingerProbe.of(payload(3));
        for (int lookup = 0; lookup < probe.lookups(); lookup++) {
            int bucket = restored.bucketOf(probe.key(lookup));
            assertThat(restored.firstOf(bucket)).isEqualTo(built.firstOf(bucket));
        }
    }

    @Test
    void comesBackWithoutAnyReference() {
        assertThat(FingerBlock.restore(keptWithMore(built(0)), 0).entries()).isZero();
    }

    /** Images lie one after the other, and each part is read where it lies. */
    @Test
    void itsImageIsAWholeNumberOfCacheLines() {
        assertThat(built(REFERENCES).image().byteSize() % FingerBlock.ALIGNMENT).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void refusesAHeaderThatIsNotItsOwn(int field) {
        MemorySegment kept = keptWithMore(built(REFERENCES));
        kept.setAtIndex(ValueLayout.JAVA_INT, field, kept.getAtIndex(ValueLayout.JAVA_INT, field) + 1);

        assertThatThrownBy(() -> FingerBlock.restore(kept, REFERENCES))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Not an index: ");
    }

    @Test
    void refusesOtherReferences() {
        MemorySegment kept = keptWithMore(built(REFERENCES));

        assertThatThrownBy(() -> FingerBlock.restore(kept, REFERENCES - 1)).hasMessageContaining("other references");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 19, 64, 1_000})
    void refusesAnImageThatIsCutOff(int left) {
        MemorySegment kept = keptWithMore(built(REFERENCES)).asSlice(0, left);

        assertThatThrownBy(() -> FingerBlock.restore(kept, REFERENCES)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Each of the parts after the header, at its first number and in its middle. */
    @ParameterizedTest
    @ValueSource(doubles = {0.002, 0.01, 0.1, 0.17, 0.4, 0.8})
    void refusesNumbersThatLeadOutOfBounds(double where) {
        MemorySegment kept = keptWithMore(built(REFERENCES));
        long at = Math.max(64, (long) (where * built(REFERENCES).image().byteSize()) / 4 * 4);
        kept.set(ValueLayout.JAVA_INT, at, 0x7fff_ffff);

        assertThatThrownBy(() -> FingerBlock.restore(kept, REFERENCES))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Not an index: ");
    }

    /** When this fails, templates are indexed otherwise than before: raise {@code FingerBlock.VERSION}, and then this number. */
    @Test
    void isLaidOutAsItsVersionSays() {
        assertThat(ByteOrder.nativeOrder()).isEqualTo(ByteOrder.LITTLE_ENDIAN);
        CRC32C crc = new CRC32C();
        crc.update(built(REFERENCES).image().asByteBuffer());
        assertThat(crc.getValue()).isEqualTo(3_301_039_993L);
    }

    private FingerBlock built(int references) {
        return FingerBlock.build(arena, references, FingerBlockTest::payload);
    }

    /** A copy at another place, with something else after it. */
    private MemorySegment keptWithMore(FingerBlock block) {
        MemorySegment kept = arena.allocate(block.image().byteSize() + 4_096, FingerBlock.ALIGNMENT);
        kept.fill((byte) 0x5a);
        return kept.copyFrom(block.image());
    }

    /** Minutiae of nobody, strewn from a seed. */
    private static byte[] payload(int seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        Minutiae.Builder minutiae = Minutiae.builder();
        for (int i = 0; i < 35; i++) {
            minutiae.add(
                    20 + 360 * random.nextFloat(),
                    20 + 360 * random.nextFloat(),
                    random.nextDouble(2 * Math.PI),
                    random.nextBoolean() ? MinutiaType.ENDING : MinutiaType.BIFURCATION,
                    40);
        }
        return SidikPayload.write(new FingerFeatures(400, 400, 9, minutiae.build(), RidgeField.NONE));
    }
}

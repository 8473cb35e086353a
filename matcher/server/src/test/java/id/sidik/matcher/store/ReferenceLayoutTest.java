package id.sidik.matcher.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sidik.engine.gallery.Sex;
import id.sidik.engine.gallery.SubjectTraits;
import id.sidik.engine.template.TemplateAccess;
import id.sidik.matcher.crypto.KeyFile;
import id.sidik.matcher.crypto.RecordSeal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferenceLayoutTest {
    private static final StoredReference REFERENCE = StoreFixture.reference("subject-1", 3);

    @TempDir
    private Path folder;

    private RecordSeal seal;

    @BeforeEach
    void makeAKey() throws IOException {
        seal = new KeyFile(folder).createDraft();
    }

    @Test
    void readsTheTraitsThatItWrote() {
        for (SubjectTraits traits : new SubjectTraits[] {
            SubjectTraits.UNKNOWN,
            new SubjectTraits(Sex.FEMALE, OptionalInt.of(1990), Optional.of("31.74"), Set.of("a", "b")),
            new SubjectTraits(Sex.MALE, OptionalInt.of(2200), Optional.of("r".repeat(16)), Set.of("g".repeat(64)))
        }) {
            StoredReference reference = new StoredReference(
                    REFERENCE.key(), REFERENCE.template(), REFERENCE.quality(), REFERENCE.enrolledAt(), traits);

            StoredReference read =
                    ReferenceLayout.decode(REFERENCE.key().bytes(), ReferenceLayout.encode(reference, seal), seal);

            assertThat(read.traits()).isEqualTo(traits);
            assertThat(bytesOf(read)).isEqualTo(bytesOf(REFERENCE));
        }
    }

    @Test
    void readsWhatTheFirstVersionWrote() {
        byte[] record = recordOfVersion1((byte) 1);

        StoredReference read = ReferenceLayout.decode(REFERENCE.key().bytes(), record, seal);

        assertThat(read.traits()).isEqualTo(SubjectTraits.UNKNOWN);
        assertThat(read.enrolledAt()).isEqualTo(REFERENCE.enrolledAt());
        assertThat(read.quality()).isEqualTo(REFERENCE.quality());
        assertThat(bytesOf(read)).isEqualTo(bytesOf(REFERENCE));
    }

    @Test
    void refusesARecordThatClaimsAnotherVersion() {
        assertThatThrownBy(() -> ReferenceLayout.decode(REFERENCE.key().bytes(), recordOfVersion1((byte) 2), seal))
                .isInstanceOf(CorruptStoreException.class)
                .hasMessageContaining("seal");
        assertThatThrownBy(() -> ReferenceLayout.decode(REFERENCE.key().bytes(), recordOfVersion1((byte) 3), seal))
                .isInstanceOf(CorruptStoreException.class)
                .hasMessageContaining("header");
    }

    /** As version 1 wrote it: the time, the quality, the template, sealed for version 1 and framed as the one that is claimed. */
    private byte[] recordOfVersion1(byte claimed) {
        byte[] template = bytesOf(REFERENCE);
        byte[] plain = ByteBuffer.allocate(10 + template.length)
                .putLong(REFERENCE.enrolledAt().toEpochMilli())
                .put((byte) REFERENCE.quality().score())
                .put((byte) 3)
                .put(template)
                .array();
        byte[] key = REFERENCE.key().bytes();
        byte[] place = ByteBuffer.allocate(5 + key.length)
                .putInt(ReferenceLayout.MAGIC)
                .put((byte) 1)
                .put(key)
                .array();
        return RecordLayout.frame(ReferenceLayout.MAGIC, claimed, seal.seal(plain, place));
    }

    private static byte[] bytesOf(StoredReference reference) {
        return reference.template().bytes(TemplateAccess.get());
    }
}

package id.sidik.engine.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import id.sidik.engine.image.InvalidSampleException;
import id.sidik.engine.template.FingerTemplate;
import id.sidik.engine.template.TemplateAccess;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SyntheticGalleryFileTest {
    private static final SyntheticGallery GALLERY = new SyntheticGallery(11, 7, 2);

    @Test
    void readsWhatWasWritten() throws IOException {
        SyntheticGalleryReader reader = reader(file());

        assertThat(reader.gallery()).isEqualTo(GALLERY);
        for (int subject = 0; subject < GALLERY.subjects(); subject++) {
            assertThat(contents(reader.next())).isEqualTo(contents(GALLERY.references(subject)));
        }
        assertThat(reader.subjectsRead()).isEqualTo(7);
        assertThatIllegalStateException().isThrownBy(reader::next);
    }

    @Test
    void refusesAFileThatIsCutOffOrChanged() throws IOException {
        byte[] file = file();
        for (int length : new int[] {0, 5, 20, 100, file.length - 1}) {
            assertRefused(Arrays.copyOf(file, length));
        }
        for (int place : new int[] {0, 8, 40, file.length / 2, file.length - 1}) {
            byte[] changed = file.clone();
            changed[place] ^= 1;
            assertRefused(changed);
        }
    }

    @Test
    void refusesToBeFinishedTooEarlyOrOverfilled() throws IOException {
        SyntheticGalleryWriter writer = new SyntheticGalleryWriter(GALLERY, new ByteArrayOutputStream());
        writer.append(SyntheticGalleryWriter.block(GALLERY, 0, 6), 6);

        assertThatIllegalStateException().isThrownBy(writer::finish);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> writer.append(SyntheticGalleryWriter.block(GALLERY, 6, 8), 2));
    }

    @Test
    void refusesGalleriesOfNobody() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SyntheticGallery(1, 0, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new SyntheticGallery(1, 1, 11));
    }

    private static byte[] file() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        SyntheticGalleryWriter writer = new SyntheticGalleryWriter(GALLERY, file);
        writer.append(SyntheticGalleryWriter.block(GALLERY, 0, 4), 4);
        writer.append(SyntheticGalleryWriter.block(GALLERY, 4, 7), 3);
        writer.finish();
        return file.toByteArray();
    }

    private static void assertRefused(byte[] file) {
        assertThatExceptionOfType(InvalidSampleException.class).isThrownBy(() -> {
            SyntheticGalleryReader reader = reader(file);
            while (reader.subjectsRead() < reader.gallery().subjects()) {
                reader.next();
            }
        });
    }

    private static SyntheticGalleryReader reader(byte[] file) throws IOException {
        return new SyntheticGalleryReader(new ByteArrayInputStream(file));
    }

    private static List<String> contents(List<FingerTemplate> references) {
        return references.stream()
                .map(reference -> reference.finger()
                        + Arrays.toString(reference.template().bytes(TemplateAccess.get())))
                .toList();
    }
}

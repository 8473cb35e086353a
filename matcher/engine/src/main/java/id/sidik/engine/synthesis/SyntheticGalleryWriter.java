package id.sidik.engine.synthesis;

import id.sidik.engine.template.SidikPayload;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/** Writes a gallery file from front to back, some subjects at a time, so that no gallery is too large. */
public final class SyntheticGalleryWriter {
    private final SyntheticGallery gallery;
    private final CRC32C checksum = new CRC32C();
    private final DataOutputStream out;
    private int written;

    /** @param out buffered; not closed */
    public SyntheticGalleryWriter(SyntheticGallery gallery, OutputStream out) throws IOException {
        this.gallery = gallery;
        this.out = new DataOutputStream(new CheckedOutputStream(out, checksum));
        this.out.writeLong(SyntheticGalleryLayout.MAGIC);
        this.out.writeByte(SyntheticGalleryLayout.VERSION);
        this.out.writeByte(gallery.fingers());
        this.out.writeInt(gallery.subjects());
        this.out.writeLong(gallery.seed());
    }

    /** The bytes of some subjects, as {@link #append} takes them: many threads may make blocks at once. */
    public static byte[] block(SyntheticGallery gallery, int fromSubject, int toSubject) {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        try (DataOutputStream data = new DataOutputStream(block)) {
            for (int subject = fromSubject; subject < toSubject; subject++) {
                for (var position : gallery.positions()) {
                    byte[] payload =
                            SidikPayload.write(gallery.finger(subject, position).impression(0));
                    data.writeShort(payload.length);
                    data.write(payload);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Memory does not fail to be written", e);
        }
        return block.toByteArray();
    }

    /** Appends the block of the subjects that come next. */
    public void append(byte[] block, int subjects) throws IOException {
        if (subjects > gallery.subjects() - written) {
            throw new IllegalArgumentException(
                    "The gallery has " + gallery.subjects() + " subjects, not " + (written + subjects));
        }
        out.write(block);
        written += subjects;
    }

    /** Writes the checksum behind the last subject. */
    public void finish() throws IOException {
        if (written != gallery.subjects()) {
            throw new IllegalStateException(written + " of " + gallery.subjects() + " subjects were written");
        }
        int value = (int) checksum.getValue();
        out.writeInt(value);
        out.flush();
    }
}

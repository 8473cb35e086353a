package id.sidik.engine.synthesis;

import id.sidik.engine.image.InvalidSampleException;
import id.sidik.engine.image.SampleFault;
import id.sidik.engine.template.FingerPosition;
import id.sidik.engine.template.FingerTemplate;
import id.sidik.engine.template.SidikPayload;
import id.sidik.engine.template.Template;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a gallery file from front to back. Until the last subject has been read, the checksum has not been looked at: whoever needs
 * to trust the file reads it to its end.
 */
public final class SyntheticGalleryReader {
    private final CRC32C checksum = new CRC32C();
    private final DataInputStream in;
    private final SyntheticGallery gallery;
    private int read;

    /**
     * Reads the head of the file.
     *
     * @param in buffered; not closed
     * @throws InvalidSampleException {@code TEMPLATE_CORRUPT} if it is no gallery file of this version
     */
    public SyntheticGalleryReader(InputStream in) throws IOException {
        this.in = new DataInputStream(new CheckedInputStream(in, checksum));
        try {
            if (this.in.readLong() != SyntheticGalleryLayout.MAGIC) {
                throw corrupt("it does not begin as one", null);
            }
            int version = this.in.readUnsignedByte();
            if (version != SyntheticGalleryLayout.VERSION) {
                throw corrupt("it is of version " + version, null);
            }
            int fingers = this.in.readUnsignedByte();
            int subjects = this.in.readInt();
            this.gallery = new SyntheticGallery(this.in.readLong(), subjects, fingers);
        } catch (EOFException | IllegalArgumentException e) {
            throw corrupt("its head is cut off or wrong", e);
        }
    }

    public SyntheticGallery gallery() {
        return gallery;
    }

    /** How many subjects have been read. */
    public int subjectsRead() {
        return read;
    }

    /**
     * The references of the next subject; with the last one the checksum is checked.
     *
     * @throws InvalidSampleException {@code TEMPLATE_CORRUPT} if the file is cut off or its checksum wrong
     * @throws IllegalStateException after the last subject
     */
    public List<FingerTemplate> next() throws IOException {
        if (read == gallery.subjects()) {
            throw new IllegalStateException("All " + read + " subjects have been read");
        }
        try {
            List<FingerTemplate> references = new ArrayList<>(gallery.fingers());
            for (FingerPosition position : gallery.positions()) {
                byte[] payload = new byte[in.readUnsignedShort()];
                in.readFully(payload);
                references.add(new FingerTemplate(position, Template.of(SidikPayload.ALGORITHM, payload)));
            }
            read++;
            if (read == gallery.subjects()) {
                requireChecksum();
            }
            return references;
        } catch (EOFException e) {
            throw corrupt("it is cut off", e);
        }
    }

    private void requireChecksum() throws IOException {
        int computed = (int) checksum.getValue();
        if (in.readInt() != computed) {
            throw corrupt("its checksum is wrong", null);
        }
    }

    private static InvalidSampleException corrupt(String what, @Nullable Throwable cause) {
        return new InvalidSampleException(
                SampleFault.TEMPLATE_CORRUPT,
                "This is no synthetic gallery: " + what + ". Make it again with ./sidik bench gallery.",
                cause);
    }
}

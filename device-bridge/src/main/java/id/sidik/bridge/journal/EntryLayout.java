package id.sidik.bridge.journal;

import id.sidik.bridge.offline.OfflineAnswer;
import id.sidik.bridge.offline.OfflineCause;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * An entry before it is sealed, layout 1; numbers big-endian, texts as in {@link java.io.DataOutput}.
 *
 * <pre>
 * long sequence | text capture id | text purpose | long seconds, int nanos since 1970 | text pseudonym | byte 1 if compared
 * | long pack number | answer | int n | n bytes to be sent
 *
 * answer: byte 1, text benefit, text in force until, long stake in rupiah | byte 2, text cause
 * </pre>
 */
final class EntryLayout {
    private static final int GRANTED = 1;
    private static final int REFERRED = 2;

    private EntryLayout() {}

    static byte[] encode(JournalEntry entry) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(entry.sequence());
            out.writeUTF(entry.captureId());
            out.writeUTF(entry.purpose());
            Instant at = entry.at();
            out.writeLong(at.getEpochSecond());
            out.writeInt(at.getNano());
            out.writeUTF(entry.pseudonym());
            out.writeBoolean(entry.compared());
            out.writeLong(entry.packNumber());
            writeAnswer(entry.answer(), out);
            byte[] upload = entry.upload().bytes();
            out.writeInt(upload.length);
            out.write(upload);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    private static void writeAnswer(OfflineAnswer answer, DataOutputStream out) throws IOException {
        switch (answer) {
            case OfflineAnswer.Granted(String benefit, String inForceUntil, long stakeRupiah) -> {
                out.writeByte(GRANTED);
                out.writeUTF(benefit);
                out.writeUTF(inForceUntil);
                out.writeLong(stakeRupiah);
            }
            case OfflineAnswer.Referred(OfflineCause cause) -> {
                out.writeByte(REFERRED);
                out.writeUTF(cause.name());
            }
        }
    }

    /** @throws IOException when these are not the bytes of an entry */
    static JournalEntry decode(byte[] bytes) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return new JournalEntry(
                    in.readLong(),
                    in.readUTF(),
                    in.readUTF(),
                    Instant.ofEpochSecond(in.readLong(), in.readInt()),
                    in.readUTF(),
                    in.readBoolean(),
                    in.readLong(),
                    readAnswer(in),
                    readUpload(in));
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw new IOException("no entry: " + e.getMessage(), e);
        }
    }

    private static Upload readUpload(DataInputStream in) throws IOException {
        int length = in.readInt();
        byte[] bytes = in.readNBytes(length);
        if (bytes.length != length) {
            throw new IOException("ends within what is to be sent");
        }
        return Upload.of(bytes);
    }

    private static OfflineAnswer readAnswer(DataInputStream in) throws IOException {
        int kind = in.readByte();
        return switch (kind) {
            case GRANTED -> new OfflineAnswer.Granted(in.readUTF(), in.readUTF(), in.readLong());
            case REFERRED -> new OfflineAnswer.Referred(OfflineCause.valueOf(in.readUTF()));
            default -> throw new IOException("there is no answer of kind " + kind);
        };
    }
}

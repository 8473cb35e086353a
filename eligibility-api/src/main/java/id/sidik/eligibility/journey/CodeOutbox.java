package id.sidik.eligibility.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/**
 * One-time codes as files that an SMS gateway takes away: {@code <fallback id>.txt}, three lines: telephone number, code, and what to say.
 * Only our own account may read them, and each appears whole. A code that is lost in a crash is asked for again by another fallback.
 */
public final class CodeOutbox {
    /** So many may wait. More mean that nobody takes them away, and a member would wait for nothing. */
    static final int WAITING_MAX = 1_000;

    private final Path folder;

    /** @param folder made when the first code is sent */
    public CodeOutbox(Path folder) {
        this.folder = folder;
    }

    /**
     * Refuses to promise a code that nobody would carry.
     *
     * @throws RequestRefusedException CODES_NOT_CARRIED
     */
    void requireCarried() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> waiting = Files.list(folder)) {
            if (waiting.limit(WAITING_MAX).count() == WAITING_MAX) {
                throw new RequestRefusedException(
                        RequestRefusedException.Kind.UNAVAILABLE,
                        "CODES_NOT_CARRIED",
                        WAITING_MAX + " codes wait to be sent, and nobody takes them away; use another method");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look into " + folder, e);
        }
    }

    /** Puts a code there to be carried. May return long before it has arrived. */
    void send(String fallbackId, String phone, String code) {
        FileAttribute<?> ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try {
            Files.createDirectories(folder);
            Path writing = Files.createTempFile(folder, ".", ".writing", ownerOnly);
            Files.writeString(
                    writing, phone + "\n" + code + "\nSidik: " + code + " (jangan berikan kepada siapa pun)\n");
            Files.move(writing, folder.resolve(fallbackId + ".txt"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("a code cannot be put into " + folder, e);
        }
    }
}

package id.sidik.eligibility.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One-time codes as files that whoever sends messages takes away: {@code <fallback id>.txt}, four lines: telephone number, code, what to
 * say, and until when it is of use (ISO 8601 in UTC). Only our own account may read them, and each appears whole. None stays: it is
 * deleted when it was carried, when it was answered, and when it is of use no more. A code that is lost in a crash is asked for again by
 * another fallback.
 */
public final class CodeOutbox {
    /** So many may wait. More mean that nobody takes them away, and a member would wait for nothing. */
    static final int WAITING_MAX = 1_000;

    private static final String SUFFIX = ".txt";
    private static final int LINES = 4;

    private final Path folder;

    /** @param folder made when the first code is sent */
    public CodeOutbox(Path folder) {
        this.folder = folder;
    }

    /**
     * A code that waits to be carried.
     *
     * @param id of its fallback; the same message always has the same
     * @param phone as in E.164
     * @param text with the code in it
     * @param until when it is of use
     */
    public record Waiting(String id, String phone, String text, Instant until) {
        /** Neither number nor code. */
        @Override
        public String toString() {
            return "Waiting[" + id + ", until " + until + "]";
        }
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
    void send(String fallbackId, String phone, String code, Instant until) {
        FileAttribute<?> ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try {
            Files.createDirectories(folder);
            Path writing = Files.createTempFile(folder, ".", ".writing", ownerOnly);
            Files.writeString(
                    writing,
                    phone + "\n" + code + "\nSidik: " + code + " (jangan berikan kepada siapa pun)\n" + until + "\n");
            Files.move(writing, file(fallbackId), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("a code cannot be put into " + folder, e);
        }
    }

    private Path file(String fallbackId) {
        return folder.resolve(fallbackId + SUFFIX);
    }

    /** A code that was carried, or is of use no more. */
    public void forget(String fallbackId) {
        try {
            Files.deleteIfExists(file(fallbackId));
        } catch (IOException e) {
            throw new UncheckedIOException("a code cannot be deleted from " + folder, e);
        }
    }

    /** The codes that are of use now, after those that are not were deleted. */
    public List<Waiting> waiting(Instant now) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Waiting> useful = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
            for (Path file : files) {
                read(file).ifPresent(code -> {
                    if (now.isBefore(code.until())) {
                        useful.add(code);
                    } else {
                        forget(code.id());
                    }
                });
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look into " + folder, e);
        }
        return useful;
    }

    /** Empty for one that somebody else took away meanwhile. What nobody can read is of use to nobody. */
    private Optional<Waiting> read(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        String id = name.substring(0, name.length() - SUFFIX.length());
        try {
            List<String> lines = Files.readAllLines(file);
            return Optional.of(new Waiting(
                    id,
                    lines.getFirst(),
                    lines.get(2),
                    lines.size() < LINES ? Instant.EPOCH : Instant.parse(lines.get(LINES - 1))));
        } catch (NoSuchFileException takenAway) {
            return Optional.empty();
        } catch (DateTimeException | IndexOutOfBoundsException | NoSuchElementException notOurs) {
            return Optional.of(new Waiting(id, "", "", Instant.EPOCH));
        }
    }
}

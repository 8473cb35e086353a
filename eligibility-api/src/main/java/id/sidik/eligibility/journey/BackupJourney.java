package id.sidik.eligibility.journey;

import id.sidik.eligibility.audit.AuditEventType;
import id.sidik.eligibility.matching.HeldMatcher;
import id.sidik.eligibility.store.Transaction;
import id.sidik.eligibility.v1.CopyBooksResponse;
import id.sidik.wire.proof.Checkpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * Copies of everything, taken while everybody is served. Intents first, then the books, then the matcher, while no reference comes or goes:
 * a subject whom the matcher's copy holds and the copied books do not answer for is among the copied intents, so the first sweep after a
 * restore withdraws her fingers, as after a crash.
 *
 * <p>A copy is a folder of its own: {@code db}, {@code audit-head}, {@code intents}. There is one at most.
 */
public final class BackupJourney {
    private static final Duration RECORDING_RESERVE = Duration.ofSeconds(1);

    private final Books books;
    private final HeldMatcher matcher;
    private final EnrolmentIntents intents;
    private final Path folder;
    private final AtomicBoolean running = new AtomicBoolean();

    /** @param folder where copies lie; made when the first is */
    BackupJourney(Books books, HeldMatcher matcher, EnrolmentIntents intents, Path folder) {
        this.books = books;
        this.matcher = matcher;
        this.intents = intents;
        this.folder = folder;
    }

    /** Takes a copy; durable when it returns. */
    public CopyBooksResponse copy(Caller caller) {
        if (!running.compareAndSet(false, true)) {
            throw new RequestRefusedException(
                    RequestRefusedException.Kind.OVERLOADED,
                    "COPY_RUNNING",
                    "Another copy is being taken; try again later");
        }
        try {
            books.store().commit(Transaction.auditing(books.event(AuditEventType.BOOKS_COPIED, caller)));
            Duration patience = caller.patience().leftAfter(RECORDING_RESERVE);
            return matcher.whileStill(patience, () -> copyAll(books.newId(), patience))
                    .orElseThrow(BackupJourney::neverStill);
        } finally {
            running.set(false);
        }
    }

    private CopyBooksResponse copyAll(String id, Duration patience) {
        try {
            removeAll();
            Path copy = Files.createDirectories(
                    folder.resolve(id),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            intents.copyTo(copy.resolve("intents"));
            Checkpoint head = books.store().copyTo(copy);
            return CopyBooksResponse.newBuilder()
                    .setCopyId(id)
                    .setCheckpoint(books.keys().checkpoints().sign(head))
                    .setAuditSize(head.size())
                    .setReferences(matcher.copyReferences(id, patience))
                    .build();
        } catch (IOException | UncheckedIOException e) {
            throw new RequestRefusedException(
                    RequestRefusedException.Kind.UNAVAILABLE,
                    "COPY_FAILED",
                    "The disk of the data folder refused a copy: " + e.getMessage() + "; make room, or mend it");
        }
    }

    private void removeAll() throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> left = Files.walk(folder)) {
            List<Path> deepestFirst = left.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        }
    }

    private static RequestRefusedException neverStill() {
        return new RequestRefusedException(
                RequestRefusedException.Kind.OVERLOADED,
                "COPY_RUNNING",
                "Enrolments did not end within the deadline; try again later");
    }
}

package id.sidik.eligibility.journey;

import id.sidik.eligibility.member.SubjectId;
import id.sidik.wire.files.DurableFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Which subjects may hold fingers at the matcher that no member answers for: an enrolment writes its subject down before it asks the
 * matcher, and strikes it out when the books and the matcher agree again. What a crash leaves behind is thus known by name.
 *
 * <p>One empty file for each, named after the subject, synced with its folder. It is kept beside the books and not in them, because
 * an intent is no event: it comes and goes, and the audit log tells only what became of it.
 */
public final class EnrolmentIntents {
    private final Path folder;
    private final Set<SubjectId> claimed = ConcurrentHashMap.newKeySet();

    /** @param folder made if it is not there */
    public EnrolmentIntents(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + folder, e);
        }
    }

    /** Takes a subject for one journey or the sweep; false when another has it. Give it back with {@link #release}. */
    boolean claim(SubjectId subject) {
        return claimed.add(subject);
    }

    void release(SubjectId subject) {
        claimed.remove(subject);
    }

    /** Durable when it returns. */
    void begin(SubjectId subject) {
        try {
            Files.write(fileOf(subject), new byte[0]);
            DurableFiles.syncFolder(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write an enrolment intent", e);
        }
    }

    /** Books and matcher agree about the subject. */
    void strikeOut(SubjectId subject) {
        try {
            Files.deleteIfExists(fileOf(subject));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot strike out an enrolment intent", e);
        }
    }

    /** Those of journeys that ended without settling, in this life of the process or an earlier one, and of those under way. */
    List<SubjectId> open() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> new SubjectId(file.getFileName().toString()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
    }

    /** Writes the same intents into a new folder, durably. */
    void copyTo(Path other) throws IOException {
        Files.createDirectory(other);
        for (SubjectId subject : open()) {
            Files.createFile(other.resolve(subject.value()));
        }
        DurableFiles.syncFolder(other);
    }

    private Path fileOf(SubjectId subject) {
        return folder.resolve(subject.value());
    }
}

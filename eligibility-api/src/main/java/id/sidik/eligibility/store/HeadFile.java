package id.sidik.eligibility.store;

import id.sidik.eligibility.audit.CheckpointSigner;
import id.sidik.wire.files.DurableFiles;
import id.sidik.wire.proof.Checkpoint;
import id.sidik.wire.proof.ProofRefusedException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;

/**
 * The head of the audit log outside the database, signed: what a log that was cut short is found out by. It is written after
 * each batch, so it may lag behind the database by one, and is never ahead of it.
 */
final class HeadFile {
    private final Path path;
    private final CheckpointSigner signer;

    HeadFile(Path path, CheckpointSigner signer) {
        this.path = path;
        this.signer = signer;
    }

    /**
     * The head last written; empty if there is no file.
     *
     * @throws StoreRefusedException if the file is unreadable, or not ours
     */
    Optional<Checkpoint> read() {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try {
            return Optional.of(signer.open(Files.readString(path)));
        } catch (IOException | ProofRefusedException e) {
            throw new StoreRefusedException(
                    path + " is not a head that we signed (" + e.getMessage() + "): restore it from a backup", e);
        }
    }

    /** The same file of a copy of the books in another folder. */
    HeadFile in(Path folder) {
        return new HeadFile(folder.resolve(path.getFileName()), signer);
    }

    /** Replaces the head, durably: a power cut leaves the old one or the new one. */
    void write(Checkpoint head) throws IOException {
        Path unfinished = path.resolveSibling(path.getFileName() + ".new");
        try (FileChannel file = FileChannel.open(
                unfinished,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE))) {
            DurableFiles.writeWhole(file, StandardCharsets.UTF_8.encode(signer.sign(head)));
            file.force(false);
        }
        Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
    }
}

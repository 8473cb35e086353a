package id.sidik.witness;

import id.sidik.wire.files.DurableFiles;
import id.sidik.wire.files.OwnerOnlyFile;
import id.sidik.wire.proof.Checkpoint;
import id.sidik.wire.proof.ProofRefusedException;
import id.sidik.wire.proof.SignedNote;
import id.sidik.wire.proof.VerifierKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a witness knows, in a folder that is its alone:
 *
 * <pre>
 * key.txt                                its name and key, 0600
 * logs/&lt;SHA-256 of the origin&gt;/key       the log that it was told to witness
 *                              checkpoint  the head that it cosigned last
 *                              evidence/   requests that a log signed and that contradict that head
 * </pre>
 *
 * A file is written whole and synced before it has its name, so a power cut leaves the old head or the new one.
 */
final class Memory {
    /** More logs than any institution has; each costs a folder. */
    static final int LOGS_MAX = 1_000;

    /** Of each log; a fork is shown by one. */
    static final int EVIDENCE_MAX = 32;

    private static final Pattern ORIGIN_HASH = Pattern.compile("[0-9a-f]{64}");
    private static final String KEY = "key";
    private static final String CHECKPOINT = "checkpoint";

    private final Path folder;

    Memory(Path folder) {
        this.folder = folder;
    }

    /** Makes a witness: its folder and its key. */
    void begin(WitnessKey key) {
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            if (Files.exists(keyFile())) {
                throw new WitnessRefusedException(keyFile() + " exists: this folder has its witness already");
            }
            write(keyFile(), key.text());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write into " + folder, e);
        }
    }

    WitnessKey key() {
        try {
            return WitnessKey.parse(Files.readString(keyFile()));
        } catch (IOException | ProofRefusedException e) {
            throw new WitnessRefusedException(
                    "no witness's key in " + folder + ": make one with './sidik witness init'", e);
        }
    }

    /** Takes a log into the list of those that are witnessed; once in, its key stays. */
    void trust(VerifierKey log) {
        Path place = place(originHash(log.name()));
        Optional<VerifierKey> before = log(log.name());
        if (before.filter(known -> !known.equals(log)).isPresent()) {
            throw new WitnessRefusedException(
                    "the log " + log.name() + " is known under another key. If it changed for a good" + " reason, move "
                            + place + " away and keep it");
        }
        if (logs().size() >= LOGS_MAX) {
            throw new WitnessRefusedException("a witness has at most " + LOGS_MAX + " logs");
        }
        try {
            Files.createDirectories(place);
            write(place.resolve(KEY), log.text() + "\n");
            DurableFiles.syncFolder(folder.resolve("logs"));
            DurableFiles.syncFolder(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write into " + place, e);
        }
    }

    /** All logs that are witnessed. */
    List<VerifierKey> logs() {
        if (!Files.isDirectory(folder.resolve("logs"))) {
            return List.of();
        }
        try (Stream<Path> places = Files.list(folder.resolve("logs"))) {
            return places.map(place -> place.resolve(KEY))
                    .filter(Files::exists)
                    .sorted()
                    .map(Memory::read)
                    .map(VerifierKey::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
    }

    /** The log with this origin, if it is witnessed. */
    Optional<VerifierKey> log(String origin) {
        Path file = place(originHash(origin)).resolve(KEY);
        return Files.exists(file)
                ? Optional.of(VerifierKey.parse(read(file)))
                        .filter(log -> log.name().equals(origin))
                : Optional.empty();
    }

    /** The head that was cosigned last, if any was. */
    Optional<Checkpoint> latest(String origin) {
        return note(originHash(origin)).map(note -> Checkpoint.read(SignedNote.text(note)));
    }

    /** That head as a note; empty for any text that is not the hash of an origin. */
    Optional<String> note(String originHash) {
        if (!ORIGIN_HASH.matcher(originHash).matches()) {
            return Optional.empty();
        }
        Path file = place(originHash).resolve(CHECKPOINT);
        return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
    }

    /** Durable when this returns. */
    void remember(String origin, String note) {
        try {
            write(place(originHash(origin)).resolve(CHECKPOINT), note);
        } catch (IOException e) {
            throw new UncheckedIOException("the head of " + origin + " cannot be kept", e);
        }
    }

    /** Keeps a request that contradicts what was cosigned, once, and not more than {@link #EVIDENCE_MAX} of a log. */
    void keepEvidence(String origin, String request) {
        Path evidence = place(originHash(origin)).resolve("evidence");
        try {
            Files.createDirectories(evidence);
            try (Stream<Path> kept = Files.list(evidence)) {
                if (kept.count() < EVIDENCE_MAX) {
                    Files.writeString(evidence.resolve(hash(request) + ".txt"), request, StandardOpenOption.CREATE_NEW);
                }
            }
        } catch (FileAlreadyExistsException already) {
            return; // the same request was kept before
        } catch (IOException e) {
            throw new UncheckedIOException("evidence against " + origin + " cannot be kept", e);
        }
    }

    /** As in the monitoring address of C2SP tlog-witness. */
    static String originHash(String origin) {
        return hash(origin);
    }

    private Path keyFile() {
        return folder.resolve("key.txt");
    }

    private Path place(String originHash) {
        return folder.resolve("logs").resolve(originHash);
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static void write(Path file, String text) throws IOException {
        new OwnerOnlyFile(file).write(text);
    }
}

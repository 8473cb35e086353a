package id.sidik.matcher.crypto;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import id.sidik.wire.files.DurableFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Set;

/**
 * The Tink keyset on disk: {@code records.json}, readable by its owner only.
 *
 * <p>A new key is first a draft ({@code records.json.draft}) and becomes the key only when the store that it seals says
 * so on disk. So a key without a store, or a store without its key, is never the trace of an interrupted first start:
 * something was lost, and nobody has to guess which.
 */
public final class KeyFile {
    private static final String NAME = "records.json";
    private static final Set<PosixFilePermission> OWNER_ONLY_FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_ONLY_FOLDER = PosixFilePermissions.fromString("rwx------");

    private final Path folder;
    private final Path file;
    private final Path draft;

    public KeyFile(Path folder) {
        this.folder = folder;
        this.file = folder.resolve(NAME);
        this.draft = folder.resolve(NAME + ".draft");
    }

    public Path path() {
        return file;
    }

    public boolean exists() {
        return Files.exists(file);
    }

    public boolean draftExists() {
        return Files.exists(draft);
    }

    /** Makes a new key and writes it, synced, as a draft; an older draft never sealed anything and is replaced. */
    public RecordSeal createDraft() {
        try {
            Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY_FOLDER));
            AeadConfig.register();
            KeysetHandle keyset = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
            Files.deleteIfExists(draft);
            writeSynced(TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get()));
            return new RecordSeal(keyset);
        } catch (IOException | GeneralSecurityException e) {
            throw new KeyUnusableException("The key file " + draft + " can not be written: " + e.getMessage(), e);
        }
    }

    /** Makes the draft the key, for good. */
    public void adoptDraft() {
        try {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            DurableFiles.syncFolder(folder);
        } catch (IOException e) {
            throw new KeyUnusableException("The key file " + file + " can not be put in place: " + e.getMessage(), e);
        }
    }

    /** Reads the key. */
    public RecordSeal load() {
        return read(file);
    }

    /** Reads the draft, for a store that was described on disk just before its first start was interrupted. */
    public RecordSeal loadDraft() {
        return read(draft);
    }

    private static RecordSeal read(Path path) {
        try {
            refuseIfOpenToOthers(path);
            AeadConfig.register();
            String json = Files.readString(path, StandardCharsets.UTF_8);
            return new RecordSeal(TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get()));
        } catch (IOException e) {
            throw new KeyUnusableException("The key file " + path + " can not be read: " + e.getMessage(), e);
        } catch (GeneralSecurityException e) {
            // Tink's message may quote the file: the cause is dropped on purpose, so that no key reaches a log.
            throw new KeyUnusableException(
                    "The key file " + path + " is not a Tink keyset or is damaged; restore it from its backup.");
        }
    }

    private static void refuseIfOpenToOthers(Path path) throws IOException {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
        if (!OWNER_ONLY_FILE.containsAll(permissions)) {
            throw new KeyUnusableException("The key file " + path + " is open to others ("
                    + PosixFilePermissions.toString(permissions) + "); run: chmod 600 " + path);
        }
    }

    private void writeSynced(String json) throws IOException {
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel =
                FileChannel.open(draft, options, PosixFilePermissions.asFileAttribute(OWNER_ONLY_FILE))) {
            DurableFiles.writeWhole(channel, StandardCharsets.UTF_8.encode(json));
            channel.force(true);
        }
        DurableFiles.syncFolder(folder);
    }
}

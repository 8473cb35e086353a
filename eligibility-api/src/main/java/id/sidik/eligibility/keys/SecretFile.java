package id.sidik.eligibility.keys;

import id.sidik.wire.files.OwnerOnlyFile;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;

/** A key in a file that only its owner may read. What is wrong with it is said with its cure, and without the key. */
final class SecretFile {
    private final OwnerOnlyFile file;

    SecretFile(Path path) {
        this.file = new OwnerOnlyFile(path);
    }

    boolean exists() {
        return file.exists();
    }

    void create(String text) {
        try {
            file.write(text);
        } catch (IOException e) {
            throw new KeysRefusedException("cannot write " + file + ": make its folder writable for this user", e);
        }
    }

    String read() {
        try {
            return file.read();
        } catch (AccessDeniedException open) {
            throw new KeysRefusedException(String.valueOf(open.getMessage()), open);
        } catch (IOException e) {
            throw new KeysRefusedException("cannot read " + file + ": restore it from a backup", e);
        }
    }

    @Override
    public String toString() {
        return file.toString();
    }
}

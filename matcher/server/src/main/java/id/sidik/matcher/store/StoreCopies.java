package id.sidik.matcher.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Copies of the store beside it, {@code <matcher>/copies/<id>}, taken while it serves. There is one at most: the next replaces it. Files
 * of the database are shared with it where they do not change, so a copy costs a flush and little room until the store moves on.
 *
 * <p>No key is in a copy, and nothing derived: neither segments nor jobs of de-duplication.
 */
public final class StoreCopies {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

    private final ReferenceStore store;
    private final Path folder;

    /** @param folder made when the first copy is */
    public StoreCopies(ReferenceStore store, Path folder) {
        this.store = store;
        this.folder = folder;
    }

    /** Whether the text may name a copy. */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /**
     * Takes a copy, durable when this returns.
     *
     * @return references in it, if none is enrolled or withdrawn meanwhile
     * @throws CopyFailedException when the disk refuses; the store goes on
     */
    public synchronized long take(String id) {
        if (!isId(id)) {
            throw new IllegalArgumentException("a copy is called by 32 hexadecimal digits");
        }
        try {
            removeAll();
            Path copy = Files.createDirectories(
                    folder.resolve(id),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            long references = store.references();
            store.copyTo(copy);
            return references;
        } catch (IOException e) {
            throw new CopyFailedException("the store can not be copied into " + folder + ": " + e.getMessage(), e);
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
}

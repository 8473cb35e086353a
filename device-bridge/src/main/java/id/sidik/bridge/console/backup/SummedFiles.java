package id.sidik.bridge.console.backup;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import id.sidik.wire.files.DurableFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A folder of files and a list of them, {@code backup.json}: path, length and SHA-256 of each. The list is written last, so a folder that
 * was not finished has none. Files are for their owner alone.
 *
 * <p>The sums find what disks and copying do. Who changes a file and its sum is found by the seals and the signed head inside.
 */
public final class SummedFiles {
    private static final String LIST = "backup.json";
    private static final String FORMAT = "sidik-backup-1";
    private static final int BUFFER_BYTES = 1 << 20;
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Path folder;
    private final Map<String, FileSum> files = new TreeMap<>();

    /**
     * What a file was when it was copied.
     *
     * @param sha256 in hexadecimal digits
     */
    private record FileSum(long bytes, String sha256) {}

    private SummedFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * Begins in an empty folder, which is made if it is not there.
     *
     * @throws IllegalArgumentException if something is in it
     */
    public static SummedFiles begin(Path folder) {
        try {
            requireEmpty(folder);
            Files.createDirectories(folder, OWNER_ONLY_FOLDER);
            return new SummedFiles(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write into " + folder, e);
        }
    }

    /** Refuses a folder in which something is. */
    public static void requireEmpty(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            if (entries.findAny().isPresent()) {
                throw new IllegalArgumentException(folder + " is not empty: name another folder");
            }
        }
    }

    /**
     * Opens a folder that was finished.
     *
     * @throws TornBackupException if it was not, or a file of it is missing, too long or too short
     */
    public static SummedFiles open(Path folder) {
        SummedFiles opened = new SummedFiles(folder);
        try {
            JsonObject list = JsonParser.parseString(Files.readString(folder.resolve(LIST)))
                    .getAsJsonObject();
            if (!FORMAT.equals(list.get("format").getAsString())) {
                throw new TornBackupException(folder + " is of another format than " + FORMAT);
            }
            for (JsonElement file : list.getAsJsonArray("files")) {
                JsonObject entry = file.getAsJsonObject();
                opened.files.put(
                        entry.get("path").getAsString(),
                        new FileSum(
                                entry.get("bytes").getAsLong(),
                                entry.get("sha256").getAsString()));
            }
        } catch (IOException e) {
            throw new TornBackupException(folder + " has no " + LIST + ": it is no backup, or was not finished");
        } catch (JsonParseException | IllegalStateException | NullPointerException | UnsupportedOperationException e) {
            throw new TornBackupException(folder.resolve(LIST) + " is damaged");
        }
        opened.files.forEach((path, sum) -> opened.requireLength(path, sum));
        return opened;
    }

    private void requireLength(String path, FileSum sum) {
        Path file = folder.resolve(path).normalize();
        if (!file.startsWith(folder.normalize())) {
            throw new TornBackupException(LIST + " names a file outside of the backup, " + path);
        }
        try {
            if (Files.size(file) != sum.bytes()) {
                throw new TornBackupException(file + " has " + Files.size(file) + " bytes and not " + sum.bytes());
            }
        } catch (IOException e) {
            throw new TornBackupException(file + " is missing");
        }
    }

    /** Copies a file, or all files of a folder, under a name, synced and summed. */
    public void take(Path from, String name) {
        try (Stream<Path> found = Files.walk(from)) {
            for (Path file : found.filter(Files::isRegularFile).sorted().toList()) {
                String path = file.equals(from) ? name : name + "/" + from.relativize(file);
                files.put(path, copy(file, folder.resolve(path)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot copy " + from + " to " + folder, e);
        }
    }

    /** Writes the list. From here on the folder is whole. */
    public void finish() {
        JsonObject list = new JsonObject();
        list.addProperty("format", FORMAT);
        JsonArray entries = new JsonArray();
        files.forEach((path, sum) -> {
            JsonObject entry = new JsonObject();
            entry.addProperty("path", path);
            entry.addProperty("bytes", sum.bytes());
            entry.addProperty("sha256", sum.sha256());
            entries.add(entry);
        });
        list.add("files", entries);
        try (FileChannel file = create(folder.resolve(LIST))) {
            DurableFiles.writeWhole(file, StandardCharsets.UTF_8.encode(list + "\n"));
            file.force(true);
            DurableFiles.syncFolder(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + folder.resolve(LIST), e);
        }
    }

    /**
     * Copies everything into another folder, under the same names.
     *
     * @throws TornBackupException if a file is not what was summed; files before it are there then
     */
    public void giveTo(Path target) {
        files.forEach((path, sum) -> {
            try {
                if (!copy(folder.resolve(path), target.resolve(path)).equals(sum)) {
                    throw new TornBackupException(folder.resolve(path) + " is not what was written (SHA-256 differs)");
                }
            } catch (IOException e) {
                throw new UncheckedIOException("cannot copy " + folder.resolve(path) + " to " + target, e);
            }
        });
    }

    /** Of all files together. */
    public long bytes() {
        return files.values().stream().mapToLong(FileSum::bytes).sum();
    }

    private static FileSum copy(Path from, Path to) throws IOException {
        Path parent = to.getParent();
        if (parent != null) {
            Files.createDirectories(parent, OWNER_ONLY_FOLDER);
        }
        MessageDigest digest = sha256();
        long bytes = 0;
        try (FileChannel in = FileChannel.open(from, StandardOpenOption.READ);
                FileChannel out = create(to)) {
            ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
            while (in.read(buffer) >= 0) {
                buffer.flip();
                bytes += buffer.remaining();
                digest.update(buffer.duplicate());
                DurableFiles.writeWhole(out, buffer);
                buffer.clear();
            }
            out.force(true);
        }
        if (parent != null) {
            DurableFiles.syncFolder(parent);
        }
        return new FileSum(bytes, HexFormat.of().formatHex(digest.digest()));
    }

    private static FileChannel create(Path file) throws IOException {
        return FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OWNER_ONLY);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

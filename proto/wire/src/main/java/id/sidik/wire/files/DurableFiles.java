package id.sidik.wire.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Set;

/** What a file needs to be there after a power cut, beside {@link FileChannel#force}. */
public final class DurableFiles {
    private DurableFiles() {}

    /**
     * Writes a file, whole and durable before it has its name: a power cut leaves what was there before, or all of this.
     *
     * @param file in a folder that is there; for one writer at a time
     * @param attributes of the file, such as who may read it
     */
    public static void replace(Path file, ByteBuffer content, FileAttribute<?>... attributes) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(unfinished);
        try (FileChannel channel = FileChannel.open(
                unfinished, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes)) {
            writeWhole(channel, content);
            channel.force(true);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        syncFolder(file.resolveSibling("."));
    }

    /** Writes all that remains, in as many writes as the channel needs; not yet durable. */
    public static void writeWhole(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Makes names in a folder durable: a new one, one that was moved, and the end of one. */
    public static void syncFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}

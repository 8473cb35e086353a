package id.sidik.wire.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What a file needs to be there after a power cut, beside {@link FileChannel#force}. */
public final class DurableFiles {
    private DurableFiles() {}

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

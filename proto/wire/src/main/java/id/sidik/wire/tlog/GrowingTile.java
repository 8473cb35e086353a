package id.sidik.wire.tlog;

import id.sidik.wire.files.DurableFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/** The rightmost tile of a level while it fills up: in memory, and in a file that follows. Not thread-safe. */
final class GrowingTile {
    private final Path file;
    private final FileChannel channel;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private final long index;
    private int width;
    private int writtenBytes;

    /** Begins a tile with what it has already; whatever the file held is forgotten. */
    GrowingTile(Path file, long index, int width, byte[] begun) throws IOException {
        this.file = file;
        this.index = index;
        this.width = width;
        this.channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE));
        content.writeBytes(begun);
    }

    void add(byte[] bytes) {
        content.writeBytes(bytes);
        width++;
    }

    /** Hands to the file what it lacks; durable only after {@link FileChannel#force}. */
    void write() throws IOException {
        byte[] all = content.toByteArray();
        channel.position(writtenBytes); // a write that failed half way is written over
        DurableFiles.writeWhole(channel, ByteBuffer.wrap(all, writtenBytes, all.length - writtenBytes));
        writtenBytes = all.length;
    }

    Path file() {
        return file;
    }

    FileChannel channel() {
        return channel;
    }

    long index() {
        return index;
    }

    int width() {
        return width;
    }

    byte[] content() {
        return content.toByteArray();
    }
}

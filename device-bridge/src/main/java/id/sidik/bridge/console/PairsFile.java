package id.sidik.bridge.console;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import id.sidik.eligibility.v1.MemberPair;
import id.sidik.wire.files.DurableFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Pairs as they come, one JSON object a line; the first line names the job. A pair that {@link #append} returned from is on the disk,
 * and a line that was cut off is taken away before the file is gone on with: so the file knows which pairs it holds.
 */
final class PairsFile implements AutoCloseable {
    private static final String JOB = "jobId";

    private final FileChannel channel;
    private final String jobId;
    private long pairs;

    private PairsFile(FileChannel channel, String jobId, long pairs) {
        this.channel = channel;
        this.jobId = jobId;
        this.pairs = pairs;
    }

    /** A new file, for its owner alone. */
    static PairsFile begin(Path path, String jobId) {
        try {
            FileChannel channel = FileChannel.open(
                    path,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            PairsFile file = new PairsFile(channel, jobId, 0);
            JsonObject head = new JsonObject();
            head.addProperty(JOB, jobId);
            file.write(head);
            return file;
        } catch (FileAlreadyExistsException e) {
            throw new UnusableInputException(
                    path + " is there already; --resume goes on with it, --out names another", e);
        } catch (IOException e) {
            throw new UncheckedIOException(path + " can not be written", e);
        }
    }

    /** The file of a job that was begun. */
    static PairsFile resume(Path path) {
        try {
            String whole = wholeLines(Files.readString(path));
            String jobId = whole.lines().findFirst().map(PairsFile::jobIdOf).orElse("");
            if (jobId.isEmpty()) {
                throw new UnusableInputException(path + " names no job; begin one without --resume");
            }
            FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE);
            channel.truncate(whole.getBytes(StandardCharsets.UTF_8).length);
            channel.position(channel.size());
            return new PairsFile(channel, jobId, whole.lines().count() - 1);
        } catch (NoSuchFileException e) {
            throw new UnusableInputException("there is no " + path + " to go on with", e);
        } catch (IOException e) {
            throw new UncheckedIOException(path + " can not be read", e);
        }
    }

    private static String wholeLines(String text) {
        return text.substring(0, text.lastIndexOf('\n') + 1);
    }

    private static String jobIdOf(String line) {
        try {
            JsonElement head = JsonParser.parseString(line);
            return head.isJsonObject() && head.getAsJsonObject().has(JOB)
                    ? head.getAsJsonObject().get(JOB).getAsString()
                    : "";
        } catch (JsonParseException e) {
            throw new UnusableInputException("the first line of the file of pairs is no JSON", e);
        }
    }

    String jobId() {
        return jobId;
    }

    /** How many it holds. */
    long pairs() {
        return pairs;
    }

    /**
     * Takes the next pair.
     *
     * @throws IllegalStateException when it is not the next: one would be lost, or come twice
     */
    void append(MemberPair pair, boolean whole) {
        if (pair.getNumber() != pairs + 1) {
            throw new IllegalStateException("pair " + pair.getNumber() + " came after pair " + pairs);
        }
        try {
            write(PairText.lineOf(pair, whole));
        } catch (IOException e) {
            throw new UncheckedIOException("the pairs can not be written", e);
        }
        pairs++;
    }

    private void write(JsonObject line) throws IOException {
        DurableFiles.writeWhole(channel, StandardCharsets.UTF_8.encode(line + "\n"));
        channel.force(true);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the file of pairs can not be closed", e);
        }
    }
}

package id.sidik.matcher.store;

import id.sidik.matcher.crypto.RecordSeal;
import id.sidik.wire.files.DurableFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The jobs of de-duplication at rest, one file each beside the database. The ones touched last are kept. */
public final class DuplicateJobs {
    /** Kept, finished or not. */
    public static final int JOBS_MAX = 8;

    private static final Pattern JOB_ID = Pattern.compile("[A-Za-z0-9._-]{8,64}");
    private static final String ENDING = ".job";

    private final Path folder;
    private final RecordSeal seal;

    DuplicateJobs(Path folder, RecordSeal seal) {
        this.folder = folder;
        this.seal = seal;
    }

    /** Whether a text can name a job. */
    public static boolean isJobId(String text) {
        return JOB_ID.matcher(text).matches();
    }

    /**
     * Goes on with a job, or begins it. Nobody else may have it open.
     *
     * @param termsIfNew a job that is known has its own
     * @throws CorruptStoreException when what is stored of it can not be trusted
     * @throws StoreFailedException when the disk refuses
     */
    public DuplicateJob open(String jobId, DuplicateJobTerms termsIfNew) {
        if (!isJobId(jobId)) {
            throw new IllegalArgumentException("a job id is 8 to 64 of [A-Za-z0-9._-]");
        }
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            DuplicateJob job = DuplicateJob.open(folder.resolve(jobId + ENDING), jobId, seal, termsIfNew);
            DurableFiles.syncFolder(folder); // or a power cut takes a new job away, with the steps that were told of it
            forgetOldest();
            return job;
        } catch (IOException e) {
            throw new StoreFailedException("the job " + jobId + " can not be opened: " + e.getMessage(), e);
        }
    }

    private void forgetOldest() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> newestFirst = files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted(Comparator.comparingLong(
                                    (Path file) -> file.toFile().lastModified())
                            .reversed())
                    .toList();
            for (Path old : newestFirst.subList(Math.min(JOBS_MAX, newestFirst.size()), newestFirst.size())) {
                Files.delete(old);
            }
        }
    }
}

package id.sidik.benchmarks.galleries;

import id.sidik.benchmarks.engine.Workers;
import id.sidik.benchmarks.options.Bounds;
import id.sidik.benchmarks.report.Progress;
import id.sidik.engine.synthesis.SyntheticGallery;
import id.sidik.engine.synthesis.SyntheticGalleryWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code gallery}: the templates of subjects who are nobody, in a file. */
@Command(
        name = "gallery",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Makes the templates of synthetic subjects and writes them to a file, the same for the same seed.")
public final class GalleryCommand implements Runnable {
    private static final int BLOCK_SUBJECTS = 512;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--subjects", required = true, paramLabel = "N", description = "How many subjects.")
    private int subjects;

    @Option(names = "--fingers", paramLabel = "N", description = "Of each subject, 1 to 10. Default: ${DEFAULT-VALUE}.")
    private int fingers = 2;

    @Option(names = "--seed", paramLabel = "S", description = "Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The file to write.")
    private @Nullable Path out;

    @Option(names = "--threads", paramLabel = "N", description = "Default: one a core.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Override
    public void run() {
        if (spec == null || out == null) {
            throw new IllegalStateException("picocli sets the spec and required options before it runs a command");
        }
        SyntheticGallery gallery = gallery(spec);
        PrintWriter console = spec.commandLine().getOut();
        long startedNanos = System.nanoTime();
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(out), 1 << 20);
                Workers workers = new Workers(threads)) {
            write(gallery, file, workers, new Progress(spec.commandLine().getErr(), "subjects", subjects));
            file.flush();
            console.printf(
                    Locale.ROOT,
                    "%,d subjects with %d fingers each are in %s: %,d bytes, %.1f s%n",
                    subjects,
                    fingers,
                    out,
                    Files.size(out),
                    (System.nanoTime() - startedNanos) / 1e9);
            console.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("The gallery can not be written to " + out + ".", e);
        }
    }

    private SyntheticGallery gallery(CommandSpec command) {
        Bounds.require(command, "--threads", threads, 1, Workers.THREADS_MAX);
        try {
            return new SyntheticGallery(seed, subjects, fingers);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), e.getMessage(), e);
        }
    }

    /** A round of blocks at a time, as many as keep all threads busy. */
    private void write(SyntheticGallery gallery, OutputStream file, Workers workers, Progress progress)
            throws IOException {
        SyntheticGalleryWriter writer = new SyntheticGalleryWriter(gallery, file);
        int roundSubjects = BLOCK_SUBJECTS * threads * 4;
        for (int from = 0; from < subjects; from += roundSubjects) {
            int first = from;
            int end = Math.min(subjects, from + roundSubjects);
            List<byte[]> blocks = workers.all((end - first + BLOCK_SUBJECTS - 1) / BLOCK_SUBJECTS, block -> {
                int begin = first + block * BLOCK_SUBJECTS;
                return SyntheticGalleryWriter.block(gallery, begin, Math.min(end, begin + BLOCK_SUBJECTS));
            });
            for (int block = 0; block < blocks.size(); block++) {
                int count = Math.min(BLOCK_SUBJECTS, end - first - block * BLOCK_SUBJECTS);
                writer.append(blocks.get(block), count);
                progress.add(count);
            }
        }
        writer.finish();
    }
}

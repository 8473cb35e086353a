package id.sidik.benchmarks.start;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.sidik.benchmarks.disk.DiskOption;
import id.sidik.benchmarks.disk.ScratchFolder;
import id.sidik.benchmarks.engine.Workers;
import id.sidik.benchmarks.options.Bounds;
import id.sidik.benchmarks.report.JsonFile;
import id.sidik.benchmarks.report.Progress;
import id.sidik.engine.synthesis.SyntheticGallery;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code start}: from a cold process to the first search. */
@Command(
        name = "start",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Enrols synthetic subjects into a matcher's store, ends it, and measures how long the next one takes until it serves:",
            "with its kept segments, and once more without them. Needs about 5 kB of disk a subject, and leaves nothing."
        })
public final class StartCommand implements Callable<Integer> {
    private static final int FINGERS = 2;

    /** So many wait for the disk together. */
    private static final int WRITERS = 256;

    private static final int TASK_SUBJECTS = 256;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--subjects", required = true, paramLabel = "N", description = "Synthetic subjects of two fingers.")
    private int subjects;

    @Option(names = "--threads", paramLabel = "T", description = "That start it. Default: all cores.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--seed", paramLabel = "S", description = "Of subjects. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Mixin
    private final DiskOption disk = new DiskOption();

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures for programs, too.")
    private @Nullable Path json;

    /** Exits 0 when each start served everybody. */
    @Override
    public Integer call() throws Exception {
        if (spec == null) {
            throw new IllegalStateException("picocli sets the spec before it runs a command");
        }
        Bounds.require(spec, "--subjects", subjects, 1, SyntheticGallery.SUBJECTS_MAX);
        Bounds.require(spec, "--threads", threads, 1, Workers.THREADS_MAX);
        try (ScratchFolder folder = disk.scratch("sidik-start")) {
            ObjectNode figures = JsonMapper.builder().build().createObjectNode();
            figures.put("subjects", subjects);
            figures.put("threads", threads);
            figures.put("enrolSeconds", enrol(folder.path()));
            figures.put("startSeconds", start(folder.path(), "with kept segments"));
            folder.remove("segments");
            figures.put("startWithoutSegmentsSeconds", start(folder.path(), "without them"));
            if (json != null) {
                JsonFile.write(figures, json);
            }
        }
        return 0;
    }

    private double enrol(Path folder) {
        SyntheticGallery nobody = new SyntheticGallery(seed, subjects, FINGERS);
        Progress progress = new Progress(command().getErr(), "subjects enrolled", subjects);
        long began = System.nanoTime();
        try (MatcherBox box = MatcherBox.serving(folder, threads);
                Workers writers = new Workers(WRITERS)) {
            List<Integer> _ = writers.all((subjects + TASK_SUBJECTS - 1) / TASK_SUBJECTS, task -> {
                int end = Math.min(subjects, (task + 1) * TASK_SUBJECTS);
                for (int subject = task * TASK_SUBJECTS; subject < end; subject++) {
                    box.enrol("nobody-" + subject, nobody.references(subject));
                }
                progress.add(end - task * TASK_SUBJECTS);
                return end;
            });
            box.awaitUpkeep();
            double seconds = (System.nanoTime() - began) / 1e9;
            say(String.format(Locale.ROOT, "Enrolled %,d subjects one by one in %.1f s%n", subjects, seconds));
            return seconds;
        }
    }

    private double start(Path folder, String how) {
        long began = System.nanoTime();
        try (MatcherBox box = MatcherBox.serving(folder, threads)) {
            double seconds = (System.nanoTime() - began) / 1e9;
            if (box.references() != (long) FINGERS * subjects) {
                throw new IllegalStateException("it serves " + box.references() + " references");
            }
            say(String.format(
                    Locale.ROOT,
                    "Serving %,d subjects %.1f s after a start %s, %d threads%n",
                    subjects,
                    seconds,
                    how,
                    threads));
            return seconds;
        }
    }

    private CommandLine command() {
        return Objects.requireNonNull(spec).commandLine();
    }

    private void say(String text) {
        command().getOut().print(text);
        command().getOut().flush();
    }
}

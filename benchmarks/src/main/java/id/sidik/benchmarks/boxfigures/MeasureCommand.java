package id.sidik.benchmarks.boxfigures;

import id.sidik.benchmarks.options.Bounds;
import id.sidik.benchmarks.sizing.FigureKey;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./sidik profile measure}: this box's own figures, for {@code ./sidik size --measured}. */
@Command(
        name = "measure",
        mixinStandardHelpOptions = true,
        description = {
            "Measures this box for about two minutes: extraction, preparation, comparisons, searches, the gallery's memory, synced appends.",
            "Writes YAML that 'size --measured FILE' reads. Stop what else runs first: a busy box measures its business."
        })
final class MeasureCommand implements Runnable {
    private static final int SECONDS_MAX = 3_600;
    /** Engine 4, memory 1, searches 2, the gallery 2, disk 2 of them: what varies more gets more. */
    private static final int SHARES = 11;

    private static final int GALLERY_SHARES = 2;

    private static final int DISK_SHARES = 2;
    private static final int MEMORY_BYTES = 1 << 29;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--seconds", paramLabel = "N", description = "For all of it, 1 to 3600. Default: 120.")
    private int seconds = 120;

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write the figures. Default: the screen.")
    private @Nullable Path out;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "On the disk to measure; a folder is made in it, and removed. Default: here.")
    private Path disk = Path.of("");

    @Override
    public void run() {
        CommandSpec command = spec;
        if (command == null) {
            throw new IllegalStateException("picocli sets the spec before it runs a command");
        }
        Bounds.require(command, "--seconds", seconds, 1, SECONDS_MAX);
        Duration share = Duration.ofSeconds(seconds).dividedBy(SHARES);
        Map<FigureKey, Double> figures = measure(share, command.commandLine().getErr());
        List<String> about = new ArrayList<>(List.of("Measured by: sidik profile measure --seconds " + seconds));
        about.addAll(ThisBox.here().lines());
        write(FiguresFile.text(about, figures), command.commandLine().getOut());
    }

    private Map<FigureKey, Double> measure(Duration share, PrintWriter progress) {
        Stopwatch stopwatch = new Stopwatch(System::nanoTime);
        Map<FigureKey, Double> figures = new EnumMap<>(FigureKey.class);
        say(progress, "the engine");
        figures.putAll(new EngineFigures().measure(stopwatch, share));
        say(progress, "memory");
        figures.putAll(new MemoryFigures(MEMORY_BYTES).measure(stopwatch, share));
        say(progress, "searches");
        figures.putAll(new SearchFigures(System::nanoTime).measure(stopwatch, share));
        say(progress, "the gallery");
        figures.putAll(new GalleryFigures(System::nanoTime).measure(share.multipliedBy(GALLERY_SHARES)));
        say(progress, "the disk");
        figures.putAll(new DiskFigures(disk).measure(stopwatch, share.multipliedBy(DISK_SHARES)));
        if (stopwatch.unused() == 0) {
            say(progress, "(nothing was computed, which can not be)");
        }
        return figures;
    }

    private static void say(PrintWriter progress, String what) {
        progress.println("Measuring " + what);
        progress.flush();
    }

    private void write(String text, PrintWriter screen) {
        if (out == null) {
            screen.print(text);
        } else {
            try {
                Files.writeString(out, text);
            } catch (IOException e) {
                throw new UncheckedIOException("The figures can not be written to " + out + ".", e);
            }
            screen.println("The figures are in " + out);
        }
        screen.flush();
    }
}

package id.sidik.benchmarks.prints;

import id.sidik.benchmarks.options.Bounds;
import id.sidik.engine.image.FingerImage;
import id.sidik.engine.synthesis.SyntheticFinger;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code synth}: impressions of fingers that nobody has, as a data set of PNG files. */
@Command(
        name = "synth",
        mixinStandardHelpOptions = true,
        description = "Writes impressions of synthetic fingers as <finger>_<impression>.png, 256 x 288 px at 500 dpi.")
public final class SynthCommand implements Runnable {
    static final int COUNT_MAX = 100_000;
    static final int IMPRESSIONS_MAX = 100;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "The first finger's seed; the next has S + 1. Default: 0.")
    private long seed;

    @Option(names = "--count", required = true, paramLabel = "N", description = "How many fingers, 1 to 100000.")
    private int count;

    @Option(names = "--impressions", paramLabel = "K", description = "Of each finger, 1 to 100. Default: 4.")
    private int impressions = 4;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Folder for the pictures; made if missing.")
    private @Nullable Path out;

    @Override
    public void run() {
        if (spec == null || out == null) {
            throw new IllegalStateException("picocli sets the spec and required options before it runs a command");
        }
        Bounds.require(spec, "--count", count, 1, COUNT_MAX);
        Bounds.require(spec, "--impressions", impressions, 1, IMPRESSIONS_MAX);
        Path folder = out;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " can not be made.", e);
        }
        IntStream.range(0, count).parallel().forEach(finger -> writeFinger(folder, finger));
        PrintWriter console = spec.commandLine().getOut();
        console.println(count * (long) impressions + " impressions of " + count + " fingers are in " + folder);
        console.flush();
    }

    private void writeFinger(Path folder, int finger) {
        SyntheticFinger synthetic = SyntheticFinger.of(seed + finger);
        for (int number = 0; number < impressions; number++) {
            write(synthetic.impression(number), folder.resolve((seed + finger) + "_" + (number + 1) + ".png"));
        }
    }

    private static void write(FingerImage image, Path file) {
        BufferedImage picture = new BufferedImage(image.widthPx(), image.heightPx(), BufferedImage.TYPE_BYTE_GRAY);
        picture.getRaster().setDataElements(0, 0, image.widthPx(), image.heightPx(), image.pixels());
        try {
            ImageIO.write(picture, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("The picture " + file + " can not be written.", e);
        }
    }
}

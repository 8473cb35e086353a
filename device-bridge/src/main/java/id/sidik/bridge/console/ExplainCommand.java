package id.sidik.bridge.console;

import id.sidik.bridge.console.explain.ComparisonReport;
import id.sidik.bridge.console.explain.Picture;
import id.sidik.engine.image.InvalidSampleException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "explain",
        description = {
            "Compares two fingerprint images and writes a page that shows why they are alike or not: both images, ridges, "
                    + "minutiae, pairs, and the parts of the score. No service is asked.",
            "The page is biometric data of a person: only you can read the file; keep and delete it as you do the prints.",
            "Exit code 0: compared, whatever the score; 1: an image is too poor, and the page says why; 2: bad use or input."
        })
final class ExplainCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "FIRST",
            description = "The image in question (the probe): PNG, TIFF, BMP, JPEG, WSQ, JPEG 2000, ISO/IEC 19794-4 or "
                    + "ANSI/NIST-ITL.")
    private Path first = Path.of("");

    @Parameters(index = "1", paramLabel = "SECOND", description = "The image that it is compared with (the reference).")
    private Path second = Path.of("");

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "The HTML file to write. It needs nothing else, and can be opened offline and printed.")
    private Path out = Path.of("");

    @Option(
            names = "--dpi",
            paramLabel = "N",
            defaultValue = "500",
            description = "Pixels per inch of both images, 100 to 2000 (default: 500).")
    private double dpi;

    @Option(names = "--force", description = "Replace the file if it exists.")
    private boolean force;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before any command runs
    private CommandSpec spec;

    @Override
    public Integer call() {
        ComparisonReport report = ComparisonReport.of(
                picture(first), picture(second), InstantSource.system().instant());
        SecretFile.write(out, report.html(), force);
        spec.commandLine().getOut().println(out + ": " + report.summary());
        return report.isCompared() ? ExitCode.YES : ExitCode.NO;
    }

    private Picture picture(Path file) {
        try {
            return Picture.of(file.toString(), ImageFile.read(file), dpi);
        } catch (InvalidSampleException e) {
            throw new InvalidSampleException(e.fault(), file + ": " + e.getMessage(), e);
        }
    }
}

package id.sidik.bridge.console;

import id.sidik.engine.features.Minutiae;
import id.sidik.engine.interchange.FingerView;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "show",
        description =
                "Says what a template file holds: format, fingers, sizes, counts. Minutiae are biometric data and printed only "
                        + "on request. Exit code 0: it is a template, 2: bad use or input.")
final class TemplateShowCommand implements Callable<Integer> {
    @Option(
            names = "--minutiae",
            description = "Print the minutiae too: x y (px at 500 dpi), direction (degrees), type, quality.")
    private boolean withMinutiae;

    @Parameters(
            paramLabel = "FILE",
            description = "A Sidik template, or a record of ISO/IEC 19794-2 or ANSI INCITS 378.")
    private Path file = Path.of("");

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before any command runs
    private CommandSpec spec;

    @Override
    public Integer call() {
        TemplateFile template = TemplateFile.read(file);
        PrintWriter console = spec.commandLine().getOut();
        console.println("format: " + template.format());
        console.println("views:  " + template.views().size());
        for (int view = 0; view < template.views().size(); view++) {
            print(view + 1, template.views().get(view), console);
        }
        console.flush();
        return ExitCode.YES;
    }

    private void print(int place, FingerView view, PrintWriter console) {
        Minutiae minutiae = view.features().minutiae();
        console.println(String.format(
                Locale.ROOT,
                "%3d  %s, impression %d, quality %s, %d x %d px at 500 dpi, %d minutiae, %s ridge field",
                place,
                Words.of(view.position()),
                view.number(),
                view.quality() == FingerView.QUALITY_UNKNOWN ? "unknown" : view.quality(),
                view.features().widthPx(),
                view.features().heightPx(),
                minutiae.count(),
                view.features().field().isEmpty() ? "no" : "with"));
        for (int minutia = 0; withMinutiae && minutia < minutiae.count(); minutia++) {
            console.println(String.format(
                    Locale.ROOT,
                    "     %7.2f %7.2f %5.1f %s %d",
                    minutiae.x(minutia),
                    minutiae.y(minutia),
                    Math.toDegrees(minutiae.direction(minutia)),
                    Words.of(minutiae.type(minutia)),
                    minutiae.quality(minutia)));
        }
    }
}

package id.sidik.bridge.console;

import id.sidik.engine.interchange.FingerView;
import id.sidik.engine.template.FingerPosition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "convert",
        description = {
            "Converts a template between our own format and the standards. What no standard can say is lost: fractions of a pixel, "
                    + "directions finer than 1.4 or 2 degrees, the ridge field.",
            "Exit code 0: written, 2: bad use or input."
        })
final class TemplateConvertCommand implements Callable<Integer> {
    private static final int ALL_VIEWS = 0;

    @Option(
            names = "--from",
            required = true,
            paramLabel = "FILE",
            description =
                    "A Sidik template (sidik/1), or a record of ISO/IEC 19794-2:2005 or :2011, ANSI INCITS 378-2004 or -2009; "
                            + "which of them is seen by its first bytes.")
    private Path from = Path.of("");

    @Option(
            names = "--to",
            required = true,
            paramLabel = "FORMAT",
            description = "sidik, iso-2005, iso-2011, ansi-2004 or ansi-2009.")
    private String to = "";

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "Where to write; replaced if it exists.")
    private Path out = Path.of("");

    @Option(
            names = "--view",
            paramLabel = "N",
            description = "Of a record with several views only the N-th, from 1 (default: all).")
    private int view = ALL_VIEWS;

    @Option(
            names = "--finger",
            paramLabel = "FINGER",
            defaultValue = "unknown",
            description = "Which finger it is, where the template does not say: right-thumb ... left-little.")
    private String finger = "";

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before any command runs
    private CommandSpec spec;

    @Override
    public Integer call() {
        TemplateFormat format = TemplateFormat.of(to);
        FingerPosition position =
                FingerPosition.ofIsoNumber(SampleOptions.positionOf(finger).getNumber());
        List<FingerView> views = chosen(TemplateFile.read(from).views()).stream()
                .map(chosen -> named(chosen, position))
                .toList();
        byte[] written = format.write(views);
        write(written);
        spec.commandLine()
                .getOut()
                .println(out + ": " + Words.of(format) + ", views: " + views.size() + ", bytes: " + written.length);
        return ExitCode.YES;
    }

    private List<FingerView> chosen(List<FingerView> views) {
        if (view == ALL_VIEWS) {
            return views;
        }
        if (view < 1 || view > views.size()) {
            throw new UnusableInputException("there is no view " + view + "; the file has 1 to " + views.size());
        }
        return List.of(views.get(view - 1));
    }

    private static FingerView named(FingerView view, FingerPosition position) {
        return view.position() == FingerPosition.UNKNOWN
                ? new FingerView(position, view.number(), view.quality(), view.features())
                : view;
    }

    private void write(byte[] content) {
        try {
            Files.write(out, content);
        } catch (IOException e) {
            throw new UnusableInputException("cannot write " + out + "; check the folder", e);
        }
    }
}

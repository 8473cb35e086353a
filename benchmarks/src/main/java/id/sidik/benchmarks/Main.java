package id.sidik.benchmarks;

import id.sidik.benchmarks.accuracy.AccuracyCommand;
import id.sidik.benchmarks.audit.AuditCommand;
import id.sidik.benchmarks.boxfigures.ProfileCommand;
import id.sidik.benchmarks.bridgestart.BridgeStartCommand;
import id.sidik.benchmarks.calibration.CalibrateCommand;
import id.sidik.benchmarks.capture.CaptureCommand;
import id.sidik.benchmarks.galleries.GalleryCommand;
import id.sidik.benchmarks.galleries.RealismCommand;
import id.sidik.benchmarks.identify.IdentifyCommand;
import id.sidik.benchmarks.killstorm.KillStormCommand;
import id.sidik.benchmarks.load.GateCommand;
import id.sidik.benchmarks.micro.JmhCommand;
import id.sidik.benchmarks.offlinestorm.OfflineStormCommand;
import id.sidik.benchmarks.prints.SynthCommand;
import id.sidik.benchmarks.province.ProvinceCommand;
import id.sidik.benchmarks.robustness.RobustnessCommand;
import id.sidik.benchmarks.scannerstorm.ScannerStormCommand;
import id.sidik.benchmarks.sizing.SizeCommand;
import id.sidik.benchmarks.start.StartCommand;
import id.sidik.benchmarks.templates.TemplateSizesCommand;
import java.io.UncheckedIOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./sidik bench}: numbers about all of it. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures Sidik.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            AccuracyCommand.class,
            AuditCommand.class,
            BridgeStartCommand.class,
            CalibrateCommand.class,
            CaptureCommand.class,
            RobustnessCommand.class,
            ProfileCommand.class,
            SizeCommand.class,
            GalleryCommand.class,
            GateCommand.class,
            RealismCommand.class,
            IdentifyCommand.class,
            JmhCommand.class,
            KillStormCommand.class,
            StartCommand.class,
            ScannerStormCommand.class,
            OfflineStormCommand.class,
            ProvinceCommand.class,
            SynthCommand.class,
            TemplateSizesCommand.class
        })
public final class Main {
    private Main() {}

    /** Exits 0 when the figures are out, 2 when the arguments or the data can not be measured, 1 when the measuring broke. */
    public static void main(String[] args) {
        // Helidon tells of each start of a server there, which is no figure.
        Logger.getLogger("").setLevel(Level.WARNING);
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new Main());
        commandLine.setParameterExceptionHandler(Main::explain);
        commandLine.setExecutionExceptionHandler(Main::report);
        return commandLine;
    }

    private static int explain(CommandLine.ParameterException wrong, String[] args) {
        CommandLine command = wrong.getCommandLine();
        command.getErr().println(wrong.getMessage());
        command.getErr().println("See: " + command.getCommandSpec().qualifiedName() + " --help");
        return CommandLine.ExitCode.USAGE;
    }

    private static int report(Exception broken, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
        if (broken instanceof UncheckedIOException file) {
            command.getErr().println(file.getMessage() + " " + file.getCause());
            return CommandLine.ExitCode.SOFTWARE;
        }
        throw broken;
    }
}

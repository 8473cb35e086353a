package id.sidik.bridge.console;

import id.sidik.bridge.console.backup.SummedFiles;
import id.sidik.bridge.console.backup.TornBackupException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The launcher runs it into a folder of its own, has what came proved by the services' own code, and only then gives it its name. */
@Command(
        name = "restore",
        description = {
            "Puts a backup and its keys into an empty data folder. Every file is held against its sum on the way.",
            "'./sidik restore' also proves what came: the audit tree is rebuilt and every record opened."
        })
final class RestoreCommand implements Callable<Integer> {
    @Mixin
    private SharedOptions shared = new SharedOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before any command runs
    private CommandSpec spec;

    @Option(names = "--from", required = true, paramLabel = "DIR", description = "What 'backup --to' wrote.")
    private Path from = Path.of("");

    @Option(names = "--keys-from", required = true, paramLabel = "DIR", description = "What 'backup --keys-to' wrote.")
    private Path keysFrom = Path.of("");

    @Override
    public Integer call() {
        try {
            SummedFiles.requireEmpty(shared.data());
            SummedFiles backup = SummedFiles.open(from);
            SummedFiles keys = SummedFiles.open(keysFrom);
            backup.giveTo(shared.data());
            keys.giveTo(shared.data());
            spec.commandLine()
                    .getOut()
                    .println(String.format(Locale.ROOT, "copied: %,d bytes, sums as written", backup.bytes()));
            return ExitCode.YES;
        } catch (IllegalArgumentException | TornBackupException refused) {
            throw new UnusableInputException(String.valueOf(refused.getMessage()), refused);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + shared.data(), e);
        }
    }
}
